import { applyChangeSet, openWorkbook } from '../../src/hosts/xlsx';
import { type ChangeSet, type SheetSnapshot, valueAt, type WorkbookSnapshot } from '../../src/model';
import { allCases, openFile } from '../cases/caseFiles';
import { bookOf } from '../excel-host/load';
import { changesFor, openIn, TASK } from './excel/support';
import { changeSet } from './xlsx/helpers/changeSets';

const opened = () => openFile(allCases().find(({ name }) => name === 'v5-existing-table')!.files[0]!);

const rankingOf = ({ sheets }: WorkbookSnapshot): SheetSnapshot =>
  sheets.find(({ mark }) => mark?.startsWith('ranking:'))!;

/** Row of a name on the ranking, and the column right of it. */
function placeOf(workbook: WorkbookSnapshot, name: string): { sheet: string; row: number; column: number } {
  const sheet = rankingOf(workbook);
  const width = sheet.merges.find(({ top }) => top === 0)!.right + 1;
  const row = [...sheet.cells.rows].find((at) => valueAt(workbook, sheet, at, 1) === name)!;
  return { sheet: sheet.name, row, column: width };
}

/** The second subject of a ranking: who stands there, and where. */
function second(changes: ChangeSet): string {
  const body = changes.sheets[0]!.blocks.find(({ values }) => values[0]![0] === 1)!;
  return String(body.values[1]![1]);
}

test('in a file: a note beside a ranking is beside its subject after the next run, and nothing else has changed', () => {
  const input = opened();
  const changes = changesFor(input.snapshot());
  const name = second(changes);
  const scored = openWorkbook(applyChangeSet(input, changes).bytes, 'a.xlsx');
  const place = placeOf(scored.snapshot(), name);
  const note = { ...place, expected: null, value: '重点帮扶' };
  const noted = openWorkbook(applyChangeSet(scored, changeSet({ writes: [note] })).bytes, 'a.xlsx');
  const again = openWorkbook(applyChangeSet(noted, changesFor(noted.snapshot())).bytes, 'a.xlsx').snapshot();
  const after = placeOf(again, name);
  expect(valueAt(again, rankingOf(again), after.row, after.column)).toBe('重点帮扶');
  expect(after).toEqual(place);
});

test('in Excel: the same; a note that is written after scoring stops the write, so that it is not lost', async () => {
  const { excel, workbook } = await openIn(bookOf(opened().snapshot()));
  await workbook.apply(changesFor(await workbook.snapshot(TASK)), TASK);
  const changes = changesFor(await workbook.snapshot(TASK));
  await workbook.apply(changes, TASK);
  // Nobody has touched the result sheets but we: writing again is fine.
  await workbook.apply(changes, TASK);
  const name = second(changes);
  const place = placeOf(await workbook.snapshot(TASK), name);
  excel.edit(place.sheet, place.row, place.column, '重点帮扶');
  await expect(workbook.apply(changes, TASK)).rejects.toMatchObject({
    code: 'resultsChanged',
    data: { sheet: place.sheet },
  });
  const scored = await workbook.snapshot(TASK);
  await workbook.apply(changesFor(scored), TASK);
  const again = await workbook.snapshot(TASK);
  const after = placeOf(again, name);
  expect(valueAt(again, rankingOf(again), after.row, after.column)).toBe('重点帮扶');
  await workbook.undo(false, TASK);
  const undone = await workbook.snapshot(TASK);
  expect(valueAt(undone, rankingOf(undone), place.row, place.column)).toBe('重点帮扶');
});
