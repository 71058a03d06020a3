import { normaliseText, readDate, readYesNo, tidyText } from '../values';
import { duplicate } from './issues';
import type { CellValue, Issue, Organization, Subject, SubjectKind } from '../model';
import { dataRows } from './bodyRows';
import type { TableReading } from './classify';
import { columnOf } from './columns';
import { nameType, type Named } from './names';
import { refAt } from './ruleTables';
import { Superiors } from './superiors';

const NO_ALIASES: readonly string[] = [];

/** A member of the roster (党员名册). */
export interface Member extends Named, Subject {
  readonly id: string | null;
  readonly name: string;
  readonly branch: string | null;
}

/** Organizations of a roster sheet (单位名册); of a duplicate the first counts, the second is D05. */
export function readOrganizations(tables: readonly TableReading[], issues: Issue[]): Organization[] {
  const found: Organization[] = [];
  const ids = new Map<string, Organization>();
  const names = new Map<string, Organization>();
  const stated = new Set<Organization>();
  const flags: FlagAnswer[] = [];
  for (const table of tables) {
    const { columns, block } = table;
    const { grid } = block;
    const aliasColumns = columns.filter((c) => c.fields.has('alias')).map((c) => c.column);
    const at = {
      parent: columnOf(columns, 'parent'),
      kind: columnOf(columns, 'kind'),
      takesPart: columnOf(columns, 'takesPart'),
      takesFlag: columnOf(columns, 'takesFlag'),
      founded: columnOf(columns, 'founded'),
      leader: columnOf(columns, 'leader'),
    };
    const kindColumn = at.kind ?? columns.find((c) => c.key === '类别')?.column ?? null;
    const groupColumn = table.group !== kindColumn ? table.group : null;
    for (const { row, band } of dataRows(table)) {
      const text = (column: number | null) => (column === null ? '' : tidyText(grid.text(row, column)));
      const name = table.unit === null ? '' : tidyText(grid.text(row, table.unit));
      if (name === '') continue;
      const id = text(table.id) || null;
      const place = refAt(table, row, table.unit!);
      const first = (id !== null ? ids.get(normaliseText(id)) : undefined) ?? names.get(normaliseText(name));
      if (first) {
        issues.push(duplicate('subject', { code: first.id ?? first.name, name: first.name }, place));
        continue;
      }
      const founded =
        at.founded === null
          ? null
          : readDate(grid.value(row, at.founded), { date1904: grid.workbook.date1904, year: null });
      const takesPart = at.takesPart === null ? null : readYesNo(grid.value(row, at.takesPart));
      const kindText = text(kindColumn);
      if (kindText !== '' && statedKind(kindText) === null && isKindColumn(table, kindColumn)) {
        issues.push({
          code: 'D03',
          variant: 'kind',
          subject: id ?? name,
          subjectName: name,
          scheme: null,
          place: refAt(table, row, kindColumn!),
          data: { text: kindText },
        });
      }
      const organization: Organization = {
        id,
        name,
        aliases: aliasColumns.flatMap((column) => aliasesIn(text(column))),
        parent: text(at.parent) || null,
        kind: statedKind(kindText) ?? kindOfName(name),
        group: text(groupColumn) || (groupColumn === null ? band : null),
        founded: founded?.state === 'value' ? founded.value.iso : null,
        contactLeader: namedLeader(text(at.leader)),
        exempt: takesPart?.state === 'value' && !takesPart.value,
        place,
      };
      found.push(organization);
      flags.push(at.takesFlag === null ? undefined : answerIn(grid.value(row, at.takesFlag)));
      if (text(kindColumn) !== '') stated.add(organization);
      if (id !== null) ids.set(normaliseText(id), organization);
      names.set(normaliseText(name), organization);
    }
  }
  return withFlags(withDirectGeneralBranches(found, stated), flags);
}

