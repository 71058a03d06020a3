import { excelPort } from '../../../src/hosts/excel';
import { readNote, signedNote } from '../../../src/hosts/shared/notes';
import { type CellNote, type ChangeSet, parseA1, type SheetLiteral, snapshotOf } from '../../../src/model';
import type { Book } from '../../excel-host/book';
import { bookOf, contentOf } from '../../excel-host/load';
import { allCases, openFile } from '../../cases/caseFiles';
import { changesFor, openIn, TASK } from './support';

const NOTHING: ChangeSet = { workbook: 'a.xlsx', sheets: [], removedMarks: [], writes: [], highlights: [], notes: [] };
const TABLE: SheetLiteral = {
  name: '表',
  rows: [
    ['单位', '总分'],
    ['甲', 1],
    ['乙', 2],
    ['丙', 3],
  ],
};
const NOTE: CellNote = { sheet: '表', row: 1, column: 1, title: '标记', text: '未制定实施方案。\n怎么办：请制定。' };
const at = (row: number, text = NOTE.text): CellNote => ({ ...NOTE, row, text });
const fill = (...rows: readonly number[]) => [
  {
    sheet: '表',
    ranges: rows.map((row) => ({ top: row, bottom: row, left: 1, right: 1 })),
    fill: '#F8CFC4',
    reason: 'D01',
  },
];
const MARKS: ChangeSet = { ...NOTHING, highlights: fill(1, 2), notes: [at(1), at(2)] };

/** What is said at the cells of a sheet: in notes, and in input messages of ours. */
function said(book: Book, name = '表'): string[] {
  const sheet = book.sheet(name)!;
  const notes = [...sheet.notes].map(([cell, { content }]) => `${cell} ${readNote(content)?.text ?? `! ${content}`}`);
  const prompts = sheet.validations.map(({ range, properties }) => {
    const { custom } = properties.get('Rule') as { custom?: { formula: string } };
    const { message } = properties.get('Prompt') as { message: string };
    return `B${range.top + 1} ${custom?.formula === '=LEN("PioneerScorecard")>0' ? message : `! ${message}`}`;
  });
  return [...notes, ...prompts].sort();
}

async function opened(version: string, sheets: readonly SheetLiteral[] = [TABLE]) {
  const { excel, workbook } = await openIn(bookOf(snapshotOf('a.xlsx', sheets)), version);
  await workbook.snapshot(TASK);
  const before = contentOf(excel.book);
  const apply = async (changes: ChangeSet) => {
    await workbook.snapshot(TASK);
    return workbook.apply(changes, TASK);
  };
  return { excel, workbook, before, apply };
}

