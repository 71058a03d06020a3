import { normaliseText } from '../values';
import { findRule } from '../rules';
import type { Reason, RegisterField, RegisterLayout, ScoreLayout, SheetRole } from '../model';
import type { Block } from './blocks';
import { columnOf, givenColumn, isOpen, type ColumnMeaning } from './columns';
import type { Given } from './corrections/book';
import { headerKey, nameKey, pointsInLabel } from './labels';
import { kindOfName } from './people';
import { REGISTER_PATTERNS, REGISTER_SIGNS, REGISTER_WORDS } from './registerWords';
import { rowKind } from './rowKinds';
import { sourceOfRow, type Vocabulary } from './vocabulary';

/** Role of one table with the columns that carry it. */
export interface TableReading {
  readonly block: Block;
  readonly columns: readonly ColumnMeaning[];
  readonly role: SheetRole;
  readonly layout: ScoreLayout | RegisterLayout | null;
  /** Column of the subjects' names, column of their ids, column of members' branches. */
  readonly unit: number | null;
  readonly person: number | null;
  readonly id: number | null;
  readonly branch: number | null;
  /** Column of the superior organizations (上级, 所属党委). */
  readonly parent: number | null;
  readonly group: number | null;
  /** Column that names the source of each row (自评, 考核), where a subject has a row for each. */
  readonly rowSource: number | null;
  /** Column that names indicators in rows (forms, long tables), and dimensions. */
  readonly indicator: number | null;
  /** Column of the scoring methods of a rule table. */
  readonly method: number | null;
  /** Column of 项目 of a bonus and penalty sheet. */
  readonly item: number | null;
  readonly dimension: number | null;
  readonly confidence: number;
  readonly reasons: readonly Reason[];
  /** What people have said of it; null when nothing. */
  readonly given: Given | null;
}

const SAMPLE_ROWS = 200;
const ROSTER_FIELDS = [
  'kind',
  'alias',
  'parent',
  'takesPart',
  'founded',
  'secretary',
  'memberCount',
  'id',
  'group',
  'leader',
] as const;
const ADJUSTMENT_TITLE = /加分|扣分|加减分|否决|奖惩|奖励/;

/**
 * Takes a table for one role, by its headers, its shape and its values; never by its name alone. A role that a person
 * has given holds.
 */
export function classify(
  block: Block,
  columns: readonly ColumnMeaning[],
  vocabulary: Vocabulary,
  adjustmentNames: ReadonlySet<string>,
  given: Given | null = null,
): TableReading {
  const rows = sampleRows(block, columns);
  const indicator = indicatorColumn(block, columns, rows, vocabulary);
  const subject = subjectColumns(block, columns, rows, indicator === null ? vocabulary : null);
  const dimension = columns.find(
    (c) => c.fields.has('dimension') && c.column !== indicator?.column && c.scored.length === 0,
  );
  const rowSource = rowSourceColumn(block, columns, rows);
  const method = methodColumn(block, columns, rows);
  const base = {
    block,
    columns,
    ...subject,
    group: subject.group === rowSource ? null : subject.group,
    rowSource,
    method: method?.column ?? null,
    parent: columnOf(columns, 'parent'),
    indicator: indicator?.column ?? null,
    item: itemColumn(block, columns, rows, adjustmentNames),
    dimension: dimension?.column ?? null,
    given,
  };
  const make = (
    role: SheetRole,
    layout: TableReading['layout'],
    confidence: number,
    key: string,
    data: Reason['data'] = {},
  ): TableReading => ({
    ...base,
    role,
    layout,
    confidence,
    reasons: [{ key, data }],
  });

  const hasSubject = subject.unit !== null || subject.person !== null || subject.id !== null;
  const inRows = indicator !== null && indicator.share >= 0.3;
  if (given?.role) {
    const { role, layout } = given.role;
    const own = role === 'scores' ? (inRows ? (hasSubject ? 'long' : 'form') : 'wide') : null;
    return make(role, layout ?? own, 1, 'given');
  }
  if (method && method.share >= 0.3)
    return make('rules', null, 0.6 + 0.4 * method.share, 'rules', { share: percent(method.share) });
  if (vocabulary.isPair(new Set(columns.map((c) => c.key)))) return make('parameters', null, 0.95, 'parameters');

  const register = registerLayout(block, columns);
  const scoredColumns = columns.filter((c) => c.scored.length > 0).length;
  const levels = columns.filter((c) => c.level !== null && c.level >= 0).length;
  const raters = columns.filter((c) => c.rater).length;
  if (inRows && !hasSubject)
    return make('scores', 'form', 0.5 + 0.5 * indicator.share, 'form', { count: indicator.count });
  if (inRows && hasSubject)
    return make('scores', 'long', 0.5 + 0.5 * indicator.share, 'long', { count: indicator.count });
  if (register && scoredColumns === 0 && levels < 2)
    return make('register', register.layout, register.confidence, `register.${register.layout}`, {
      fields: register.fields,
    });
  if (hasSubject && scoredColumns === 0) {
    const { item } = base;
    if (item !== null && isAdjustments(block, columns, rows, item, adjustmentNames))
      return make('adjustments', null, 0.9, 'adjustments');
    if (levels >= 3 || (levels === 2 && columns.some((c) => c.level === -1 || c.fields.has('attendance')))) {
      return make('votes', null, 0.95, 'votes', { count: levels });
    }
    if (raters >= 2) return make('votes', null, 0.9, 'raters', { count: raters });
  }
  if (hasSubject && scoredColumns > 0)
    return make('scores', 'wide', Math.min(1, 0.6 + scoredColumns * 0.05), 'wide', { count: scoredColumns });
  if (hasSubject && columns.some((c) => isScoreTotal(c))) return make('scores', 'wide', 0.8, 'totals');
  if (subject.unit !== null) {
    const registered = countFields(columns, ROSTER_FIELDS);
    const isTitled = /名册|名单|一览表|花名册/.test(`${block.title} ${block.grid.sheet.name}`);
    if (registered >= 2 || (registered === 1 && isTitled)) return make('roster', null, 0.9, 'roster');
  }
  if (subject.person !== null && countFields(columns, ['id', 'branch', 'class', 'takesPart', 'unit']) >= 1)
    return make('members', null, 0.9, 'members');
  return make('other', null, 0.5, 'other');
}

