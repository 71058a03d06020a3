import type { Locale } from '../i18n';

/** What the command line asks for. */
export interface CliOptions {
  readonly files: readonly string[];
  readonly out: string | null;
  readonly json: string | null;
  readonly asOf: string | undefined;
  readonly period: string | undefined;
  readonly explain: string | null;
  readonly locale: Locale;
  readonly help: boolean;
}

/** What is wrong with a command line: a text key of the room `cli` and what fills it in. */
export interface UsageFault {
  readonly fault: string;
  readonly data: Readonly<Record<string, string>>;
  readonly locale: Locale;
}

const WITH_VALUE = new Set(['--out', '--json', '--as-of', '--period', '--explain', '--lang']);

/**
 * Options of a command line, or what is wrong with it.
 * @example parseArguments(["a.xlsx", "--json", "r.json"]) // { files: ["a.xlsx"], json: "r.json", … }
 */
export function parseArguments(args: readonly string[]): CliOptions | UsageFault {
  const files: string[] = [];
  const values = new Map<string, string>();
  let help = false;
  const locale = (): Locale => (values.get('--lang') === 'en-US' ? 'en-US' : 'zh-CN');
  const fault = (key: string, data: Record<string, string>): UsageFault => ({ fault: key, data, locale: locale() });
  for (let i = 0; i < args.length; i++) {
    const [name, inline] = splitOption(args[i]!);
    if (name === '--help' || name === '-h') help = true;
    else if (WITH_VALUE.has(name)) {
      const value = inline ?? args[++i];
      if (value === undefined || value === '' || (inline === undefined && WITH_VALUE.has(value)))
        return fault('usage.noValue', { option: name });
      values.set(name, value);
    } else if (name.startsWith('--')) return fault('usage.unknown', { option: name });
    else files.push(args[i]!);
  }
  const lang = values.get('--lang');
  if (lang !== undefined && lang !== 'zh-CN' && lang !== 'en-US') return fault('usage.lang', { value: lang });
  const asOf = values.get('--as-of');
  if (asOf !== undefined && !isDay(asOf)) return fault('usage.date', { value: asOf });
  if (files.length === 0 && !help) return fault('usage.noFile', {});
  const out = values.get('--out');
  if (out !== undefined && /\.[a-z0-9]{1,5}$/i.test(out) && !/\.xls[xm]$/i.test(out))
    return fault('usage.outName', { value: out });
  return {
    files,
    out: values.get('--out') ?? null,
    json: values.get('--json') ?? null,
    asOf,
    period: values.get('--period'),
    explain: values.get('--explain') ?? null,
    locale: locale(),
    help,
  };
}

function splitOption(argument: string): [string, string | undefined] {
  const at = argument.startsWith('--') ? argument.indexOf('=') : -1;
  return at < 0 ? [argument, undefined] : [argument.slice(0, at), argument.slice(at + 1)];
}

function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
