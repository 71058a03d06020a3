import type { SubjectKind } from '../model';
import { headerKey } from '../recognise/labels';
import { nameType } from '../recognise/names';
import { kindOfName, statedKind } from '../recognise/people';
import { fieldsOf } from '../recognise/vocabulary';
import type { HeaderField } from '../recognise/words';
import { normaliseText, readYesNo, tidyText } from '../values';
import { pastedRows } from './pastedRows';
import type { RosterMember, RosterUnit } from './request';

/** Something odd in a pasted list: a key of the texts `templates.roster.*` and what fills it in. */
export interface RosterProblem {
  /** Line of the text, from 1. */
  readonly line: number;
  readonly problem: 'noName' | 'duplicate' | 'unknownKind';
  readonly data: Readonly<Record<string, string | number>>;
}

/** What a pasted list says. */
export interface ParsedRoster<T> {
  readonly entries: readonly T[];
  readonly problems: readonly RosterProblem[];
}

/** A 类型 alone, not at the end of a name. */
const KIND_WORD = /^(?:基层)?(?:党委|(?:直属)?党?总支部?|党?支部)$/;

type Field = keyof Omit<RosterUnit, 'kind' | 'takesPart'> | 'kind' | 'takesPart' | 'branch' | 'class';
type Columns = ReadonlyMap<Field, number>;

/** Which header words name which field, the first that fits; 类别 may be a group or a class. */
const UNIT_FIELDS: readonly (readonly [Field, readonly HeaderField[]])[] = [
  ['kind', ['kind']],
  ['parent', ['parent']],
  ['leader', ['leader']],
  ['alias', ['alias']],
  ['secretary', ['secretary']],
  ['memberCount', ['memberCount']],
  ['founded', ['founded']],
  ['takesPart', ['takesPart']],
  ['name', ['unit']],
  ['id', ['id']],
  ['group', ['group']],
];
const MEMBER_FIELDS: readonly (readonly [Field, readonly HeaderField[]])[] = [
  ['takesPart', ['takesPart']],
  ['name', ['person']],
  ['branch', ['branch', 'unit', 'parent']],
  ['id', ['id']],
  ['class', ['class', 'kind']],
];

/**
 * A list of units as it is pasted from Excel: names alone, or columns in any order under a header of the usual words.
 * Of a name or an id that comes twice the first counts.
 * @example parseUnits("单位名称\t组别\n红岩锡矿党委\t生产单位").entries[0]?.group // "生产单位"
 */
export function parseUnits(text: string): ParsedRoster<RosterUnit> {
  const table = readTable(text, UNIT_FIELDS, guessUnitColumns);
  const problems: RosterProblem[] = [];
  const entries = readEntries(table, problems, ({ at, line }): RosterUnit => {
    const stated = at('kind');
    const kind: SubjectKind | null = statedKind(stated);
    if (stated !== '' && kind === null) problems.push({ line, problem: 'unknownKind', data: { line, text: stated } });
    return {
      id: at('id'),
      name: at('name'),
      alias: at('alias'),
      parent: at('parent'),
      kind,
      group: at('group'),
      secretary: at('secretary'),
      memberCount: at('memberCount'),
      founded: at('founded'),
      takesPart: !saysNo(at('takesPart')),
      leader: at('leader'),
    };
  });
  return { entries, problems };
}

/**
 * A list of members as it is pasted from Excel: names alone, or columns in any order under a header.
 * @example parseMembers("姓名\t所在支部\n岑远舟\t采一工区党支部").entries[0]?.branch // "采一工区党支部"
 */
export function parseMembers(text: string): ParsedRoster<RosterMember> {
  const table = readTable(text, MEMBER_FIELDS, guessMemberColumns);
  const problems: RosterProblem[] = [];
  const entries = readEntries(table, problems, ({ at }): RosterMember => ({
    id: at('id'),
    name: at('name'),
    branch: at('branch'),
    class: at('class'),
    takesPart: !saysNo(at('takesPart')),
  }));
  return { entries, problems };
}

