import { version } from '../../../package.json';
import { resultJson, type ResultJson, scoreWorkbooks } from '../../../src/app';
import type { WorkbookSnapshot } from '../../../src/model';
import { allCases, type Case } from '../../cases/caseFiles';
import { differences } from '../../cases/compare';
import { type Book, type Cell, EVERYTHING } from '../../excel-host/book';
import { bookOf, contentOf } from '../../excel-host/load';
import { changesFor, openIn, TASK } from '../../hosts/excel/support';
import { closeBrowser } from './excelWindow';
import {
  listedAttainment,
  type ListedGap,
  listedGaps,
  type RankedSubject,
  rankedSubjects,
  runTime,
  sheetsOf,
} from './resultSheets';
import { caseOf, closeScene, openBook, snapshotOf } from './scene';

afterEach(async () => expect(await closeScene()).toEqual([]));
afterAll(closeBrowser);

/** What the product computes from the file in this process, on the day on which the pages live. */
function computed(snapshot: WorkbookSnapshot): ResultJson {
  return resultJson(scoreWorkbooks([snapshot], { locale: 'zh-CN', today: '2030-06-15' }));
}

/** The result with all that the sheets say in place of what was computed. */
function asWritten(result: ResultJson, book: Book): ResultJson {
  const ranked = rankedSubjects(book);
  const subjects = result.subjects.map((subject) => {
    const rows = ranked.get(subject.scheme) ?? [];
    const at = rows.findIndex(({ name, rank }) => name === subject.name && rank === subject.rank);
    // One row for each subject; a subject that has none keeps nothing that could be right.
    const [row] = at < 0 ? [{ total: NaN, sources: {} } as unknown as RankedSubject] : rows.splice(at, 1);
    const isListed = subject.status === 'scored' || subject.status === 'provisional';
    return isListed ? { ...subject, ...row } : subject;
  });
  const left = [...ranked.values()].flat().filter(({ total }) => total !== null);
  expect(left).toEqual([]);
  // A sheet for people names subjects; their ids are those of the findings with the same words at the same cell.
  const keyOf = ({ sheet, cell, message }: Pick<ListedGap, 'sheet' | 'cell' | 'message'>) =>
    `${sheet}!${cell} ${message}`;
  const ids = new Map(result.findings.map((finding) => [keyOf(finding), finding.subject]));
  const names = new Map(result.subjects.map(({ id, name }) => [id, name]));
  const findings = listedGaps(book).map((gap) => {
    const subject = ids.get(keyOf(gap)) ?? null;
    if (subject !== null && names.has(subject)) expect(gap.name).toBe(names.get(subject));
    return { ...result.findings[0]!, ...gap, workbook: null, subject };
  });
  return { ...result, subjects, findings, attainment: listedAttainment(book) };
}

/** The workbook of a case with its results, written in this process as if at this time. */
async function writtenHere(snapshot: WorkbookSnapshot, at: string): Promise<Book> {
  const { excel, workbook } = await openIn(bookOf(snapshot));
  await workbook.apply(changesFor(await workbook.snapshot(TASK), { version, at, hashes: [null] }), TASK);
  return excel.book;
}

const single = allCases().filter(({ files }) => files.length === 1);

describe.each(single.map((each): [string, Case] => [each.name, each]))('%s', (name, { expected }) => {
  test('one click scores it, one writes it: every number is what is expected', async () => {
    const snapshot = snapshotOf(caseOf(name));
    const { excel, pane } = await openBook(bookOf(snapshot), 'taskpane.html?do=score');
    await pane.scored();
    await pane.write();

    // Excel on the web takes 5 MB in one request.
    for (const { requestBytes, responseBytes, error } of excel.syncs) {
      expect(Math.max(requestBytes, responseBytes)).toBeLessThan(2 ** 20);
      expect(error).toBeNull();
    }
    const result = computed(snapshot);
    expect(differences(expected, asWritten(result, excel.book))).toEqual([]);

    // Cell for cell, with looks, charts and print set-up, what the same host writes in this process.
    expect(contentOf(excel.book)).toEqual(contentOf(await writtenHere(snapshot, runTime(excel.book))));
  });
});

describe('the comparison with the sheets sees', () => {
  const annual = caseOf('v1-annual-group');
  const snapshot = snapshotOf(annual);
  const result = computed(snapshot);
  let book: Book;
  beforeAll(async () => (book = await writtenHere(snapshot, '2030-06-15 09:00')));

  /** The first cell with this value on a sheet, in the row of a subject where it has one. */
  function cellWith(kind: string, value: unknown, subject: string | null): Cell {
    const cells = [...sheetsOf(book, kind)[0]!.within(EVERYTHING)];
    const [at] = cells.find(([, cell]) => subject === null || cell.value === subject)!;
    const [, found] = cells.find(([place, cell]) => cell.value === value && place.row >= at.row)!;
    return found;
  }

  const first = '清水河选矿厂党委';
  test.each<[what: string, kind: string, subject: string | null, before: string | number, after: string | number]>([
    ['a source', 'ranking', first, 99.26, 99.25],
    ['a dimension', 'ranking', first, 19.79, 19.78],
    ['a bonus', 'ranking', first, 2, 1],
    ['a total', 'ranking', first, 97.51, 97.5],
    ['a grade', 'ranking', first, '优秀', '良好'],
    ['an attainment', 'ranking', first, '是', '否'],
    ['an award', 'ranking', first, '流动红旗', ''],
    ['the category of a gap', 'gaps', '竹溪锡矿党委', '信息报送', '数据：重复'],
    ['the cell of a gap', 'gaps', '竹溪锡矿党委', '信息报送台账!K6', '信息报送台账!K7'],
    ['a rate', 'statistics', null, 0.6667, 0.6666],
  ])('%s', (_, kind, subject, before, after) => {
    expect(differences(annual.expected, asWritten(result, book))).toEqual([]);
    const cell = cellWith(kind, before, subject);
    cell.value = after;
    expect(differences(annual.expected, asWritten(result, book))).not.toEqual([]);
    cell.value = before;
  });
});