describe.each([
  ['1.14', 'input messages'],
  ['1.18', 'notes'],
])('ExcelApi %s: what is said at marked cells stands in %s', (version) => {
  const places = `B2 ${NOTE.text},B3 ${NOTE.text}`;

  test('it is written with the marks, taken back with them, and says the same', async () => {
    const { excel, workbook, before, apply } = await opened(version);
    expect((await apply(MARKS)).warnings).toEqual([]);
    expect(said(excel.book).join(',')).toBe(places);
    const sheet = excel.book.sheet('表')!;
    expect([sheet.notes.size, sheet.validations.length]).toEqual(version === '1.18' ? [2, 0] : [0, 2]);
    await workbook.undo(false, TASK);
    expect(contentOf(excel.book)).toEqual(before);
  });

  test('a second run replaces it, touches nothing that it says already, and is taken back by itself', async () => {
    const { excel, workbook, apply } = await opened(version);
    await apply(MARKS);
    const once = contentOf(excel.book);
    await apply(MARKS);
    expect(contentOf(excel.book)).toEqual(once);
    await apply({ ...MARKS, highlights: fill(2, 3), notes: [at(2, '另一句。'), at(3)] });
    expect(said(excel.book)).toEqual(['B3 另一句。', `B4 ${NOTE.text}`]);
    expect(excel.book.settings.get('PioneerScorecard.notes')).toEqual({ 表: [2, 1, 3, 1] });
    await workbook.undo(false, TASK);
    expect(contentOf(excel.book)).toEqual(once);
    await apply(NOTHING);
    expect(said(excel.book)).toEqual([]);
  });

  test('clearing the marks gives the sheet back as it was, in another session too', async () => {
    const { excel, before, apply } = await opened(version);
    await apply(MARKS);
    const { workbook } = await openIn(excel.book, version);
    expect(await workbook.clearMarks()).toEqual({
      sheets: ['表'],
      notes: 2,
      protectedSheets: [],
      leavesNotes: false,
    });
    expect(contentOf(excel.book)).toEqual(before);
    expect(await workbook.clearMarks()).toMatchObject({ sheets: [], notes: 0 });
    expect(await workbook.canUndo()).toBe(true);
    await workbook.undo(false, TASK);
    expect(contentOf(excel.book)).toEqual(before);
  });

  test('an undo after the marks were cleared brings none of an earlier run back', async () => {
    const { excel, workbook, before, apply } = await opened(version);
    await apply(MARKS);
    await apply({ ...MARKS, highlights: fill(3), notes: [at(3)] });
    await workbook.clearMarks();
    const { workbook: later } = await openIn(excel.book, version);
    await later.undo(false, TASK);
    expect(contentOf(excel.book)).toEqual(before);
  });

  test('it is found again where rows were inserted above, and where the workbook has forgotten its places', async () => {
    const { excel, apply, workbook } = await opened(version);
    await apply(MARKS);
    const sheet = excel.book.sheet('表')!;
    const down = <T extends { top: number; bottom: number }>(range: T) => ({
      ...range,
      top: range.top + 1,
      bottom: range.bottom + 1,
    });
    sheet.conditions = sheet.conditions.map((each) => ({ ...each, ranges: each.ranges.map(down) }));
    sheet.validations = sheet.validations.map((each) => ({ ...each, range: down(each.range) }));
    sheet.notes = new Map([...sheet.notes].map(([cell, note]) => [`B${parseA1(cell)!.row + 2}`, note]));
    expect(await workbook.clearMarks()).toMatchObject({ notes: 2 });
    expect(said(excel.book)).toEqual([]);
    expect(sheet.conditions).toEqual([]);

    await apply(MARKS);
    excel.book.settings.clear();
    expect(await (await openIn(excel.book, version)).workbook.clearMarks()).toMatchObject({ notes: 2 });
    expect(said(excel.book)).toEqual([]);
  });

  test('what somebody else has put there stays, and is told; so does one of ours that somebody has rewritten', async () => {
    const { excel, workbook, apply } = await opened(version);
    const sheet = excel.book.sheet('表')!;
    const theirs = new Map<string, unknown>([
      ['Rule', { list: { source: '是,否' } }],
      ['Prompt', { title: '', message: '请选' }],
    ]);
    if (version === '1.18') sheet.notes.set('B2', { content: '张三：已电话催办' });
    else sheet.validations.push({ range: { top: 1, bottom: 1, left: 1, right: 1 }, properties: theirs });
    const before = contentOf(excel.book);
    const { warnings } = await apply(MARKS);
    expect(warnings).toEqual([{ code: 'notesKept', data: { sheet: '表', count: 1 } }]);
    const own = version === '1.18' ? 'B2 ! 张三：已电话催办' : 'B2 ! 请选';
    expect(said(excel.book)).toEqual([own, `B3 ${NOTE.text}`]);
    await workbook.clearMarks();
    expect(contentOf(excel.book)).toEqual(before);
    if (version !== '1.18') return;
    await apply(MARKS);
    sheet.notes.get('B3')!.content += '\n已补。';
    await apply({ ...MARKS, highlights: fill(2), notes: [at(2, '又一句。')] });
    await workbook.clearMarks();
    expect(said(excel.book)).toEqual([own, `B3 ! ${signedNote(NOTE)}\n已补。`]);
  });

  test('a protected sheet gets no note; one protected since keeps its marks until it is open again', async () => {
    const { excel, workbook, apply } = await opened(version, [{ ...TABLE, isProtected: true }]);
    expect((await apply(MARKS)).warnings).toEqual([{ code: 'highlightsProtected', data: { sheet: '表' } }]);
    expect(said(excel.book)).toEqual([]);
    const sheet = excel.book.sheet('表')!;
    sheet.isProtected = false;
    await apply(MARKS);
    sheet.isProtected = true;
    expect(await workbook.clearMarks()).toMatchObject({ sheets: [], protectedSheets: ['表'] });
    expect(said(excel.book).join(',')).toBe(places);
  });

  test('notes beyond the limit are left out and told', async () => {
    const rows = Array.from({ length: 2101 }, (_, row) => [`单位${row}`, row]);
    const { excel, apply } = await opened(version, [{ name: '表', rows }]);
    const { warnings } = await apply({
      ...NOTHING,
      highlights: fill(...rows.keys()),
      notes: rows.map((_, row) => at(row)),
    });
    expect(warnings).toEqual([{ code: 'notesLeftOut', data: { count: 101 } }]);
    expect(said(excel.book)).toHaveLength(2000);
  });

  test('the annual workbook: no request more than without notes, cleared to what it was', async () => {
    const annual = openFile(allCases()[0]!.files[0]!).snapshot();
    const counts: number[] = [];
    for (const hasNotes of [false, true]) {
      const { excel, workbook } = await openIn(bookOf(annual), version);
      const changes = changesFor(await workbook.snapshot(TASK));
      expect(changes.notes!.length).toBeGreaterThan(10);
      await workbook.apply({ ...changes, notes: hasNotes ? changes.notes! : [] }, TASK);
      counts.push(excel.syncs.length);
    }
    expect(counts[1]).toBe(counts[0]);
    expect(counts[1]).toBeLessThanOrEqual(12);
  });
});

