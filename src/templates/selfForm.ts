import { a1, type CellRange, type OutValue, type ResultSheet, type Scheme } from '../model';
import { COLORS, LOOKS, rowHeight } from '../report/looks';
import { a4, SheetBuilder } from '../report/sheetBuilder';
import { lineCount } from '../report/textWidth';
import { Q } from '../values';
import { points } from './entryRules';
import { FORM } from './looks';
import { dimensionHeading } from './scoreTables';
import type { Texts } from './texts';
import { WORDS } from './words';

const COLUMNS = [
  [WORDS.project, 10],
  [WORDS.indicatorId, 6],
  [WORDS.content, 22],
  [WORDS.max, 6],
  [WORDS.standard, 32],
  [WORDS.selfPoints, 8],
  [WORDS.note, 9],
] as const;
/** Indicators that fit on one page and can be read. */
const MOST_ON_A_PAGE = 36;
const [PROJECT, MAX, POINTS, NOTE] = [0, 3, 5, 6] as const;

/**
 * 自评表 of one unit: an indicator a row with its rule beside it, so that nothing else is needed to fill it in.
 * @param unit "" leaves the name to who fills it in
 */
export function selfForm(name: string, scheme: Scheme, unit: string, period: string, texts: Texts): ResultSheet {
  const { indicators } = scheme;
  const sheet = new SheetBuilder(
    name,
    '',
    COLUMNS.map(([, width]) => width),
  );
  const title = texts('title.selfForm', { period, scheme: scheme.name });
  sheet.line(title, LOOKS.title, Math.max(40, rowHeight(sheet.linesOf(title, 18), 18)));
  sheet.line(texts('info.form', { unit }), FORM.info, 22);
  const header = sheet.rows(
    [COLUMNS.map(([word]) => word)],
    COLUMNS.map(() => LOOKS.header),
  );
  sheet.height(header, 28);
  const first = body(sheet, scheme);
  const last = sheet.row - 1;
  indicators.forEach((indicator, i) => {
    sheet.validate(points(indicator, texts)({ top: first + i, bottom: first + i, left: POINTS, right: POINTS }));
  });
  sums(sheet, scheme, first, last);
  checkLine(sheet, indicators.length, first, last, texts);
  const note = texts('note.form');
  sheet.line(note, LOOKS.note, rowHeight(sheet.linesOf(note, 9), 9) + 4);
  sheet.line(texts('sign.form'), LOOKS.signature, 34);
  const isOnePage = indicators.length <= MOST_ON_A_PAGE;
  const area: CellRange = { top: 0, left: 0, bottom: sheet.row - 1, right: COLUMNS.length - 1 };
  return sheet.build({
    freeze: { rows: header + 1, columns: 0 },
    print: { ...a4('portrait', texts('print.footer'), { first: header, last: header }, area), isOnePage },
    protection: { canAddRows: false },
    tabColor: COLORS.tab.breakdown,
  });
}

function body(sheet: SheetBuilder, scheme: Scheme): number {
  const { indicators } = scheme;
  const isFirst = indicators.map(
    ({ dimension }, i) => dimension !== null && indicators[i - 1]?.dimension !== dimension,
  );
  const rows = indicators.map(({ id, name, dimension, max, standard }, i): OutValue[] => [
    isFirst[i] ? dimensionHeading(scheme, dimension!) : null,
    id === name ? null : id,
    name,
    Q.toNumber(max),
    standard === '' ? null : standard,
    null,
    null,
  ]);
  const looks = COLUMNS.map((_, c) => {
    if (c === POINTS) return FORM.center;
    if (c === NOTE) return FORM.text;
    return c === 2 || c === 4 ? FORM.givenText : FORM.givenCenter;
  });
  const first = sheet.rows(rows, looks);
  for (let from = 0; from < rows.length;) {
    let to = from;
    while (to + 1 < rows.length && !isFirst[to + 1] && indicators[to + 1]!.dimension !== null) to++;
    if (to > from) sheet.merge({ top: first + from, left: PROJECT, bottom: first + to, right: PROJECT });
    from = to + 1;
  }
  rows.forEach((row, r) => {
    const lines = row.map((cell, c) =>
      c !== PROJECT && typeof cell === 'string' ? lineCount(cell, (COLUMNS[c]![1] * 11) / 10.5) : 1,
    );
    sheet.height(first + r, rowHeight(Math.max(...lines)));
  });
  return first;
}

/** 合计 of 分值 and of the points. */
function sums(sheet: SheetBuilder, { indicators }: Scheme, first: number, last: number): void {
  const row = sheet.row;
  const sum = (column: number, value: number): OutValue => ({
    formula: `SUM(${a1({ row: first, column })}:${a1({ row: last, column })})`,
    value,
  });
  const all = Q.toNumber(Q.sum(indicators.map(({ max }) => max)));
  const cells = COLUMNS.map((_, c): OutValue => {
    if (c === PROJECT) return WORDS.sum;
    if (c === MAX) return sum(MAX, all);
    return c === POINTS ? sum(POINTS, 0) : null;
  });
  sheet.rows(
    [cells],
    COLUMNS.map(() => FORM.sum),
  );
  sheet.merge({ top: row, left: PROJECT, bottom: row, right: MAX - 1 });
  sheet.height(row, 24);
}

/** Says how many lines are still empty. */
function checkLine(sheet: SheetBuilder, count: number, first: number, last: number, texts: Texts): void {
  const range = `${a1({ row: first, column: POINTS })}:${a1({ row: last, column: POINTS })}`;
  const [full, before, after] = ['check.formFull', 'check.formBefore', 'check.formAfter'].map((key) => texts(key));
  const formula = `IF(COUNTA(${range})=${count},"${full}","${before}"&(${count}-COUNTA(${range}))&"${after}")`;
  sheet.line({ formula, value: `${before}${count}${after}` }, FORM.label, 20);
}