/** Members of roster sheets (党员名册). */
export function readMembers(tables: readonly TableReading[], superiors: Superiors, issues: Issue[]): Member[] {
  const found: Member[] = [];
  const ids = new Map<string, Member>();
  const noes = new Map<CellValue, boolean>();
  for (const table of tables) {
    const { columns, block } = table;
    const { grid } = block;
    const takesPartColumn = columnOf(columns, 'takesPart');
    const groupColumn = columns.find((c) => c.key === '组别')?.column ?? null;
    const branchColumn = table.branch ?? table.unit;
    let carriedBranch = '';
    for (const { row, band } of dataRows(table)) {
      const name = table.person === null ? '' : textIn(grid, row, table.person);
      if (name === '') continue;
      const id = textIn(grid, row, table.id) || null;
      const place = refAt(table, row, table.person!);
      const first = id === null ? undefined : ids.get(normaliseText(id));
      if (first) {
        issues.push(duplicate('subject', { code: first.id ?? first.name, name: first.name }, place));
        continue;
      }
      carriedBranch = textIn(grid, row, branchColumn) || carriedBranch;
      const written = carriedBranch || band;
      const above = superiors.ofBranch(written);
      // 采矿支部 is the 采矿党支部 of the roster.
      const branch = above[0] ?? written;
      const saysNo = takesPartColumn !== null && isNo(grid.value(row, takesPartColumn), noes);
      const member: Member = {
        id,
        name,
        aliases: NO_ALIASES,
        type: null,
        kind: '党员',
        branch,
        above,
        group: textIn(grid, row, groupColumn) || branch,
        exempt: saysNo,
        organization: null,
        place,
      };
      found.push(member);
      if (id !== null) ids.set(normaliseText(id), member);
    }
  }
  return found;
}

/**
 * Text of a cell as it is kept, "" where the table has no such column. A text that looks like a formula is evidence and
 * is kept to the letter.
 */
export function textIn(grid: TableReading['block']['grid'], row: number, column: number | null): string {
  return column === null ? '' : grid.tidy(row, column);
}

/** Whether a cell says no, each value read once. */
function isNo(value: CellValue, known: Map<CellValue, boolean>): boolean {
  let no = known.get(value);
  if (no === undefined) {
    const reading = readYesNo(value);
    known.set(value, (no = reading.state === 'value' && !reading.value));
  }
  return no;
}

/** 联系领导 that is a name; 无 and dashes are none. */
function namedLeader(text: string): string | null {
  return text === '' || /^[/\\—–-]+$|^(?:无|没有|暂无)$/.test(text) ? null : text;
}

function aliasesIn(text: string): string[] {
  return text
    .split(/[、,，;；/|]/)
    .map((alias) => alias.trim())
    .filter((alias) => alias !== '' && !/^[—–-]+$|^无$/.test(alias));
}

/** 类型 as written; null when it is none. */
export function statedKind(text: string): SubjectKind | null {
  const key = normaliseText(text);
  if (/直属/.test(key) && /总支/.test(key)) return '直属党总支';
  if (/总支/.test(key)) return '党总支';
  if (/支部/.test(key)) return '党支部';
  return /党委|委员会/.test(key) ? '党委' : null;
}

/** A column of types: most of its cells are one; another use of the word (生产单位, 机关) is not asked for. */
function isKindColumn(table: TableReading, column: number | null): boolean {
  if (column === null) return false;
  const texts = dataRows(table)
    .map(({ row }) => table.block.grid.text(row, column))
    .filter((text) => text !== '');
  return texts.filter((text) => statedKind(text) !== null).length * 2 > texts.length;
}

/** 类型 that the end of a name says; null when it says none. */
export function kindOfName(name: string): SubjectKind | null {
  const type = nameType(name);
  if (type === 'committee') return '党委';
  if (type === 'general') return /直属/.test(name) ? '直属党总支' : '党总支';
  return type === 'branch' ? '党支部' : null;
}

/**
 * Without a 类型 column a 党总支 whose 上级 is not itself on the roster stands directly under the group: 直属党总支, which
 * counts with the 党委 (specification, section 8).
 */
function withDirectGeneralBranches(organizations: Organization[], stated: ReadonlySet<Organization>): Organization[] {
  const listed = new Set(organizations.flatMap((o) => [o.name, ...o.aliases]).map(normaliseText));
  return organizations.map((o) =>
    o.kind === '党总支' && !stated.has(o) && o.parent !== null && !listed.has(normaliseText(o.parent))
      ? { ...o, kind: '直属党总支' }
      : o,
  );
}

/** Yes, no, nothing written (null), or no such column (undefined). */
type FlagAnswer = boolean | null | undefined;

function answerIn(value: CellValue): boolean | null {
  const reading = readYesNo(value);
  return reading.state === 'value' ? reading.value : null;
}

/**
 * Who competes for flags: an organization's own word, else that of the nearest one above it that has one; who says
 * nothing has not opted in. Without such a column everybody competes.
 */
function withFlags(organizations: Organization[], answers: readonly FlagAnswer[]): Organization[] {
  if (answers.every((answer) => answer === undefined)) return organizations;
  const superiors = new Superiors(organizations);
  return organizations.map((organization, index) => {
    if (answers[index] === undefined) return organization;
    const deciding = [index, ...superiors.chainOf(index)].find((at) => typeof answers[at] === 'boolean');
    return { ...organization, takesFlag: deciding !== undefined && answers[deciding] === true };
  });
}