/** A column that holds one total of a source or of the whole assessment. */
export function isScoreTotal({ fields, source, reading, key, header }: ColumnMeaning): boolean {
  if (fields.has('note')) return false;
  if (fields.has('total') || fields.has('score')) return true;
  // A word that names a source only; 上级 over the superior organizations of a roster is a field of its own.
  // One with a full mark of its own (群众评价15分) is a part of something.
  const isPart = header.levels.some((level) => pointsInLabel(level) !== null);
  return source !== null && fields.size === 0 && !isPart && (reading === 'points' || key.length <= 8);
}

/** Body rows that can tell what a table is, at most a sample. */
function sampleRows(block: Block, columns: readonly ColumnMeaning[]): number[] {
  const keys = columns
    .filter((c) => c.fields.has('unit') || c.fields.has('person') || c.fields.has('id'))
    .map((c) => c.column);
  const rows: number[] = [];
  for (const row of block.grid.sheet.cells.rows) {
    if (row < block.firstRow) continue;
    if (row > block.lastRow || rows.length >= SAMPLE_ROWS) break;
    if (rowKind(block.grid, row, block.left, block.right, keys) === 'data') rows.push(row);
  }
  return rows;
}

/** Columns of the subjects; with a vocabulary a column without a telling header is looked for by its content. */
function subjectColumns(
  block: Block,
  columns: readonly ColumnMeaning[],
  rows: readonly number[],
  vocabulary: Vocabulary | null,
) {
  const free = columns.filter((c) => c.scored.length === 0);
  const only = (field: 'person' | 'unit' | 'id' | 'branch' | 'group') => free.filter((c) => c.fields.has(field));
  const persons = only('person').filter((c) => !c.fields.has('unit') || only('unit').length > 1);
  const person = persons[0]?.column ?? null;
  const branches = only('branch').filter((c) => person !== null && c.column !== person);
  const branch = branches[0]?.column ?? null;
  const units = only('unit').filter((c) => c.column !== person && c.column !== branch);
  const responsible = units.find((c) => !/填报|填表|报送|责任/.test(c.key)) ?? units[0];
  let unit: number | null = responsible?.column ?? (person === null ? (only('branch')[0]?.column ?? null) : null);
  const ids = only('id').filter((c) => c.column !== unit && !(c.key === '编号' && !idLike(block, c.column, rows)));
  const id = ids[0]?.column ?? null;
  const group = groupColumn(
    block,
    only('group').filter((c) => c.column !== unit),
    rows,
    person !== null,
  );
  const hasScores = columns.some((c) => c.scored.length > 0 || isScoreTotal(c));
  if (unit === null && person === null && id === null && hasScores && vocabulary)
    unit = namedByContent(block, columns, rows, vocabulary);
  return { unit, person, id, branch: branch === unit ? null : branch, group };
}

/** The column whose cells name sources, at least two of them. */
function rowSourceColumn(block: Block, columns: readonly ColumnMeaning[], rows: readonly number[]): number | null {
  const given = givenColumn(columns, 'origin');
  if (given !== null) return given;
  for (const { column, scored, fields } of columns.filter(isOpen)) {
    if (scored.length > 0 || fields.has('note') || fields.has('origin')) continue;
    const texts = rows.map((row) => block.grid.ownText(row, column).trim()).filter((text) => text !== '');
    if (texts.length < 2 || texts.some((text) => text.length > 12)) continue;
    const sources = texts.map(sourceOfRow).filter((source) => source !== null);
    if (sources.length >= texts.length * 0.8 && new Set(sources).size >= 2) return column;
  }
  return null;
}

