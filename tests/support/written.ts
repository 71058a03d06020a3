import { buildReport, type Outcome, resultJson } from '../../src/app';
import { applyChangeSet, openWorkbook, type OpenedWorkbook } from '../../src/hosts/xlsx';
import {
  type ChangeSet,
  entryAt,
  entryValue,
  formulaAt,
  type SheetSnapshot,
  type WorkbookSnapshot,
} from '../../src/model';
import { scoreOpened } from '../cases/caseFiles';
import { unpack } from '../hosts/xlsx/helpers/packages';

/** A workbook with its results in it. */
export interface WrittenCopy {
  readonly changes: ChangeSet;
  readonly bytes: Uint8Array;
  readonly refused: number;
  /** The copy as it is read again. */
  readonly reopened: OpenedWorkbook;
}

/** A set of workbooks scored, and the results written into a copy of each. */
export interface Written {
  readonly opened: readonly OpenedWorkbook[];
  readonly outcome: Outcome;
  readonly copies: readonly WrittenCopy[];
}

export function scoreAndWrite(opened: readonly OpenedWorkbook[]): Written {
  const outcome = scoreOpened(opened);
  const copies = opened.map((workbook, i) => {
    const changes = buildReport(outcome, { locale: 'zh-CN', workbook: i });
    const { bytes, report } = applyChangeSet(workbook, changes);
    return { changes, bytes, refused: report.refused.length, reopened: openWorkbook(bytes, workbook.name) };
  });
  return { opened, outcome, copies };
}

/** Scores the copies: what a user gets who clicks a second time. */
export function secondRun({ copies }: Written): Written {
  return scoreAndWrite(copies.map(({ reopened }) => reopened));
}

/** The result without the sheets that the product itself wrote. */
export function resultOf({ outcome }: Written) {
  const result = resultJson(outcome);
  return { ...result, sheets: result.sheets.filter(({ role }) => role !== 'results') };
}

/** Parts that differ between two packages; the list of content types has no order. */
export function changedParts(one: Uint8Array, other: Uint8Array): string[] {
  const [a, b] = [unpack(one), unpack(other)];
  const text = (parts: Record<string, string>, name: string) =>
    name === '[Content_Types].xml' ? parts[name]?.split('<').sort().join('<') : parts[name];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((part) => text(a, part) !== text(b, part));
}

/** What of the user's sheets is not as it was, but for the results that were to be written into them. */
export function lostContent({ outcome, copies }: Written): string[] {
  return copies.flatMap(({ changes, reopened }, i) => {
    const before = outcome.assessment.workbooks[i]!;
    const after = reopened.snapshot();
    return [
      ...before.sheets
        .filter(({ mark }) => mark === null)
        .flatMap((sheet) => lostInSheet(before, sheet, after, changes)),
      ...changes.writes.flatMap(({ sheet, row, column, value }) => {
        const { cells } = after.sheets.find(({ name }) => name === sheet)!;
        const found = entryValue(after, cells, entryAt(cells, row, column));
        return found === value
          ? []
          : [`${sheet} ${row},${column} holds ${String(found)}, not the result ${String(value)}`];
      }),
    ];
  });
}

function lostInSheet(
  before: WorkbookSnapshot,
  sheet: SheetSnapshot,
  after: WorkbookSnapshot,
  changes: ChangeSet,
): string[] {
  const same = after.sheets.find(({ name }) => name === sheet.name);
  if (!same) return [`${sheet.name} is gone`];
  const looks = ({ visibility, merges, hiddenRows, hiddenColumns, isProtected, mark }: SheetSnapshot) =>
    JSON.stringify([visibility, merges, hiddenRows, hiddenColumns, isProtected, mark]);
  const writes = new Set(
    changes.writes.filter((at) => at.sheet === sheet.name).map(({ row, column }) => `${row},${column}`),
  );
  const [was, is] = [cellsOf(before, sheet, writes), cellsOf(after, same, writes)];
  return [
    ...(looks(sheet) === looks(same) ? [] : [`${sheet.name} looks otherwise`]),
    ...[...was]
      .filter(([cell, text]) => is.get(cell) !== text)
      .map(([cell, text]) => `${sheet.name} ${cell} was ${text}`),
    ...[...is.keys()].filter((cell) => !was.has(cell)).map((cell) => `${sheet.name} ${cell} is new`),
  ];
}

/** Value, formula and number format of every cell but some. */
function cellsOf(workbook: WorkbookSnapshot, sheet: SheetSnapshot, except: ReadonlySet<string>): Map<string, string> {
  const { rows, starts, columns, formats } = sheet.cells;
  const cells = new Map<string, string>();
  rows.forEach((row, k) => {
    for (let entry = starts[k]!; entry < starts[k + 1]!; entry++) {
      const cell = `${row},${columns[entry]!}`;
      if (except.has(cell)) continue;
      const value = entryValue(workbook, sheet.cells, entry);
      const format = workbook.numberFormats[formats[entry]!];
      cells.set(cell, JSON.stringify([value, formulaAt(sheet, row, columns[entry]!), format]));
    }
  });
  return cells;
}
