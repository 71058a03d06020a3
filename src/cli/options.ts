import type { Locale } from '../i18n';
import { NEW_OPTIONS, NEW_FLAG, newWorkbookOptions, type NewWorkbookOptions } from './newWorkbookOptions';

/** What the command line asks for. */
export interface CliOptions {
  readonly files: readonly string[];
  readonly out: string | null;
  readonly json: string | null;
  readonly asOf: string | undefined;
  readonly period: string | undefined;
  readonly explain: string | null;
  /** Paths of the documents to be written, and how: see `DocumentOptions`. */
  readonly bulletin: string | null;
  readonly feedback: string | null;
  readonly reminders: string | null;
  readonly anonymous: boolean;
  /** Only takes the marks of earlier runs off a copy. */
  readonly clearMarks: boolean;
  readonly issuer: string | undefined;
  readonly due: string | undefined;
  /** A new workbook instead of a run. */
  readonly create: NewWorkbookOptions | null;
  readonly locale: Locale;
  readonly help: boolean;
}

/** What is wrong with a command line: a text key of the room `cli` and what fills it in. */
export interface UsageFault {
  readonly fault: string;
  readonly data: Readonly<Record<string, string>>;
  readonly locale: Locale;
}

const WITH_VALUE = new Set([
  '--out',
  '--json',
  '--as-of',
  '--period',
  '--explain',
  '--bulletin',
  '--feedback',
  '--reminders',
  '--issuer',
  '--due',
  '--lang',
  ...NEW_OPTIONS,
]);
const ANONYMOUS = '--anonymous';
const CLEAR_MARKS = '--clear-marks';
const FLAGS: ReadonlySet<string> = new Set([ANONYMOUS, CLEAR_MARKS, NEW_FLAG]);
/** What the files of some options must end in. */
const ENDINGS: readonly (readonly [option: string, ending: RegExp, example: string])[] = [
  ['--out', /\.xls[xm]$/i, '.xlsx'],
  ['--bulletin', /\.docx$/i, '.docx'],
  ['--feedback', /\.docx$/i, '.docx'],
  ['--reminders', /\.txt$/i, '.txt'],
];

/**
 * Options of a command line, or what is wrong with it.
 * @example parseArguments(["a.xlsx", "--json", "r.json"]) // { files: ["a.xlsx"], json: "r.json", … }
 */
export function parseArguments(args: readonly string[]): CliOptions | UsageFault {
  const files: string[] = [];
  const values = new Map<string, string>();
  let help = false;
  const flags = new Set<string>();
  const locale = (): Locale => (values.get('--lang') === 'en-US' ? 'en-US' : 'zh-CN');
  const fault = (key: string, data: Record<string, string>): UsageFault => ({ fault: key, data, locale: locale() });
  for (let i = 0; i < args.length; i++) {
    const [name, inline] = splitOption(args[i]!);
    if (name === '--help' || name === '-h') help = true;
    else if (FLAGS.has(args[i]!)) flags.add(args[i]!);
    else if (WITH_VALUE.has(name)) {
      const value = inline ?? args[++i];
      if (value === undefined || value === '' || (inline === undefined && (WITH_VALUE.has(value) || FLAGS.has(value))))
        return fault('usage.noValue', { option: name });
      values.set(name, value);
    } else if (name.startsWith('--')) return fault('usage.unknown', { option: name });
    else files.push(args[i]!);
  }
  const lang = values.get('--lang');
  if (lang !== undefined && lang !== 'zh-CN' && lang !== 'en-US') return fault('usage.lang', { value: lang });
  for (const option of ['--as-of', '--due']) {
    const day = values.get(option);
    if (day !== undefined && !isDay(day)) return fault('usage.date', { option, value: day });
  }
  const create = newWorkbookOptions(values, flags);
  if (create && 'fault' in create) return fault(create.fault, create.data);
  if (files.length === 0 && !help && !create) return fault('usage.noFile', {});
  if (flags.has(CLEAR_MARKS) && !help) {
    const others = [...values.keys()].filter((option) => option !== '--out' && option !== '--lang');
    if (create || others.length > 0) return fault('usage.clearAlone', { option: others[0] ?? NEW_FLAG });
    if (files.length !== 1 || !values.has('--out')) return fault('usage.clear', {});
  }
  for (const [option, ending, example] of ENDINGS) {
    const path = values.get(option);
    if (path !== undefined && /\.[a-z0-9]{1,5}$/i.test(path) && !ending.test(path))
      return fault('usage.outName', { option, value: path, ending: example });
  }
  return {
    files,
    out: values.get('--out') ?? null,
    json: values.get('--json') ?? null,
    asOf: values.get('--as-of'),
    period: values.get('--period'),
    explain: values.get('--explain') ?? null,
    bulletin: values.get('--bulletin') ?? null,
    feedback: values.get('--feedback') ?? null,
    reminders: values.get('--reminders') ?? null,
    anonymous: flags.has(ANONYMOUS),
    clearMarks: flags.has(CLEAR_MARKS),
    issuer: values.get('--issuer'),
    due: values.get('--due'),
    create,
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