interface Table {
  readonly columns: Columns;
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

function readTable(
  text: string,
  fields: readonly (readonly [Field, readonly HeaderField[]])[],
  guess: (rows: readonly (readonly string[])[]) => Columns,
): Table {
  const rows = pastedRows(text).map(({ line, cells }) => ({ line, cells: cells.map(tidyText) }));
  const headers = rows.slice(0, 5).map(({ cells }) => headerOf(cells, fields));
  const at = headers.findIndex((columns) => columns !== null);
  if (at >= 0) return { columns: headers[at]!, rows: rows.slice(at + 1) };
  return { columns: guess(rows.map(({ cells }) => cells)), rows };
}

/** Fields of the columns where a row is a header: it names the column of the names, and every other word is known. */
function headerOf(
  cells: readonly string[],
  fields: readonly (readonly [Field, readonly HeaderField[]])[],
): Columns | null {
  const columns = new Map<Field, number>();
  let known = 0;
  let filled = 0;
  cells.forEach((cell, column) => {
    if (cell === '') return;
    filled++;
    const key = headerKey(cell);
    const meanings = fieldsOf(key);
    const field = fields.find(([name, words]) => !columns.has(name) && words.some((word) => meanings.has(word)))?.[0];
    const own = field ?? (/名称$/.test(key) && !columns.has('name') ? 'name' : undefined);
    if (own !== undefined) columns.set(own, column);
    if (own !== undefined || meanings.size > 0) known++;
  });
  return columns.has('name') && known * 2 > filled ? columns : null;
}

/** Without a header: the column of 类型 by its words, of ids by their digits, of names by their ends, else the longest. */
function guessUnitColumns(rows: readonly (readonly string[])[]): Columns {
  const width = Math.max(0, ...rows.map(({ length }) => length));
  const texts = Array.from({ length: width }, (_, c) => rows.map((row) => row[c] ?? '').filter((cell) => cell !== ''));
  const columns = new Map<Field, number>();
  const most = (list: readonly string[], test: (cell: string) => boolean) =>
    list.length > 0 && list.filter(test).length * 2 > list.length;
  const take = (field: Field, test: (list: readonly string[], column: number) => boolean) => {
    const column = texts.findIndex((list, c) => ![...columns.values()].includes(c) && test(list, c));
    if (column >= 0) columns.set(field, column);
  };
  const isNumbering = (list: readonly string[]) => list.every((cell, i) => cell === String(i + 1));
  take('kind', (list) => most(list, (cell) => KIND_WORD.test(cell)));
  take('id', (list) => most(list, (cell) => /^[A-Za-z]{0,4}-?\d{1,12}$/.test(cell)) && !isNumbering(list));
  const isDistinct = (list: readonly string[]) => new Set(list).size * 2 > list.length;
  take('name', (list) => isDistinct(list) && most(list, (cell) => nameType(cell) !== null));
  if (!columns.has('name')) take('name', (list) => isDistinct(list) && most(list, (cell) => /[^\d.\s]/.test(cell)));
  take('parent', (list) => most(list, (cell) => kindOfName(cell) !== null));
  take('group', (list) => new Set(list).size < list.length && most(list, (cell) => /[^\d.\s]/.test(cell)));
  return columns;
}

/** Without a header: names are short, branches end as organizations do, ids are digits. */
function guessMemberColumns(rows: readonly (readonly string[])[]): Columns {
  const width = Math.max(0, ...rows.map(({ length }) => length));
  const columns = new Map<Field, number>();
  for (let c = 0; c < width; c++) {
    const cells = rows.map((row) => row[c] ?? '').filter((cell) => cell !== '');
    const share = (test: (cell: string) => boolean) => cells.filter(test).length * 2 > cells.length;
    if (share((cell) => nameType(cell) !== null)) columns.set('branch', columns.get('branch') ?? c);
    else if (share((cell) => /^[A-Za-z]{0,4}-?\d{3,18}$/.test(cell))) columns.set('id', columns.get('id') ?? c);
    else if (share((cell) => /^[\p{L}·]{2,20}$/u.test(cell))) columns.set('name', columns.get('name') ?? c);
  }
  return columns;
}

function readEntries<T extends { readonly id: string; readonly name: string }>(
  { columns, rows }: Table,
  problems: RosterProblem[],
  make: (row: { readonly at: (field: Field) => string; readonly line: number }) => T & { readonly branch?: string },
): T[] {
  const seen = new Map<string, number>();
  return rows.flatMap(({ line, cells }) => {
    const at = (field: Field) => cells[columns.get(field) ?? -1] ?? '';
    if (cells.every((cell) => cell === '')) return [];
    if (at('name') === '') {
      problems.push({ line, problem: 'noName', data: { line } });
      return [];
    }
    const entry = make({ at, line });
    const name = `${normaliseText(entry.name)}@${normaliseText(entry.branch ?? '')}`;
    // Two members may share name and branch where their ids tell them apart.
    const keys = entry.id === '' || entry.branch === undefined ? [name] : [];
    if (entry.id !== '') keys.push(`#${normaliseText(entry.id)}`);
    const first = keys.map((key) => seen.get(key)).find((found) => found !== undefined);
    if (first !== undefined) {
      problems.push({ line, problem: 'duplicate', data: { line, name: entry.name, first } });
      return [];
    }
    for (const key of keys) seen.set(key, line);
    return [entry];
  });
}

function saysNo(text: string): boolean {
  const reading = readYesNo(text);
  return reading.state === 'value' && !reading.value;
}
