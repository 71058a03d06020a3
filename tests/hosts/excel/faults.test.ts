import { ExcelError, type ExcelWorkbook } from '../../../src/hosts/excel';
import type { ChangeSet } from '../../../src/model';
import { allCases, openFile } from '../../cases/caseFiles';
import type { Book } from '../../excel-host/book';
import { bookOf, contentOf, type SheetContent } from '../../excel-host/load';
import type { InjectedFault, SimulatedExcel } from '../../excel-host/session';
import { changesFor, openIn, TASK } from './support';

const fileOf = (name: string) => openFile(allCases().find((each) => each.name === name)!.files[0]!).snapshot();

/** What the user sees: without the hidden sheets that only undo knows. */
function shown(book: Book): SheetContent[] {
  return contentOf(book).filter(({ names }) => !names.some(({ formula }) => formula.startsWith('="undo:')));
}

/** The print set-up may fail by itself: it is told, and nothing else depends on it. */
function withoutPage({ page: _page, ...content }: SheetContent): unknown {
  return content;
}

interface Scene {
  readonly excel: SimulatedExcel;
  readonly workbook: ExcelWorkbook;
  readonly run: () => Promise<unknown>;
}

/** A small workbook whose results are four sheets, cells of the user's own table, and highlights. */
const INPUT = fileOf('more/m08-totals-of-three-sources');
const firstChanges = changesFor(INPUT);
let secondChanges: ChangeSet | null = null;

/** Reads and writes; scoring is no part of what fails here, so that its result is given. */
async function write(workbook: ExcelWorkbook, changes: ChangeSet): Promise<void> {
  await workbook.snapshot(TASK);
  await workbook.apply(changes, TASK);
}

/** First results in a workbook without any. */
async function firstRun(): Promise<Scene> {
  const { excel, workbook } = await openIn(bookOf(INPUT));
  return { excel, workbook, run: () => write(workbook, firstChanges) };
}

/** New results over earlier ones: sheets are replaced and removed, highlights changed, cells written again. */
async function secondRun(): Promise<Scene> {
  const { excel, workbook } = await openIn(bookOf(INPUT));
  await write(workbook, firstChanges);
  excel.edit('汇总', 3, 2, 12);
  if (!secondChanges) {
    const changes = changesFor(await workbook.snapshot(TASK));
    const removed = changes.sheets.at(-2)!;
    secondChanges = {
      ...changes,
      sheets: changes.sheets.filter((sheet) => sheet !== removed),
      removedMarks: [removed.mark],
      highlights: changes.highlights.slice(1),
    };
  }
  excel.syncs.length = 0;
  return { excel, workbook, run: () => write(workbook, secondChanges!) };
}

/** As the second run, with backups of the run before, which must not be taken for those of this one. */
async function thirdRun(): Promise<Scene> {
  const { excel, workbook, run } = await secondRun();
  await run();
  const changes = changesFor(await workbook.snapshot(TASK));
  excel.syncs.length = 0;
  return { excel, workbook, run: () => write(workbook, changes) };
}

const scenes = { firstRun, secondRun, thirdRun };
const kinds: readonly InjectedFault['when'][] = ['before', 'middle', 'after'];

describe.each(Object.entries(scenes))('%s', (_, scene) => {
  let count = 0;
  let written: SheetContent[] = [];
  beforeAll(async () => {
    const { excel, run } = await scene();
    await run();
    count = excel.syncs.length;
    written = shown(excel.book);
  });

  test.each(kinds)('each request failing once (%s): as before, or fully written', async (when) => {
    expect(count).toBeGreaterThan(6);
    for (let n = 1; n <= count; n++) {
      const { excel, run } = await scene();
      const before = shown(excel.book);
      excel.faults.set(n, { when, code: 'InvalidOperation' });
      const error = await run().catch((reason: unknown) => reason);
      const after = shown(excel.book);
      if (error === undefined) expect([n, after.map(withoutPage)]).toEqual([n, written.map(withoutPage)]);
      else {
        expect(error).toBeInstanceOf(ExcelError);
        expect([n, after]).toEqual([n, before]);
      }
      expect([n, excel.state.enableEvents]).toEqual([n, true]);
    }
  });

  test.each(kinds)('Excel gone from a request on (%s): the sheets are named and undo restores them', async (when) => {
    for (let n = 1; n <= count; n++) {
      const { excel, workbook, run } = await scene();
      const before = shown(excel.book);
      const names = excel.book.sheets.map(({ name }) => name);
      excel.faults.set(n, { when, code: 'InvalidOperation' });
      for (let later = n + 1; later < n + 50; later++)
        excel.faults.set(later, { when: 'before', code: 'InvalidOperation' });
      const error = (await run().catch((reason: unknown) => reason)) as ExcelError;
      expect(error).toBeInstanceOf(ExcelError);
      const changed = shown(excel.book).filter((sheet) => {
        const was = before.find(({ name }) => name === sheet.name);
        return JSON.stringify(sheet) !== JSON.stringify(was);
      });
      if (changed.length > 0) {
        expect([n, error.code]).toEqual([n, 'partlyWritten']);
        for (const { name } of changed.filter((sheet) => names.includes(sheet.name))) {
          expect([n, error.data.sheets]).toEqual([n, expect.stringContaining(name)]);
        }
      }
      excel.faults.clear();
      if (error.code === 'partlyWritten') await workbook.undo(false, TASK);
      expect([n, shown(excel.book)]).toEqual([n, before]);
      expect([n, excel.state.enableEvents]).toEqual([n, true]);
    }
  });
});

test('a read that meets a passing fault is tried again, a write is not', async () => {
  const { excel, run } = await firstRun();
  for (const n of [1, 3, 5]) excel.faults.set(n, { when: 'before', code: 'GeneralException' });
  await run();
  expect(excel.syncs.filter(({ error }) => error !== null).length).toBe(3);

  const second = await firstRun();
  const last = 9;
  second.excel.faults.set(last, { when: 'before', code: 'GeneralException' });
  await expect(second.run()).rejects.toMatchObject({ code: 'takenBack', reason: { code: 'busy' } });
});

test('cell-edit mode: one quiet sentence, nothing is tried again', async () => {
  const { excel, workbook } = await firstRun();
  excel.isEditing = true;
  const error = (await workbook.snapshot(TASK).catch((reason: unknown) => reason)) as ExcelError;
  expect(error.code).toBe('editMode');
  expect(error.describe('en-US')).toBe('Excel is editing a cell. Press Enter or Esc to finish and try again.');
  expect(excel.syncs.length).toBe(1);
});

test('cell-edit mode before the first write: the same sentence, nothing to restore', async () => {
  const { excel, workbook } = await firstRun();
  await workbook.snapshot(TASK);
  const start = excel.syncs.length;
  excel.beforeSync = (number) => void (excel.isEditing = number > start + 4);
  await expect(workbook.apply(firstChanges, TASK)).rejects.toMatchObject({ code: 'editMode' });
  expect(excel.syncs.filter(({ error }) => error === null).length).toBe(start + 4);
  excel.beforeSync = null;
  excel.isEditing = false;
  expect(await workbook.canUndo()).toBe(false);
});

test('a result that is printed nowhere is written all the same', async () => {
  const { excel, workbook } = await firstRun();
  const changes = changesFor(await workbook.snapshot(TASK));
  const before = excel.syncs.length;
  excel.beforeSync = (number) => {
    if (number === before + 7) excel.faults.set(number, { when: 'before', code: 'InvalidOperation' });
  };
  const report = await workbook.apply(changes, TASK);
  expect(report.warnings).toEqual([{ code: 'printSetup', data: {} }]);
});
