import { DUTIES, judgeDuties, type Duty, type Judgement } from '../findings';
import type { Unit } from '../findings/context';
import { isCommittee } from '../findings/roster';
import { columnName, type Assessment, type CellBlock, type OutValue, type Result, type ResultSheet } from '../model';
import { linkTo } from './gaps';
import { COLORS, LOOKS, rowHeight } from './looks';
import { signatureLines } from './rankingFoot';
import { a4, SheetBuilder } from './sheetBuilder';
import { fit, lineCount } from './textWidth';
import type { Texts } from './texts';

const DUTY_WIDTH = 7.5;
/** Columns of the list by duty: duty, bound, fulfilled, not fulfilled, rate, and at least three for the names. */
const FIRST_NAME = 5;
const LEAST_COLUMNS = FIRST_NAME + 3;
/** Hosts set few links a sheet; the list of gaps has one for each gap anyway. */
const MOST_LINKS = 1_000;

/** What a cell of the matrix says: √ fulfilled, × a gap, △ due soon or to be checked, — not judged. */
type Sign = '√' | '×' | '△' | '—';

/** A row of the matrix: a unit, and its judgements by duty. */
interface UnitRow {
  readonly unit: Unit;
  readonly duties: ReadonlyMap<Duty, readonly Judgement[]>;
}

export interface DutySource {
  readonly texts: Texts;
  readonly assessment: Assessment;
  readonly result: Result;
  /** Index of the workbook that the sheet goes into; null for a workbook of results only: no links then. */
  readonly workbook: number | null;
}

/**
 * 职责落实一览: units in rows, duties in columns, √ or × where they meet, then the same duty by duty with the units that
 * owe it; null where no register says anything about a duty.
 */
export function dutySheet(source: DutySource, name: string): ResultSheet | null {
  const { texts, assessment, result } = source;
  if (assessment.registers.length === 0) return null;
  const judgements = judgeDuties(assessment, result);
  const present = new Set(judgements.map(({ duty }) => duty));
  const duties = DUTIES.filter((duty) => present.has(duty));
  const units = unitRows(assessment, judgements);
  if (units.length === 0) return null;

  const nameWidth = fit(
    units.map(({ unit }) => unit.name),
    20,
    34,
  );
  const spare = Math.max(0, LEAST_COLUMNS - duties.length - 2);
  const widths = [nameWidth, ...Array<number>(duties.length + 1 + spare).fill(DUTY_WIDTH)];
  const sheet = new SheetBuilder(name, 'duties', widths);
  const period = assessment.period?.text ?? '';
  sheet.head(texts('duties.title', { period }).trim(), texts('duties.subtitle', { asOf: assessment.asOf }));
  const header = matrixHeader(sheet, texts, duties);
  matrix(sheet, source, duties, units);
  byDuty(sheet, texts, duties, units);
  signatureLines(sheet, texts);
  return sheet.build({
    freeze: { rows: header + 1, columns: 1 },
    print: a4(
      'landscape',
      texts('print.footer'),
      { first: header, last: header },
      { top: 0, left: 0, bottom: sheet.row - 1, right: widths.length - 1 },
    ),
    tabColor: COLORS.tab.gaps,
  });
}

/** Units for which anything was judged: those of the roster in its order, then the others as they come. */
function unitRows({ organizations }: Assessment, judgements: readonly Judgement[]): UnitRow[] {
  const rows = new Map<string, { unit: Unit; duties: Map<Duty, Judgement[]> }>();
  for (const judgement of judgements) {
    const { unit, duty } = judgement;
    let row = rows.get(unit.subject);
    if (!row) rows.set(unit.subject, (row = { unit, duties: new Map() }));
    const same = row.duties.get(duty);
    if (same) same.push(judgement);
    else row.duties.set(duty, [judgement]);
  }
  const places = new Map(organizations.map(({ id, name }, place) => [id ?? name, place]));
  const placeOf = ({ unit }: UnitRow) => places.get(unit.subject) ?? organizations.length;
  return [...rows.values()]
    .map((row, index) => ({ row, index }))
    .sort((a, b) => placeOf(a.row) - placeOf(b.row) || a.index - b.index)
    .map(({ row }) => row);
}

/** The gravest judgement decides; one that was not made says nothing. */
function signOf(judgements: readonly Judgement[] = []): Sign {
  if (judgements.some(({ finding }) => finding && finding.severity !== 'low')) return '×';
  if (judgements.some(({ finding }) => finding)) return '△';
  return judgements.length > 0 ? '√' : '—';
}

function matrixHeader(sheet: SheetBuilder, texts: Texts, duties: readonly Duty[]): number {
  const labels = [texts('column.unit'), ...duties.map((duty) => dutyName(texts, duty)), texts('column.unfulfilled')];
  const row = sheet.rows(
    [labels],
    labels.map(() => LOOKS.header),
  );
  sheet.height(row, rowHeight(Math.max(2, ...labels.slice(1).map((label) => lineCount(label, DUTY_WIDTH))), 10));
  return row;
}

/** Duties whose gaps are named otherwise than what is to be done. */
const OWN_NAMES: ReadonlySet<Duty> = new Set(['G16.firstHalf', 'G16.secondHalf', 'G20', 'G23']);

function dutyName(texts: Texts, duty: Duty): string {
  return texts(`${OWN_NAMES.has(duty) ? 'duty' : 'category'}.${duty}`);
}

