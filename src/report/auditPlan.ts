import type { CellStyle, OutValue, SourceCode } from '../model';
import { sourceOfName } from '../rules';
import { tieKeys, type SourceWorkings } from '../score';
import { Q } from '../values';
import { LOOKS } from './looks';
import { rankedGroups, unranked, type SchemeView } from './schemeView';
import { fit, textWidth } from './textWidth';

/** Characters that fill A4 across at full size. */
const FULL_WIDTH = 122;
const NOTE = { narrowest: 18, widest: 44 };
const NAME = { narrowest: 14, widest: 34 };
/** Columns of votes or raters that the paper has room for; more of them stand beside what is printed. */
const MOST_PRINTED_EVIDENCE = 8;
/** More groups than this are told by a column, fewer by bands as in official tables. */
const MOST_BANDS = 12;

/** A column of votes of one level, or of one rater. */
export interface Evidence {
  readonly key: string;
  readonly source: SourceWorkings;
  /** Level of the vote table, or index of the rater. */
  readonly index: number;
  readonly kind: 'vote' | 'rater';
}

/** A column of 总分核算; `key` is how formulas name it. */
export interface AuditColumn {
  readonly key: string;
  readonly header: string;
  /** Words over several columns. */
  readonly over?: string;
  /** Weight, cap or the like that the formulas of the column use. */
  readonly parameter?: OutValue;
  readonly width: number;
  readonly look: CellStyle;
}

/** A group of the sheet: the row of its band, if it has one, and of its first subject. */
export interface PlacedGroup {
  readonly band: string | null;
  readonly subjects: readonly number[];
  readonly isRanked: boolean;
  readonly first: number;
}

/** What stands where on 总分核算. */
export interface AuditPlan {
  readonly view: SchemeView;
  readonly workings: readonly SourceWorkings[];
  readonly evidence: readonly Evidence[];
  readonly columns: readonly AuditColumn[];
  /** Column of a key; -1 without one. */
  readonly at: (key: string) => number;
  /** Columns that are printed come first. */
  readonly printed: number;
  readonly tieKeys: readonly TieColumn[];
}

/** A key of 同分排序 with its rounded values; a source stands on the sheet, a dimension does not. */
export interface TieColumn {
  readonly name: string;
  readonly source: SourceCode | null;
  readonly values: Float64Array;
}

export function planAudit(
  view: SchemeView,
  workings: readonly SourceWorkings[],
  notes: ReadonlyMap<number, string>,
  withVetoes: boolean,
): AuditPlan {
  const { texts, scheme } = view;
  const evidence = workings.flatMap(evidenceOf);
  const shown = evidence.map((line) => evidenceColumn(view, line));
  const isPrinted = shown.length <= MOST_PRINTED_EVIDENCE;
  const beside = evidence.length > 0 && !isPrinted;
  const ties = tieColumns(view);
  const column = (key: string, width: number, look: CellStyle, more: Partial<AuditColumn> = {}): AuditColumn => ({
    key,
    header: more.header ?? texts(`column.${key}`),
    width,
    look,
    ...more,
  });
  const { parameters } = scheme;
  const cap = parameters.totalCap ? { parameter: Q.toNumber(parameters.totalCap) } : {};
  const main = [
    ...labelColumns(view),
    ...(isPrinted ? shown : []),
    ...workings.map(({ code }) => ({
      ...column(code, 9, LOOKS.points, { header: texts(`source.${code}`) }),
      over: texts('column.sources'),
      parameter: Q.toNumber(parameters.weights[code]),
    })),
    column('base', 9, LOOKS.points),
    column('bonus', 7, LOOKS.amount, { parameter: Q.toNumber(parameters.bonusCap) }),
    column('penalty', 7, LOOKS.amount),
    ...(withVetoes ? [column('vetoPenalty', 8, LOOKS.amount)] : []),
    column('total', 9, LOOKS.strong, cap),
    ...(parameters.gradeWithBonus ? [] : [column('judged', 9, LOOKS.points)]),
    column('byBand', 9, LOOKS.center),
    column('grade', 8, LOOKS.strongCenter),
  ];
  const left = FULL_WIDTH - main.reduce((sum, { width }) => sum + width, 0);
  const note = column('note', Math.max(left, fit([...notes.values()], NOTE.narrowest, NOTE.widest)), LOOKS.text);
  const helpers = [
    column('spacer', 3, LOOKS.plain, { header: '' }),
    ...(beside ? shown : []),
    column('order', 11, LOOKS.helper, { over: texts('audit.helpers') }),
    ...ties.map(({ name }, i) => ({
      ...column(`tie${i}`, 11, LOOKS.helper, { header: texts('audit.tie', { name }) }),
      over: texts('audit.helpers'),
    })),
  ];
  const columns = [...main, note, ...helpers];
  const places = new Map(columns.map(({ key }, index) => [key, index]));
  return {
    view,
    workings,
    evidence,
    columns,
    at: (key) => places.get(key) ?? -1,
    printed: main.length + 1,
    tieKeys: ties,
  };
}

