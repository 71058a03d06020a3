import {
  CHOICE_KINDS,
  CORRECTIONS_VERSION,
  NO_CORRECTIONS,
  type Choice,
  type ColumnCorrection,
  type Corrections,
  type HeaderCorrection,
  type NameCorrection,
  type RoleChoice,
  type RowKeys,
  type TableCorrection,
} from './corrections';
import { REGISTER_LAYOUTS, SCORE_LAYOUTS, SHEET_ROLES } from './assessment';
import { SOURCES } from './rules';

/** Longer texts head no column and name nobody. */
const LONGEST_TEXT = 200;
const MOST_COLUMNS = 400;
const MOST_ROWS = 400;
const MOST_HEADER_ROWS = 8;
const MOST_TABLES = 500;
const MOST_NAMES = 5000;

/**
 * Corrections from data that may come from anywhere: a file, a browser's storage. Whatever is not of the right shape is
 * left out; what is not there at all, or of another version, is no correction.
 * @param data plain data as `JSON.parse` gives it
 */
export function parseCorrections(data: unknown): Corrections {
  if (field(data, 'version') !== CORRECTIONS_VERSION) return NO_CORRECTIONS;
  return {
    version: CORRECTIONS_VERSION,
    tables: listOf(field(data, 'tables'), MOST_TABLES, tableOf),
    headers: listOf(field(data, 'headers'), MOST_TABLES, headerOf),
    names: listOf(field(data, 'names'), MOST_NAMES, nameOf),
  };
}

function tableOf(data: unknown): TableCorrection | null {
  const header = textsOf(field(data, 'header'), MOST_COLUMNS);
  const sheet = textOf(field(data, 'sheet'));
  if (header === null || header.length === 0 || sheet === null) return null;
  const role = roleOf(field(data, 'role'));
  const source = oneOf(field(data, 'source'), SOURCES);
  const scheme = textOf(field(data, 'scheme'));
  return {
    header,
    sheet,
    everySheet: field(data, 'everySheet') === true,
    ...(role && { role }),
    ...(source && { source }),
    ...(scheme !== null && { scheme }),
    columns: listOf(field(data, 'columns'), MOST_COLUMNS, (entry) => columnOf(entry, CHOICE_KINDS)),
    rows: listOf(field(data, 'rows'), MOST_ROWS, (entry) => columnOf(entry, ROW_KINDS)),
  };
}

const ROW_KINDS = ['ignore', 'indicator', 'dimension'] as const;

function columnOf(data: unknown, kinds: readonly Choice['kind'][]): ColumnCorrection | null {
  const key = textOf(field(data, 'key'));
  const occurrence = field(data, 'occurrence');
  const choice = choiceOf(field(data, 'choice'), kinds);
  const isCount = typeof occurrence === 'number' && Number.isInteger(occurrence) && occurrence >= 0;
  return key !== null && isCount && occurrence < MOST_ROWS && choice ? { key, occurrence, choice } : null;
}

function choiceOf(data: unknown, kinds: readonly Choice['kind'][]): Choice | null {
  const kind = oneOf(field(data, 'kind'), kinds);
  const name = textOf(field(data, 'name'));
  if (!kind || name === null) return null;
  const text = textOf(field(data, 'text'));
  const source = oneOf(field(data, 'source'), SOURCES);
  const reading = oneOf(field(data, 'reading'), ['points', 'raw'] as const);
  return { kind, name, ...(text !== null && { text }), ...(source && { source }), ...(reading && { reading }) };
}

/** A role with a layout of its own; a register without one is none. */
function roleOf(data: unknown): RoleChoice | null {
  const role = oneOf(field(data, 'role'), SHEET_ROLES);
  if (!role || role === 'results') return null;
  if (role === 'scores') return { role, layout: oneOf(field(data, 'layout'), SCORE_LAYOUTS) };
  if (role !== 'register') return { role, layout: null };
  const layout = oneOf(field(data, 'layout'), REGISTER_LAYOUTS);
  return layout && { role, layout };
}

function headerOf(data: unknown): HeaderCorrection | null {
  const rows = rowsOf(field(data, 'rows'));
  const instead = rowsOf(field(data, 'instead'));
  return rows && instead && rows.length + instead.length > 0 ? { rows, instead } : null;
}

function rowsOf(data: unknown): RowKeys | null {
  if (!Array.isArray(data) || data.length > MOST_HEADER_ROWS) return null;
  const rows = data.map((row) => textsOf(row, MOST_COLUMNS));
  return rows.every((row): row is readonly string[] => row !== null && row.length > 0) ? rows : null;
}

function nameOf(data: unknown): NameCorrection | null {
  const written = textOf(field(data, 'written'));
  if (written === null || written === '') return null;
  const branch = textOf(field(data, 'branch'));
  const target = field(data, 'target');
  if (target === null) return { written, branch, target: null };
  const name = textOf(field(target, 'name'));
  return name === null ? null : { written, branch, target: { id: textOf(field(target, 'id')), name } };
}

/** An own property of a plain object; what it inherits is none of ours. */
function field(data: unknown, name: string): unknown {
  return typeof data === 'object' && data !== null && Object.hasOwn(data, name)
    ? (data as Record<string, unknown>)[name]
    : undefined;
}

function textOf(data: unknown): string | null {
  return typeof data === 'string' && data.length <= LONGEST_TEXT ? data : null;
}

function textsOf(data: unknown, most: number): readonly string[] | null {
  if (!Array.isArray(data) || data.length > most) return null;
  const texts = data.map(textOf);
  return texts.every((text): text is string => text !== null) ? texts : null;
}

/** The readable entries of a list, at most so many. */
function listOf<T>(data: unknown, most: number, read: (entry: unknown) => T | null): T[] {
  if (!Array.isArray(data)) return [];
  return data.slice(0, most).flatMap((entry) => {
    const known = read(entry);
    return known === null ? [] : [known];
  });
}

function oneOf<T extends string>(data: unknown, known: readonly T[]): T | null {
  return known.find((name) => name === data) ?? null;
}