/** 组别; a 类别 of organizations serves where it does not hold their 类型, one of members is their class. */
function groupColumn(
  block: Block,
  candidates: readonly ColumnMeaning[],
  rows: readonly number[],
  isPerson: boolean,
): number | null {
  const named = candidates.find((c) => !c.fields.has('dimension') && !c.fields.has('class'));
  if (named) return named.column;
  const vague = isPerson ? undefined : candidates[0];
  if (!vague) return null;
  const texts = rows.map((row) => block.grid.ownText(row, vague.column)).filter((text) => text !== '');
  return texts.length > 0 && texts.every((text) => kindOfName(text) === null) ? vague.column : null;
}

/** An id column under the vague header 编号 holds something else than 1, 2, 3 …. */
function idLike(block: Block, column: number, rows: readonly number[]): boolean {
  return rows.some((row, k) => {
    const text = block.grid.ownText(row, column);
    return text !== '' && Number(text) !== k + 1;
  });
}

/** Where no header names the subjects: the leftmost column of texts that mostly differ and are no indicators. */
function namedByContent(
  block: Block,
  columns: readonly ColumnMeaning[],
  rows: readonly number[],
  vocabulary: Vocabulary,
): number | null {
  for (const { column, fields, scored } of columns.filter(isOpen)) {
    if (scored.length > 0 || fields.size > 0) continue;
    const texts = rows
      .map((row) => block.grid.own(row, column))
      .filter((value): value is string => typeof value === 'string' && value.trim() !== '');
    if (texts.length < Math.max(2, rows.length * 0.6)) continue;
    if (texts.filter((text) => vocabulary.isScored(text)).length > texts.length * 0.2) continue;
    if (texts.some((text) => /^[\d.\s%分]+$/.test(text))) continue;
    if (new Set(texts.map(normaliseText)).size >= texts.length * 0.8) return column;
  }
  return null;
}

/** The column whose cells name indicators, with the share of rows that do. */
function indicatorColumn(
  block: Block,
  columns: readonly ColumnMeaning[],
  rows: readonly number[],
  vocabulary: Vocabulary,
) {
  let best: { column: number; share: number; count: number } | null = null;
  const given = givenColumn(columns, 'indicator');
  for (const { column, scored, fields } of columns.filter((c) => (given === null ? isOpen(c) : c.column === given))) {
    if (scored.length > 0) continue;
    let count = 0;
    let filled = 0;
    const names = new Set<string>();
    for (const row of rows) {
      const value = block.grid.own(row, column);
      if (typeof value !== 'string' || value.trim() === '') continue;
      filled++;
      if (vocabulary.match(value).length > 0) {
        count++;
        names.add(normaliseText(value));
      }
    }
    if (column === given) return { column, share: Math.max(0.3, count / Math.max(1, filled)), count };
    const named = fields.has('indicator') || fields.has('dimension') || fields.has('indicatorId');
    if (names.size < (named ? 2 : 3)) continue;
    const indicators = rows.some((row) => vocabulary.indicators(block.grid.ownText(row, column)).length > 0);
    const share = count / Math.max(1, filled);
    const better = best === null || (indicators ? count : count / 2) > best.count;
    if (share >= 0.3 && better) best = { column, share, count: indicators ? count : count / 2 };
  }
  return best;
}

/** The column of scoring methods with the share of its cells that name one: by its header, else by what it holds. */
function methodColumn(
  block: Block,
  columns: readonly ColumnMeaning[],
  rows: readonly number[],
): { readonly column: number; readonly share: number } | null {
  const max = columns.some((c) => c.fields.has('max'));
  const named = columns.some((c) => c.fields.has('indicator') || c.fields.has('indicatorId'));
  if (!max || !named) return null;
  let best: { column: number; share: number } | null = null;
  const given = givenColumn(columns, 'method');
  for (const column of columns.filter((c) => (given === null ? isOpen(c) : c.column === given))) {
    const isMethod = column.fields.has('method');
    const texts = rows.map((row) => block.grid.ownText(row, column.column)).filter((text) => text.trim() !== '');
    if (texts.length === 0) continue;
    let share = texts.filter((text) => findRule(text) !== null).length / texts.length;
    if (!isMethod && share < 0.6) continue;
    // A column of that name beside one of parameters is a rule table even where every word in it is wrong.
    if (isMethod && columns.some((c) => c.key === '参数')) share = Math.max(share, 0.5);
    if (best === null || share > best.share) best = { column: column.column, share };
  }
  return best;
}

