import { REGISTERS, type NewWorkbookWish } from '../app';

/** What the command line says of a new workbook. */
export interface NewWorkbookOptions extends Pick<
  NewWorkbookWish,
  'schemes' | 'groups' | 'self' | 'peer' | 'registers'
> {
  readonly out: string;
  /** Paths of the rosters: text, or a workbook for that of the units; null without. */
  readonly roster: string | null;
  readonly members: string | null;
  /** Folder for one workbook for each unit; null for one workbook in all. */
  readonly perUnit: string | null;
}

const SELVES = ['forms', 'wide', 'none'] as const;
/** Options that go with a new workbook, with a value and without. */
const ONLY_WITH_NEW = [
  '--schemes',
  '--roster',
  '--members',
  '--groups',
  '--self',
  '--registers',
  '--per-unit',
] as const;
export const NEW_OPTIONS: readonly string[] = ['--new', ...ONLY_WITH_NEW];
export const NEW_FLAG = '--no-peer';

/**
 * What is said of a new workbook, or what is wrong with it; null where none is asked for.
 * @param values values of the options by their names
 */
export function newWorkbookOptions(
  values: ReadonlyMap<string, string>,
  flags: ReadonlySet<string>,
): NewWorkbookOptions | { readonly fault: string; readonly data: Record<string, string> } | null {
  const out = values.get('--new');
  const stray = [...ONLY_WITH_NEW, NEW_FLAG].find((name) => values.has(name) || flags.has(name));
  if (out === undefined) return stray === undefined ? null : { fault: 'usage.onlyWithNew', data: { option: stray } };
  if (!/\.xlsx$/i.test(out)) return { fault: 'usage.newName', data: { value: out } };
  if (values.get('--period') === undefined) return { fault: 'usage.newPeriod', data: {} };
  const self = SELVES.find((each) => each === (values.get('--self') ?? 'forms'));
  if (self === undefined) return { fault: 'usage.self', data: { value: values.get('--self')! } };
  const wanted = values.get('--registers');
  const registers = wanted === undefined || wanted === 'all' ? [...REGISTERS] : wanted === 'none' ? [] : listed(wanted);
  const unknown = registers.find((name) => !REGISTERS.some((each) => each === name));
  if (unknown !== undefined) return { fault: 'usage.registers', data: { value: unknown, all: REGISTERS.join(', ') } };
  return {
    out,
    schemes: listed(values.get('--schemes') ?? ''),
    groups: listed(values.get('--groups') ?? ''),
    self: self === 'none' ? null : self,
    peer: !flags.has(NEW_FLAG),
    registers: REGISTERS.filter((name) => registers.includes(name)),
    roster: values.get('--roster') ?? null,
    members: values.get('--members') ?? null,
    perUnit: values.get('--per-unit') ?? null,
  };
}

function listed(text: string): string[] {
  return text
    .split(/[,，、;；]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
