import {
  AWARDS,
  valueAt,
  type Assessment,
  type CellValue,
  type OutValue,
  type Period,
  type ResultSheet,
  type SheetSnapshot,
  type WorkbookSnapshot,
} from '../model';
import { dataSheet } from './record';
import { gradeName, type SchemeView } from './schemeView';

/** Mark of the very hidden sheet that keeps what earlier periods came to. */
export const HISTORY_MARK = 'history';
const HEADER = ['start', 'end', 'period', 'scheme', 'id', 'name', 'group', 'rank', 'total', 'grade', 'award'];
/** Rows that the sheet holds at most: the oldest periods go first; a larger run is not kept at all. */
const MOST_ROWS = 60_000;

/** What a subject came to in an earlier period. */
export interface PastResult {
  readonly period: Period;
  readonly scheme: string;
  readonly id: string | null;
  readonly name: string;
  readonly group: string | null;
  /** Null without a place. */
  readonly rank: number | null;
  readonly total: number;
  readonly grade: string | null;
  /** 流动红旗 or 需集体研究. */
  readonly award: string | null;
}

/**
 * What the workbooks keep of earlier periods, oldest first; lines that somebody spoiled count for nothing. What several
 * workbooks keep of a scheme and period counts once.
 */
export function readHistory(workbooks: readonly WorkbookSnapshot[]): PastResult[] {
  const results: PastResult[] = [];
  const known = new Set<string>();
  for (const workbook of workbooks) {
    const sheet = workbook.sheets.find(({ mark }) => mark === HISTORY_MARK);
    if (!sheet) continue;
    const found = [...sheet.cells.rows].flatMap((row) => pastAt(workbook, sheet, row) ?? []);
    results.push(...found.filter((past) => !known.has(keyOf(past))));
    for (const past of found) known.add(keyOf(past));
  }
  return inTime(results);
}

/** Key of a scheme and period. */
function keyOf({ period, scheme }: PastResult): string {
  return JSON.stringify([period.start, period.end, scheme]);
}

function pastAt(workbook: WorkbookSnapshot, sheet: SheetSnapshot, row: number): PastResult | null {
  const [start, end, period, scheme, id, name, group, rank, total, grade, award] = HEADER.map((_, column) =>
    valueAt(workbook, sheet, row, column),
  );
  if (!isDay(start) || !isDay(end) || typeof scheme !== 'string' || typeof name !== 'string') return null;
  if (typeof total !== 'number') return null;
  return {
    period: { start, end, text: textOf(period) ?? `${start}—${end}` },
    scheme,
    id: textOf(id),
    name,
    group: textOf(group),
    rank: typeof rank === 'number' ? rank : null,
    total,
    grade: textOf(grade),
    award: textOf(award),
  };
}

function isDay(value: CellValue | undefined): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(value);
}

function textOf(value: CellValue | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Oldest period first; within a period the order that they come in. */
function inTime(results: readonly PastResult[]): PastResult[] {
  const key = ({ period }: PastResult) => `${period.end} ${period.start}`;
  return results
    .map((result, index) => ({ result, index, at: key(result) }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.index - b.index))
    .map(({ result }) => result);
}

/** What this run came to, as the next periods will see it; nothing without a period. */
export function resultsNow(views: readonly SchemeView[], { period }: Pick<Assessment, 'period'>): PastResult[] {
  if (!period) return [];
  return views.flatMap((view) => {
    const { scheme, result } = view;
    return [...result.order]
      .filter((subject) => !Number.isNaN(result.total[subject]!))
      .map((subject) => {
        const { id, name, group } = scheme.subjects[subject]!;
        return {
          period,
          scheme: historyName(scheme.scheme, period),
          id,
          name,
          group,
          rank: result.rank[subject]! || null,
          total: result.total[subject]!,
          grade: gradeName(view, subject),
          award: AWARDS[result.award[subject]!] ?? null,
        };
      });
  });
}

/**
 * Name of a scheme in the history. A table that is ranked as it stands is named by its title: the period in it goes.
 * @example historyName({ name: "2004年第三季度得分表", kind: "table" }, 2004年第三季度) // "得分表"
 */
export function historyName({ name, kind }: SchemeView['scheme']['scheme'], period: Period): string {
  return kind === 'table' ? name.replace(period.text, '') || name : name;
}

/**
 * The history with the results of this run in it: those of the same scheme and period are replaced, so that a second
 * run changes nothing; null when there is nothing to keep.
 */
export function historySheet(
  name: string,
  earlier: readonly PastResult[],
  now: readonly PastResult[],
): ResultSheet | null {
  const replaced = new Set(now.map(keyOf));
  const kept = inTime([...earlier.filter((past) => !replaced.has(keyOf(past))), ...now]);
  const periods = new Map<string, PastResult[]>();
  for (const past of kept) {
    const at = `${past.period.start} ${past.period.end}`;
    const list = periods.get(at);
    if (list) list.push(past);
    else periods.set(at, [past]);
  }
  let room = MOST_ROWS;
  const lists: PastResult[][] = [];
  for (const list of [...periods.values()].reverse()) {
    room -= list.length;
    if (room < 0) break;
    lists.unshift(list);
  }
  const rows = lists
    .flat()
    .map(({ period, scheme, id, name: subject, group, rank, total, grade, award }): OutValue[] => [
      period.start,
      period.end,
      period.text,
      scheme,
      id,
      subject,
      group,
      rank,
      total,
      grade,
      award,
    ]);
  return rows.length === 0 ? null : dataSheet(name, HISTORY_MARK, [HEADER, ...rows]);
}
