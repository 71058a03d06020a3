import { allCases, openFile } from '../../cases/caseFiles';
import { bookOf, contentOf } from '../../excel-host/load';
import { changesFor, openIn, TASK } from './support';

const annual = () => openFile(allCases().find(({ name }) => name === 'v1-annual-group')!.files[0]!).snapshot();

test('score, write and undo', async () => {
  const { excel, workbook } = await openIn(bookOf(annual()));
  const before = contentOf(excel.book);
  const changes = changesFor(await workbook.snapshot(TASK));
  const report = await workbook.apply(changes, TASK);
  expect(report.sheets.length).toBe(changes.sheets.length);
  expect(report.refused).toEqual([]);
  expect(report.warnings).toEqual([]);
  expect(excel.syncs.length).toBeLessThanOrEqual(12);
  await workbook.undo(false, TASK);
  expect(contentOf(excel.book)).toEqual(before);
});
