import type { Answer, Asked, SessionQuestion } from '../../src/app/sessionQuestions';
import { createSession } from '../../src/app/session';
import { SESSION_ROOMS } from '../../src/app/sessionRooms';
import { writeDocx } from '../../src/hosts/docx/lazy';
import { newFiles } from '../../src/hosts/xlsx';
import { memoryOf, withEdits, withKnown } from '../../src/app/memories';
import { createWorkbook, openWorkbook } from '../../src/hosts/xlsx';
import {
  latestMemory,
  mergeMemories,
  NO_CORRECTIONS,
  NO_MEMORY,
  snapshotOf,
  type CorrectionEdit,
  type Corrections,
  type SheetLiteral,
  type WorkbookSnapshot,
} from '../../src/model';

const ROSTER: SheetLiteral = {
  name: '名册',
  rows: [
    ['单位编号', '单位名称', '类型'],
    ['U01', '东岭锡矿党委', '党委'],
    ['U02', '西岭锡矿党委', '党委'],
  ],
};
const scores = (unit = '东岭锡矿党委'): SheetLiteral => ({
  name: '上级考核',
  rows: [
    ['单位', '安全', '成本、能耗控制得分'],
    [unit, 5, 4],
    ['西岭锡矿党委', 4, 3],
  ],
});
const bookOf = (...sheets: SheetLiteral[]) => snapshotOf('年度考核.xlsx', [ROSTER, ...sheets]);
const ask = { locale: 'zh-CN' } as const;

/** A session with a run of a workbook, as a host has it. */
function start(book: WorkbookSnapshot, known: Corrections = NO_CORRECTIONS) {
  const session = createSession({ ...SESSION_ROOMS, writeDocx, newFiles });
  const score = (memory = memoryOf([book], [])) =>
    session.score([book], { ...ask, today: '2005-01-20', memory, known });
  const question = <Q extends SessionQuestion>(name: Q, asked: Asked<Q>) => session.answer(name, asked) as Answer<Q>;
  const data = () => question('data', ask);
  const correct = (...edits: CorrectionEdit[]) => question('correct', { ...ask, edits });
  score();
  return { session, score, question, data, correct };
}

/** Says that the column 安全 holds the indicator 安全生产. */
function safety({ question }: ReturnType<typeof start>): CorrectionEdit {
  const [table] = question('sheet', { ...ask, sheet: 1 }).tables;
  const { key, occurrence } = table!.columns.find(({ header }) => header === '安全')!;
  const value = { kind: 'indicator', name: 'W42', text: '安全生产', reading: 'points' } as const;
  return { type: 'column', table: { ...table!.key, everySheet: true }, key, occurrence, value };
}

test('a sheet is shown with what can be corrected of it', () => {
  const { question, data } = start(bookOf(scores()));
  const [, sheet] = data().sheets;
  expect(sheet).toMatchObject({ role: 'scores', headerRows: [0], count: 2, open: 1, tables: 1, isCorrected: false });
  const { tables, rows, schemes } = question('sheet', { ...ask, sheet: 1 });
  expect(rows[0]).toEqual({ row: 0, text: '单位 | 安全 | 成本、能耗控制得分', keys: expect.any(Array) as string[] });
  expect(
    tables[0]!.columns.map(({ header, choice, samples, place }) => [header, choice?.name, samples, place.cell]),
  ).toEqual([
    ['单位', 'unit', ['东岭锡矿党委', '西岭锡矿党委'], 'A1'],
    ['安全', undefined, ['5', '4'], 'B1'],
    ['成本、能耗控制得分', 'W43', ['4', '3'], 'C1'],
  ]);
  expect(tables[0]!.choices).toContainEqual({ kind: 'field', name: 'rank' });
  expect(schemes.find(({ scheme }) => scheme === '五好党委')!.choices).toContainEqual({
    kind: 'indicator',
    name: 'W42',
    text: '安全生产',
  });
});

test('after a correction the data are read anew at once, the result is that of the last run until the next', () => {
  const desk = start(bookOf(scores()));
  const before = desk.session.answer('explain', { scheme: 0, subject: 0, locale: 'zh-CN' });
  const { data, memory } = desk.correct(safety(desk));
  expect(data).toMatchObject({ isScored: false, corrections: [{ unfit: null }] });
  expect(data.sheets[1]).toMatchObject({ open: 0, isCorrected: true });
  expect(desk.session.answer('explain', { scheme: 0, subject: 0, locale: 'zh-CN' })).toEqual(before);
  desk.score(memory);
  expect(desk.data()).toMatchObject({ isScored: true, corrections: [{ unfit: null }] });
  expect(JSON.stringify(desk.session.answer('explain', { scheme: 0, subject: 0, locale: 'zh-CN' }))).toContain(
    '安全生产',
  );
});