/** The column of bonuses, penalties and vetoes: the one whose cells name some, else the one of that header. */
function itemColumn(
  block: Block,
  columns: readonly ColumnMeaning[],
  rows: readonly number[],
  names: ReadonlySet<string>,
): number | null {
  const share = ({ column }: ColumnMeaning) => {
    const texts = rows.map((row) => block.grid.text(row, column)).filter((text) => text.trim() !== '');
    return texts.filter((text) => names.has(nameKey(text))).length / Math.max(1, texts.length);
  };
  const given = givenColumn(columns, 'item');
  if (given !== null) return given;
  const free = columns.filter((c) => isOpen(c) && !c.fields.has('unit') && !c.fields.has('person'));
  return free.find((c) => share(c) >= 0.3)?.column ?? columnOf(columns, 'item');
}

function isAdjustments(
  block: Block,
  columns: readonly ColumnMeaning[],
  rows: readonly number[],
  item: number,
  names: ReadonlySet<string>,
): boolean {
  const shape = columns.some(
    (c) =>
      c.fields.has('times') ||
      c.fields.has('max') ||
      c.fields.has('plus') ||
      c.fields.has('minus') ||
      c.fields.has('score'),
  );
  const grounds = columns.some((c) => c.fields.has('basis') || c.fields.has('grade'));
  if (!shape && !grounds) return false;
  const known = rows.filter((row) => names.has(nameKey(block.grid.text(row, item)))).length;
  const title = ADJUSTMENT_TITLE.test(block.title) || ADJUSTMENT_TITLE.test(block.grid.sheet.name);
  return known > 0 || (shape && grounds && (title || rows.length > 0)) || (title && shape);
}

function countFields(
  columns: readonly ColumnMeaning[],
  fields: readonly Parameters<ColumnMeaning['fields']['has']>[0][],
): number {
  return fields.filter((field) => columns.some((c) => c.fields.has(field))).length;
}

/** Columns of a table by register field: by the words of the field, else by what the header says of it. */
export function registerColumns(all: readonly ColumnMeaning[]): Partial<Record<RegisterField, number>> {
  const found: Partial<Record<RegisterField, number>> = {};
  const taken = new Set<number>();
  for (const { column, choice } of all) {
    if (choice?.kind === 'register') found[choice.name as RegisterField] = column;
    else if (choice?.kind === 'field' && choice.name === 'unit') found.unit = column;
  }
  const columns = all.filter(isOpen);
  for (const [field, words] of Object.entries(REGISTER_WORDS) as [RegisterField, readonly string[]][]) {
    if (found[field] !== undefined) continue;
    const keys = words.map(headerKey);
    const column = columns.find((c) => keys.includes(c.key));
    if (!column) continue;
    found[field] = column.column;
    taken.add(column.column);
  }
  // 已签 beside 应签 is a count, alone it says yes or no.
  if (columns.some((c) => /^应签/.test(c.key)) && columns.find((c) => c.column === found.signed)?.key === '已签') {
    found.done ??= found.signed;
    delete found.signed;
  }
  for (const [field, pattern] of REGISTER_PATTERNS) {
    if (found[field] !== undefined) continue;
    const column = columns.find((c) => !taken.has(c.column) && c.key.length <= 20 && pattern.test(c.key));
    if (!column) continue;
    found[field] = column.column;
    taken.add(column.column);
  }
  return found;
}

function registerLayout(
  block: Block,
  columns: readonly ColumnMeaning[],
): { layout: RegisterLayout; confidence: number; fields: number } | null {
  const found = registerColumns(columns);
  const months = columns.filter((c) => c.month !== null).length;
  const hasUnit = found.unit !== undefined || columns.some((c) => c.fields.has('unit'));
  if (!hasUnit) return null;
  let best: { layout: RegisterLayout; confidence: number; fields: number; weight: number } | null = null;
  for (const [layout, signs] of Object.entries(REGISTER_SIGNS) as [
    RegisterLayout,
    (typeof REGISTER_SIGNS)[RegisterLayout],
  ][]) {
    const fields =
      signs.fields.filter((field) => found[field] !== undefined).length +
      (layout === 'info' && (months >= 3 || (months > 0 && signs.title.test(`${block.title} ${block.grid.sheet.name}`)))
        ? 3
        : 0);
    const titled = signs.title.test(block.title) || signs.title.test(block.grid.sheet.name);
    if (fields === 0 || (fields === 1 && !titled)) continue;
    const weight = fields + (titled ? 1.5 : 0);
    if (best === null || weight > best.weight)
      best = { layout, fields, weight, confidence: Math.min(0.99, 0.55 + fields * 0.12 + (titled ? 0.15 : 0)) };
  }
  return best;
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