function labelColumns(view: SchemeView): AuditColumn[] {
  const { texts, scheme } = view;
  const names = scheme.subjects.map(({ name }) => name);
  const groups = [...new Set(scheme.subjects.map(({ group }) => group ?? ''))];
  const group = { key: 'group', header: texts('column.group'), width: fit(groups, 8, 20), look: LOOKS.text };
  return [
    { key: 'rank', header: texts('column.rank'), width: 6, look: LOOKS.strongCenter },
    {
      key: 'name',
      header: texts(scheme.scheme.kind === 'member' ? 'column.member' : 'column.unit'),
      parameter: texts('audit.parameters'),
      width: Math.max(textWidth(texts('audit.parameters')) + 2, fit(names, NAME.narrowest, NAME.widest)),
      look: LOOKS.text,
    },
    ...(groups.length > 1 && !isBanded(view) ? [group] : []),
  ];
}

/** Whether groups are told by bands. */
export function isBanded(view: SchemeView): boolean {
  const groups = rankedGroups(view).length;
  return groups > 1 && groups <= MOST_BANDS;
}

/** Levels of the first vote table, and raters. */
function evidenceOf(source: SourceWorkings): Evidence[] {
  const levels = source.votes[0]?.levels ?? [];
  const line = (kind: Evidence['kind'], index: number) => ({
    key: `${source.code}:${kind}${index}`,
    source,
    index,
    kind,
  });
  return [...levels.map((_, index) => line('vote', index)), ...source.raters.map((_, index) => line('rater', index))];
}

function evidenceColumn({ texts }: SchemeView, { key, source, index, kind }: Evidence): AuditColumn {
  const data = { source: texts(`source.${source.code}`) };
  if (kind === 'rater') {
    const header = texts('audit.rater', { number: index + 1 });
    return { key, header, over: texts('audit.raters', data), width: 6.5, look: LOOKS.points };
  }
  const { levels, weights } = source.votes[0]!;
  const header = levels[index]!;
  const over = texts('audit.votes', data);
  return { key, header, over, parameter: weights[index]!, width: 6.5, look: LOOKS.whole };
}

/** The keys of 同分排序 that the scheme has. */
function tieColumns({ scheme, result }: SchemeView): TieColumn[] {
  const dimensions = scheme.scheme.dimensions.map(({ name }) => name);
  return tieKeys(scheme.parameters, dimensions, result).map(({ name, values }) => ({
    name,
    source: sourceOfName(name) ?? null,
    values,
  }));
}

/** Groups from a row on, each with its band where there are bands; those without a place last. */
export function placeGroups(view: SchemeView, start: number): { groups: PlacedGroup[]; end: number } {
  const { texts } = view;
  const hasBands = isBanded(view);
  const numerals = texts('word.numerals').split(',');
  let row = start;
  const groups = rankedGroups(view).map(({ group, subjects }, index): PlacedGroup => {
    const data = {
      number: numerals[index] ?? String(index + 1),
      group: group ?? texts('word.noGroup'),
      count: subjects.length,
    };
    const band = hasBands ? texts('ranking.band', data) : null;
    if (band !== null) row++;
    const first = row;
    row += subjects.length;
    return { band, subjects, isRanked: true, first };
  });
  const rest = unranked(view);
  if (rest.length > 0) {
    groups.push({
      band: texts('ranking.unranked', { count: rest.length }),
      subjects: rest,
      isRanked: false,
      first: row + 1,
    });
    row += 1 + rest.length;
  }
  return { groups, end: row };
}
