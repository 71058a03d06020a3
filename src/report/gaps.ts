import type { Locale } from '../i18n';
import { a1, columnName, type Assessment, type CellRef, type Finding, type OutValue, type ResultSheet } from '../model';
import { COLORS, LOOKS, rowHeight } from './looks';
import { signatureLines } from './rankingFoot';
import { a4, SheetBuilder } from './sheetBuilder';
import { lineCount } from './textWidth';
import type { Texts } from './texts';

/**
 * A longer list is searched and filtered, not read through: it has no links (a worksheet holds at most 65,530), no
 * wrapped text and no heights of its own.
 */
const MOST_READABLE = 5_000;
/** Most entries take two lines; one height for them reads calmer than two. */
const FEWEST_LINES = 2;
const WIDTHS = [6, 22, 15, 9, 44, 20, 12, 36, 14];
/** Columns: the problem, the cell that shows it, what to do. */
const [SEVERITY, PROBLEM, BASIS, ACTION] = [3, 4, 5, 7];

export interface GapList {
  readonly locale: Locale;
  readonly texts: Texts;
  readonly assessment: Assessment;
  readonly name: string;
  readonly mark: string;
  readonly title: string;
  /** Findings in the order of the list. */
  readonly findings: readonly Finding[];
  /** Index of the workbook that the sheet goes into; null for a workbook of results only: no links then. */
  readonly workbook: number | null;
  /** What people wrote into 备注, in the order of the list. */
  readonly remarks?: readonly string[];
}

/** 差距清单: what is missing or wrong, unit by unit, with the cell that shows it and what to do. */
export function gapSheet(list: GapList): ResultSheet {
  const { texts, findings } = list;
  const sheet = new SheetBuilder(list.name, list.mark, WIDTHS);
  sheet.head(list.title, subtitle(list));
  const isReadable = findings.length <= MOST_READABLE;
  const isLinked = list.workbook !== null && isReadable;
  const basis = isLinked ? 'basisLink' : 'basis';
  const keys = ['seq', 'unit', 'category', 'severity', 'problem', basis, 'deadline', 'action', 'note'];
  const header = sheet.rows(
    [keys.map((key) => texts(`column.${key}`))],
    keys.map(() => LOOKS.header),
  );
  sheet.height(header, 26);
  if (findings.length === 0) sheet.line(texts('gaps.none'), LOOKS.text, 24);
  else body(sheet, list, isReadable, isLinked);
  const last = sheet.row - 1;
  signatureLines(sheet, texts);
  return sheet.build({
    freeze: { rows: header + 1, columns: 2 },
    ...(findings.length > 0 ? { autoFilter: { top: header, left: 0, bottom: last, right: WIDTHS.length - 1 } } : {}),
    print: a4(
      'landscape',
      texts('print.footer'),
      { first: header, last: header },
      { top: 0, left: 0, bottom: sheet.row - 1, right: WIDTHS.length - 1 },
    ),
    tabColor: COLORS.tab.gaps,
  });
}

function subtitle({ texts, assessment, findings }: GapList): string {
  const count = { high: 0, medium: 0, low: 0 };
  for (const { severity } of findings) count[severity]++;
  return texts('gaps.subtitle', { asOf: assessment.asOf, count: findings.length, ...count });
}

function body(sheet: SheetBuilder, list: GapList, isReadable: boolean, isLinked: boolean): void {
  const { texts, locale } = list;
  const rows = list.findings.map((finding, index): OutValue[] => [
    index + 1,
    finding.subjectName ?? texts('word.whole'),
    texts(`category.${finding.code}`),
    texts(`severity.${finding.severity}`),
    locale === 'en-US' ? finding.messageEn : finding.message,
    basisOf(list, finding, isLinked),
    finding.deadline ?? '—',
    locale === 'en-US' ? finding.actionEn : finding.action,
    // For the pen, or for what somebody types: it is kept with its gap.
    list.remarks?.[index] || null,
  ]);
  const text = isReadable ? LOOKS.text : { ...LOOKS.text, wrap: false };
  const styles = [LOOKS.whole, text, text, LOOKS.center, text, isLinked ? LOOKS.link : text, LOOKS.center, text, text];
  const plain = sheet.style(text);
  const exceptions = rows.flatMap((row, index) =>
    isLinked && !isLink(row[BASIS!]!) ? [{ row: index, column: BASIS!, style: plain }] : [],
  );
  const first = sheet.rows(rows, styles, { exceptions });
  if (isReadable) {
    rows.forEach((row, offset) => sheet.height(first + offset, rowHeight(Math.max(FEWEST_LINES, linesOf(row)))));
  }
  colours(sheet, texts, first, sheet.row - 1);
}

function isLink(value: OutValue): boolean {
  return typeof value === 'object' && value !== null && 'link' in value;
}

function linesOf(row: readonly OutValue[]): number {
  const shown = (value: OutValue | undefined): string =>
    typeof value === 'object' && value !== null ? ('text' in value ? value.text : '') : String(value ?? '');
  return Math.max(...[1, 2, PROBLEM!, BASIS!, ACTION!].map((column) => lineCount(shown(row[column]), WIDTHS[column]!)));
}

/** The cell that shows it: a link inside the workbook, else text that names the file. */
function basisOf({ assessment, workbook }: GapList, { place }: Finding, isLinked: boolean): OutValue {
  if (!place) return '—';
  const sheet = assessment.sheets[place.sheet]!;
  const text = `${sheet.name}!${a1(place)}`;
  if (sheet.workbook !== workbook) return `${assessment.workbooks[sheet.workbook]!.name} › ${text}`;
  return isLinked ? linkTo(assessment, workbook, place, text)! : text;
}

/** Text that leads to a cell of the workbook; null for a cell of another one. */
export function linkTo(
  { sheets }: Assessment,
  workbook: number,
  { sheet, row, column }: CellRef,
  text: string,
): OutValue | null {
  const { name, workbook: at } = sheets[sheet]!;
  return at === workbook ? { text, link: { sheet: name, cell: { row, column } } } : null;
}

/** Colour beside the word, never alone. */
function colours(sheet: SheetBuilder, texts: Texts, first: number, last: number): void {
  for (const severity of ['high', 'medium', 'low'] as const) {
    sheet.format({
      type: 'formula',
      range: { top: first, left: SEVERITY!, bottom: last, right: SEVERITY! },
      formula: `$${columnName(SEVERITY!)}${first + 1}="${texts(`severity.${severity}`)}"`,
      fill: COLORS.severity[severity],
    });
  }
}
