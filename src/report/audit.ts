import type { CellBlock, OutValue, ResultSheet } from '../model';
import type { SourceWorkings } from '../score';
import { Q } from '../values';
import { auditLines } from './auditLines';
import { auditNotes } from './auditNotes';
import { placeGroups, planAudit, type AuditPlan } from './auditPlan';
import { auditRow, type AuditPlaces, type AuditRow } from './auditRow';
import { MOST_FORMULA_SUBJECTS, type Breakdown } from './breakdown';
import { COLORS, LOOKS, rowHeight } from './looks';
import type { SchemeView } from './schemeView';
import { a4, SheetBuilder } from './sheetBuilder';
import { lineCount } from './textWidth';
import { titleOf } from './texts';

/** Words over several columns, headers, parameters. */
const HEADER_ROWS = 3;
/** Lines up to which each has a height of its own. */
const MOST_HEIGHTS = 2_000;
/** First column of the grades below the table: behind the place and the name. */
const FIRST_BAND = 2;

/**
 * 总分核算: how each total, grade and place follows from the scores of the sources, in native formulas over 得分明细 and
 * the parameters on the sheet; null for a table that is ranked as it stands, and for more subjects than people audit.
 */
export function auditSheet(
  view: SchemeView,
  workings: readonly SourceWorkings[],
  breakdown: Breakdown | null,
  name: string,
): ResultSheet | null {
  if (workings.length === 0 || view.result.order.length > MOST_FORMULA_SUBJECTS) return null;
  const lines = auditLines(view, workings, breakdown);
  const notes = auditNotes(view, lines);
  const hasVetoes = [...lines.values()].some(({ vetoPenalty }) => vetoPenalty > 0);
  const plan = planAudit(view, workings, notes, hasVetoes);
  const widths = plan.columns.map(({ width }) => width);
  const sheet = new SheetBuilder(name, `audit:${view.scheme.scheme.name}`, widths);
  const over = { left: 0, right: plan.printed - 1 };
  const { texts, assessment, scheme } = view;
  sheet.spread([{ ...over, text: titleOf(texts, 'audit.title', assessment, scheme) }], LOOKS.title, 36);
  sheet.spread([{ ...over, text: texts('audit.subtitle', { asOf: assessment.asOf }) }], LOOKS.subtitle, 20);
  const header = headers(sheet, plan);
  const body = header + HEADER_ROWS;
  const { groups, end } = placeGroups(view, body);
  const places: AuditPlaces = { parameters: body - 1, bands: bandPlaces(plan, end + 1) };
  for (const group of groups) {
    if (group.band !== null) {
      const band = sheet.spread([{ ...over, text: group.band }], LOOKS.band, 21);
      sheet.keep(band, band + 1);
    }
    const rows = group.subjects.map((_, index) => auditRow(plan, places, group, index, lines, notes));
    writeRows(sheet, plan, rows);
  }
  foot(sheet, plan, places.bands);
  sheet.keep(end - 3, sheet.row - 1);
  const area = { top: 0, bottom: sheet.row - 1, ...over };
  const print = a4('landscape', texts('print.footer'), { first: header, last: body - 1 }, area);
  return sheet.build({
    freeze: { rows: body, columns: 2 },
    print: sheet.paged(print, { printed: plan.printed }),
    tabColor: COLORS.tab.breakdown,
  });
}

/** Headers, words over those that belong together, and the weights and caps that the formulas use. */
function headers(sheet: SheetBuilder, { columns }: AuditPlan): number {
  const isShown = columns.map(({ header }) => header !== '');
  const look = (column: number) => (isShown[column] ? LOOKS.header : LOOKS.plain);
  const first = sheet.rows(
    [
      columns.map(({ over, header }) => (over ?? header) || null),
      columns.map(({ over, header }) => (over === undefined ? null : header)),
      columns.map(({ parameter = null }) => parameter),
    ],
    columns.map((_, column) => look(column)),
    {
      exceptions: columns.flatMap((_, column) =>
        isShown[column] ? [{ row: 2, column, style: sheet.style(LOOKS.parameter) }] : [],
      ),
    },
  );
  const lines = columns.map(({ header, width }) => lineCount(header, width));
  sheet.height(first, 22);
  sheet.height(first + 1, rowHeight(Math.max(...lines), 10));
  sheet.height(first + 2, 20);
  for (let from = 0; from < columns.length;) {
    const { over } = columns[from]!;
    let to = from;
    while (over !== undefined && columns[to + 1]?.over === over) to++;
    if (over === undefined) sheet.merge({ top: first, left: from, bottom: first + 1, right: from });
    else if (to > from) sheet.merge({ top: first, left: from, bottom: first, right: to });
    from = to + 1;
  }
  return first;
}

/** Where the grades and their lower bounds stand below the table; null where they find no room. */
function bandPlaces({ view, printed }: AuditPlan, row: number): AuditPlaces['bands'] {
  const count = view.scheme.parameters.grades.length;
  const columns = { from: FIRST_BAND, to: FIRST_BAND + count - 1 };
  return columns.to < printed - 1 ? { names: row, bounds: row + 1, columns } : null;
}

function writeRows(sheet: SheetBuilder, { columns, at }: AuditPlan, rows: readonly AuditRow[]): void {
  const note = at('note');
  const exceptions: NonNullable<CellBlock['exceptions']>[number][] = [];
  rows.forEach(({ looks }, row) =>
    looks.forEach((look, column) => exceptions.push({ row, column, style: sheet.style(look) })),
  );
  const first = sheet.rows(
    rows.map(({ cells }) => cells),
    columns.map(({ look }) => look),
    { exceptions },
  );
  rows.forEach(({ cells }, offset) => {
    const lines = Math.max(
      lineCount(String(cells[note] ?? ''), columns[note]!.width),
      lineCount(String(cells[1] ?? ''), columns[1]!.width),
    );
    if (lines > 1 || rows.length <= MOST_HEIGHTS) sheet.height(first + offset, rowHeight(lines));
  });
}

/** The grades with their lower bounds, how the numbers come about, and the line to be signed. */
function foot(sheet: SheetBuilder, { view, printed }: AuditPlan, bands: AuditPlaces['bands']): void {
  const { texts, scheme } = view;
  const over = { left: 0, right: printed - 1 };
  sheet.height(sheet.row++, 8);
  if (bands) {
    const rising = [...scheme.parameters.grades].reverse();
    const label = (key: string): OutValue[] => [null, texts(key)];
    sheet.rows(
      [
        [...label('audit.bands'), ...rising.map(({ name }) => name)],
        [...label('audit.bounds'), ...rising.map(({ from }) => Q.toNumber(from))],
      ],
      [LOOKS.plain, LOOKS.header, ...rising.map(() => LOOKS.parameter)],
    );
    sheet.height(bands.names, 20);
    sheet.height(bands.bounds, 20);
    sheet.height(sheet.row++, 8);
  }
  const note = texts('audit.foot');
  const { size } = LOOKS.note.font;
  sheet.spread([{ ...over, text: note }], LOOKS.note, rowHeight(sheet.linesOf(note, size, 0, over.right), size) + 4);
  const signature = ['audit.computed', 'foot.checked', 'foot.date'].map((key) => texts(key)).join('');
  sheet.spread([{ ...over, text: signature }], LOOKS.signature, 30);
}
