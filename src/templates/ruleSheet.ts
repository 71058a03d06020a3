import { a1, type OutValue, type ResultSheet, type Scheme } from '../model';
import { LOOKS, rowHeight } from '../report/looks';
import { a4, SheetBuilder } from '../report/sheetBuilder';
import { lineCount } from '../report/textWidth';
import { Q } from '../values';
import { FORM } from './looks';
import type { Texts } from './texts';
import { WORDS } from './words';

/** Columns of a rule table (specification, section 3) with their widths and looks. */
const COLUMNS = [
  [WORDS.scheme, 11, FORM.ruleCenter],
  [WORDS.dimension, 11, FORM.ruleCenter],
  [WORDS.indicatorId, 6, FORM.ruleCenter],
  [WORDS.indicator, 24, FORM.rule],
  [WORDS.max, 6, FORM.ruleCenter],
  [WORDS.method, 9, FORM.ruleCenter],
  [WORDS.parameters, 22, FORM.rule],
  [WORDS.origin, 9, FORM.ruleCenter],
  [WORDS.nature, 6, FORM.ruleCenter],
  [WORDS.standard, 46, FORM.rule],
] as const;
const DIMENSION = 1;
const MAX = 4;

/**
 * 考核细则 of one scheme: its rows as they are written, 分值 added up by a formula, all of it locked.
 * @param rows ten texts each, of this scheme only
 */
export function ruleSheet(
  name: string,
  scheme: Scheme,
  rows: readonly (readonly string[])[],
  period: string,
  texts: Texts,
): ResultSheet {
  const sheet = new SheetBuilder(
    name,
    '',
    COLUMNS.map(([, width]) => width),
  );
  const title = texts('title.rules', { period, scheme: scheme.name });
  sheet.line(title, LOOKS.title, Math.max(40, rowHeight(sheet.linesOf(title, 18), 18)));
  const header = sheet.rows(
    [COLUMNS.map(([word]) => word)],
    COLUMNS.map(() => LOOKS.header),
  );
  sheet.height(header, 28);
  const ids = new Set(scheme.adjustments.map(({ id }) => id));
  const isAdjustment = (row: readonly string[]) => ids.has((row[2] || row[3])!.trim());
  const [indicators, adjustments] = [rows.filter((row) => !isAdjustment(row)), rows.filter(isAdjustment)];
  const first = ruleRows(sheet, indicators);
  mergeDimensions(sheet, indicators, first);
  sumRow(sheet, scheme, first);
  // Bonuses, penalties and vetoes are of no dimension, also where reading has carried one down to them.
  ruleRows(
    sheet,
    adjustments.map((row) => row.map((text, c) => (c === DIMENSION ? '' : text))),
  );
  const note = texts('note.rules');
  sheet.line(note, LOOKS.note, rowHeight(sheet.linesOf(note, 9), 9) + 2);
  return sheet.build({
    freeze: { rows: header + 1, columns: 4 },
    print: a4(
      'landscape',
      texts('print.footer'),
      { first: header, last: header },
      {
        top: 0,
        left: 0,
        bottom: sheet.row - 1,
        right: COLUMNS.length - 1,
      },
    ),
    protection: { canAddRows: false },
  });
}

function ruleRows(sheet: SheetBuilder, rows: readonly (readonly string[])[]): number {
  const first = sheet.rows(
    rows.map((row, r) => COLUMNS.map((_, c) => (isCarried(rows, r, c) ? null : cellOf(row[c] ?? '', c)))),
    COLUMNS.map(([, , look]) => look),
  );
  rows.forEach((row, r) => {
    const lines = COLUMNS.map(([, width], c) => (c === DIMENSION ? 1 : lineCount(row[c] ?? '', (width * 11) / 10.5)));
    sheet.height(first + r, rowHeight(Math.max(...lines)));
  });
  return first;
}

/** 分值 as a number, so that it can be added up; all else as it is written. */
function cellOf(text: string, column: number): OutValue {
  const plain = text.trim();
  if (plain === '') return null;
  return column === MAX && /^\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : text;
}

/** Whether a cell lies in the merged block of a dimension, below its first row. */
function isCarried(rows: readonly (readonly string[])[], row: number, column: number): boolean {
  return column === DIMENSION && row > 0 && rows[row]![column] === rows[row - 1]![column];
}

/** A dimension is written once over its indicators. */
function mergeDimensions(sheet: SheetBuilder, rows: readonly (readonly string[])[], first: number): void {
  for (let from = 0; from < rows.length;) {
    let to = from;
    const dimension = rows[from]![DIMENSION] ?? '';
    while (to + 1 < rows.length && rows[to + 1]![DIMENSION] === dimension) to++;
    if (to > from && dimension !== '') {
      sheet.merge({ top: first + from, left: DIMENSION, bottom: first + to, right: DIMENSION });
    }
    from = to + 1;
  }
}

/** 合计 of 分值: red when somebody has changed a point and the sum is no longer what it was. */
function sumRow(sheet: SheetBuilder, { indicators }: Scheme, first: number): void {
  const row = sheet.row;
  const sum = Q.toNumber(Q.sum(indicators.map(({ max }) => max)));
  const range = `${a1({ row: first, column: MAX })}:${a1({ row: row - 1, column: MAX })}`;
  const cells = COLUMNS.map((_, c): OutValue => {
    if (c === 0) return WORDS.sum;
    return c === MAX ? { formula: `SUM(${range})`, value: sum } : null;
  });
  sheet.rows(
    [cells],
    COLUMNS.map(() => FORM.sum),
  );
  sheet.merge({ top: row, left: 0, bottom: row, right: MAX - 1 });
  sheet.height(row, 22);
  sheet.format({
    type: 'formula',
    range: { top: row, left: MAX, bottom: row, right: MAX },
    formula: `ABS(${a1({ row, column: MAX })}-${sum})>0.004`,
    fill: '#F8CFC4',
    color: '#A61B1B',
    bold: true,
  });
}
