import { LOCALES, translate } from '../i18n';
import { parseLastRun, valueAt, type LastRun, type WorkbookSnapshot } from '../model';
import type { SchemeView } from './schemeView';

/** Mark of 运行记录. */
export const RUN_MARK = 'run';
/** What is looked for stands at its top. */
const MOST_ROWS = 60;

/**
 * What 运行记录 of a workbook tells of the run that wrote it, in whatever language; null without such a sheet, or where
 * somebody has spoiled it.
 */
export function lastRunIn(workbook: WorkbookSnapshot): LastRun | null {
  const sheet = workbook.sheets.find(({ mark }) => mark === RUN_MARK);
  if (!sheet) return null;
  const found: { at?: string; subjects?: number; sum?: string } = {};
  for (const row of sheet.cells.rows.slice(0, MOST_ROWS)) {
    const [label, text] = [0, 1].map((column) => valueAt(workbook, sheet, row, column));
    if (typeof text !== 'string') continue;
    if (isLabel('at', label)) found.at ??= text;
    if (isLabel('subjects', label)) found.subjects ??= Number(/\d+/.exec(text)?.[0]);
    // The hash of a file is longer; of several files the first is the one with the results.
    found.sum ??= /(?<![0-9a-f])[0-9a-f]{16}(?![0-9a-f])/.exec(text)?.[0] ?? found.sum!;
  }
  return parseLastRun(found);
}

function isLabel(name: 'at' | 'subjects', label: unknown): boolean {
  return LOCALES.some((locale) => translate(locale, `report.run.${name}`) === label);
}

/** Subjects that got a total, and all of them. */
export function countSubjects(views: readonly SchemeView[]): { readonly scored: number; readonly all: number } {
  let scored = 0;
  let all = 0;
  for (const { result } of views) {
    all += result.order.length;
    for (const subject of result.order) if (!Number.isNaN(result.total[subject]!)) scored++;
  }
  return { scored, all };
}