/** The rows of √ and ×, committees first, and how many owe each duty. */
function matrix(sheet: SheetBuilder, source: DutySource, duties: readonly Duty[], units: readonly UnitRow[]): void {
  const { texts } = source;
  const first = sheet.row;
  let links = MOST_LINKS;
  for (const [key, isOne] of [
    ['committee', isCommittee],
    ['branch', (unit: Unit) => !isCommittee(unit)],
  ] as const) {
    const some = units.filter(({ unit }) => isOne(unit));
    if (some.length === 0) continue;
    if (some.length < units.length) {
      sheet.line(texts('duties.band', { target: texts(`target.${key}`), count: some.length }), LOOKS.band, 21);
    }
    const rows = some.map(({ unit, duties: own }): OutValue[] => {
      const signs = duties.map((duty) => signOf(own.get(duty)));
      const cells = signs.map((sign, at) => {
        if (sign !== '×' || links-- <= 0) return sign;
        return linked(source, sign, own.get(duties[at]!)!);
      });
      return [unit.name, ...cells, signs.filter((sign) => sign === '×').length];
    });
    const styles = [LOOKS.text, ...duties.map(() => LOOKS.center), LOOKS.whole];
    const row = sheet.rows(rows, styles, { exceptions: linkLooks(sheet, rows) });
    rows.forEach((cells, offset) =>
      sheet.height(row + offset, rowHeight(lineCount(String(cells[0]), sheet.widthOf(0)))),
    );
  }
  const last = sheet.row - 1;
  const sums = duties.map((duty) => units.filter((unit) => signOf(unit.duties.get(duty)) === '×').length);
  const total = sums.reduce((sum, count) => sum + count, 0);
  const row = sheet.rows(
    [[texts('duties.sum'), ...sums, total]],
    [LOOKS.header, ...sums.map(() => LOOKS.whole), LOOKS.whole],
  );
  sheet.height(row, 21);
  colours(sheet, first, last, duties.length);
}

/** A sign that leads to the cell of the first gap. */
function linked({ assessment, workbook }: DutySource, sign: Sign, judgements: readonly Judgement[]): OutValue {
  const place = judgements.find(({ finding }) => finding && finding.severity !== 'low')?.finding?.place ?? null;
  if (!place || workbook === null) return sign;
  return linkTo(assessment, workbook, place, sign) ?? sign;
}

function linkLooks(sheet: SheetBuilder, rows: readonly (readonly OutValue[])[]): NonNullable<CellBlock['exceptions']> {
  const look = sheet.style({ ...LOOKS.link, horizontal: 'center' });
  return rows.flatMap((row, r) =>
    row.flatMap((value, c) =>
      typeof value === 'object' && value !== null ? [{ row: r, column: c, style: look }] : [],
    ),
  );
}

/** Colour beside the sign, never alone. */
function colours(sheet: SheetBuilder, first: number, last: number, duties: number): void {
  const fills = { '×': COLORS.severity.high, '△': COLORS.severity.medium, '√': COLORS.grades[0] } as const;
  for (const [sign, fill] of Object.entries(fills)) {
    sheet.format({
      type: 'formula',
      range: { top: first, left: 1, bottom: last, right: duties },
      formula: `${columnName(1)}${first + 1}="${sign}"`,
      fill,
    });
  }
}

/** Duty by duty: how many it binds, how many fulfil it, and who does not. */
function byDuty(sheet: SheetBuilder, texts: Texts, duties: readonly Duty[], units: readonly UnitRow[]): void {
  const lastColumn = sheet.columns - 1;
  const pad = (row: readonly OutValue[]) => [...row, ...Array<OutValue>(sheet.columns - row.length).fill(null)];
  sheet.line(texts('duties.byDuty'), LOOKS.heading, 30);
  const keys = ['duty', 'bound', 'fulfilled', 'unfulfilled', 'fulfilledRate', 'debtors'];
  const header = sheet.rows(
    [pad(keys.map((key) => texts(`column.${key}`)))],
    Array.from({ length: sheet.columns }, () => LOOKS.header),
  );
  sheet.height(header, rowHeight(2, 10));
  sheet.merge({ top: header, left: FIRST_NAME, bottom: header, right: lastColumn });
  const room = Array.from({ length: sheet.columns - FIRST_NAME }, (_, at) => sheet.widthOf(FIRST_NAME + at));
  const nameRoom = room.reduce((sum, width) => sum + width, 0);
  for (const duty of duties) {
    const signs = units.map((unit) => ({ name: unit.unit.name, sign: signOf(unit.duties.get(duty)) }));
    const count = (...wanted: Sign[]) => signs.filter(({ sign }) => wanted.includes(sign)).length;
    const bound = count('√', '×', '△');
    const debtors = signs.filter(({ sign }) => sign === '×').map(({ name }) => name);
    const names = debtors.join(texts('word.comma'));
    const row = sheet.rows(
      [pad([dutyName(texts, duty), bound, count('√'), debtors.length, count('√') / bound, names])],
      [
        LOOKS.text,
        LOOKS.whole,
        LOOKS.whole,
        LOOKS.whole,
        LOOKS.rate,
        ...Array.from({ length: sheet.columns - FIRST_NAME }, () => LOOKS.text),
      ],
    );
    sheet.merge({ top: row, left: FIRST_NAME, bottom: row, right: lastColumn });
    sheet.height(row, rowHeight(lineCount(names, nameRoom)));
  }
}