test('an older Excel takes over from a newer one and back: what either put is replaced or cleared as far as it can', async () => {
  const { excel, apply } = await opened('1.14');
  await apply(MARKS);
  const newer = await openIn(excel.book, '1.18');
  await newer.workbook.snapshot(TASK);
  await newer.workbook.apply(MARKS, TASK);
  const sheet = excel.book.sheet('表')!;
  expect([sheet.validations.length, sheet.notes.size]).toEqual([0, 2]);
  const older = await openIn(excel.book, '1.14');
  excel.book.settings.clear();
  expect(await older.workbook.clearMarks()).toMatchObject({ sheets: ['表'], notes: 0, leavesNotes: true });
  expect(sheet.notes.size).toBe(2);
});

test('the pane is told in sentences what was cleared and what was not', async () => {
  const { excel, workbook, apply } = await opened('1.14', [TABLE, { ...TABLE, name: '锁' }]);
  const port = excelPort(workbook);
  expect((await port.clearMarks('zh-CN')).done).toBe('没有找到标记。');
  await apply(MARKS);
  expect(await port.clearMarks('zh-CN')).toEqual({
    done: '已清除 1 张工作表上的标记（颜色和 2 条说明），内容和格式恢复原样。',
    warnings: [],
    kept: [],
  });
  await apply({ ...MARKS, notes: [], highlights: [...MARKS.highlights, { ...MARKS.highlights[0]!, sheet: '锁' }] });
  excel.book.sheet('锁')!.isProtected = true;
  const { warnings } = await port.clearMarks('en-US');
  expect(warnings).toEqual([
    expect.stringContaining('“锁” is protected'),
    expect.stringContaining('cannot change notes'),
  ]);
});