test('what was corrected travels with the file, and is taken back from it', () => {
  const desk = start(bookOf(scores()));
  desk.score(desk.correct(safety(desk)).memory);
  const saved = (changes = desk.session.changes(null, 'zh-CN')) =>
    openWorkbook(createWorkbook(changes), '结果.xlsx').snapshot();
  const next: WorkbookSnapshot = {
    ...bookOf(scores()),
    ...mergedSheets(bookOf(scores()), saved()),
  };
  const again = start(next);
  expect(again.data()).toMatchObject({ isScored: true, corrections: [{ unfit: null }] });

  const { data, memory } = again.correct({ ...safety(again), value: null } as CorrectionEdit);
  expect(data.corrections).toEqual([]);
  again.score(memory);
  expect(again.session.changes(null, 'zh-CN').sheets.map(({ mark }) => mark)).not.toContain('memory');
});

test('what was corrected in other files counts where it fits, and is then remembered here', () => {
  const first = start(bookOf(scores()));
  const elsewhere: CorrectionEdit = {
    type: 'role',
    table: { header: ['姓名', '金额', '日期'], sheet: '工资', everySheet: true },
    value: { role: 'other', layout: null },
  };
  const known = withKnown(NO_CORRECTIONS, [safety(first), elsewhere]);
  const fresh = start(bookOf(scores()), known);
  expect(fresh.data().corrections).toHaveLength(1);
  expect(fresh.session.changes(null, 'zh-CN').sheets.map(({ mark }) => mark)).toContain('memory');
  const { data } = fresh.correct({ ...safety(fresh), value: null } as CorrectionEdit);
  expect(data.corrections).toEqual([]);
  expect(data.sheets[1]).toMatchObject({ open: 1, isCorrected: false });
});

test('names of other files mean whoever has that very name, never whoever has the same id', () => {
  const said: CorrectionEdit = {
    type: 'name',
    written: '东岭公司',
    branch: null,
    value: { target: { id: 'U01', name: '别的集团党委' } },
  };
  const known = withKnown(NO_CORRECTIONS, [said]);
  expect(start(bookOf(scores('东岭公司')), known).data().unmatched).toHaveLength(1);
  const own = start(bookOf(scores('东岭公司')));
  expect(own.correct(said).data.unmatched).toEqual([]);
});

test('whom a name can mean is found by name, id and alias', () => {
  const { question } = start(bookOf(scores('东岭公司')));
  const targets = (text: string) => question('targets', { ...ask, text, isMember: false }).map(({ name }) => name);
  expect(targets('')).toEqual(['东岭锡矿党委', '西岭锡矿党委']);
  expect(targets('u02')).toEqual(['西岭锡矿党委']);
  expect(targets('锡矿')).toHaveLength(2);
  expect(targets('没有')).toEqual([]);
});

test('of several copies the one that was changed last counts; several files are remembered together', () => {
  const edit = (sheet: string): CorrectionEdit => ({
    type: 'source',
    table: { header: ['a'], sheet, everySheet: false },
    value: 'self',
  });
  const one = withEdits(NO_MEMORY, [edit('甲')]);
  const two = withEdits(one, [edit('乙')]);
  expect(latestMemory([one, two, NO_MEMORY])).toBe(two);
  expect(latestMemory([])).toBe(NO_MEMORY);
  expect(memoryOf([], [null, { revision: '9' }, JSON.parse(JSON.stringify(two))])).toEqual(two);
  const other = withEdits(NO_MEMORY, [edit('丙')]);
  expect(mergeMemories([two, other]).corrections.tables.map(({ sheet }) => sheet)).toEqual(['丙', '甲', '乙']);
  expect(mergeMemories([two, other]).revision).toBe(2);
});

/** A workbook with its own sheets and the marked ones of another. */
function mergedSheets(book: WorkbookSnapshot, results: WorkbookSnapshot): Pick<WorkbookSnapshot, 'sheets' | 'strings'> {
  const shift = book.strings.length;
  const moved = results.sheets.map((sheet) => {
    const { kinds, values } = sheet.cells;
    const isText = (k: number) => kinds[k] === 2 || kinds[k] === 4;
    return {
      ...sheet,
      cells: { ...sheet.cells, values: values.map((value, k) => (isText(k) ? value + shift : value)) },
    };
  });
  return { sheets: [...book.sheets, ...moved], strings: [...book.strings, ...results.strings] };
}
