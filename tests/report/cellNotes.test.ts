import type { Locale } from '../../src/i18n';
import { MAX_NOTES } from '../../src/model';
import { buildReport } from '../../src/report';
import { cell, outcomeOf } from './outcomeOf';

type Outcome = Parameters<typeof outcomeOf>[0];

const G02 = { code: 'G02', severity: 'high', subject: 'U01', subjectName: '红岩锡矿党委' } as const;
const said = {
  message: '实施方案未上报。',
  messageEn: 'The plan was not sent.',
  action: '请上报。',
  actionEn: 'Send it.',
};

function notesOf(findings: NonNullable<Outcome['findings']>, locale: Locale = 'zh-CN', more: Partial<Outcome> = {}) {
  const rows = Array.from({ length: 8 }, () => ['甲', null, null]);
  const schemes = [{ name: '五好党委', subjects: [{ id: 'U01', name: '红岩锡矿党委' }] }];
  const outcome = outcomeOf({ schemes, findings, sheets: [{ name: '台账', rows }], ...more });
  return buildReport(outcome, { locale, workbook: 0 });
}

test('a marked cell says what is wrong at it and what to do, in the language of the run', () => {
  const finding = { ...G02, ...said, place: cell(0, 4, 4) };
  expect(notesOf([finding]).notes).toEqual([
    {
      sheet: '台账',
      row: 4,
      column: 4,
      title: '先锋考评标记 · 严重程度：高',
      text: '红岩锡矿党委：实施方案未上报。\n怎么办：请上报。',
    },
  ]);
  expect(notesOf([{ ...finding, severity: 'medium' }], 'en-US').notes).toMatchObject([
    { title: 'Pioneer Scorecard · medium', text: '红岩锡矿党委: The plan was not sent.\nWhat to do: Send it.' },
  ]);
});

test('what concerns no unit is said without one; what is low, or has no cell, is not said', () => {
  const nobody = { ...G02, ...said, subject: null, subjectName: null };
  const { notes } = notesOf([
    { ...nobody, place: cell(0, 1, 1) },
    { ...G02, ...said, severity: 'low', place: cell(0, 2, 1) },
    { ...G02, ...said, place: null },
  ]);
  expect(notes).toMatchObject([{ row: 1, text: '实施方案未上报。\n怎么办：请上报。' }]);
});

test('one cell has one note: the gravest first, the rest counted; graver cells come first', () => {
  const at = (row: number, severity: 'high' | 'medium', message: string) => ({
    ...G02,
    ...said,
    severity,
    message,
    place: cell(0, row, 2),
  });
  const { notes } = notesOf([
    at(1, 'medium', '甲。'),
    at(2, 'medium', '乙。'),
    at(2, 'medium', '丙。'),
    at(2, 'high', '丁。'),
    at(2, 'medium', '戊。'),
    at(2, 'medium', '己。'),
    at(2, 'medium', '庚。'),
  ]);
  expect(notes!.map(({ row, title }) => [row, title.slice(-1)])).toEqual([
    [2, '高'],
    [1, '中'],
  ]);
  const lines = notes![0]!.text.split('\n').filter((line) => !line.startsWith('怎么办'));
  expect(lines.map((line) => line.replace('红岩锡矿党委：', ''))).toEqual([
    '丁。',
    '乙。',
    '丙。',
    '戊。',
    '本格另有2条，见差距清单。',
  ]);
});

test('in a merged block it is said at the first cell, the only one that shows a note', () => {
  const rows = Array.from({ length: 8 }, () => ['甲', null, null]);
  const merges = [{ top: 2, left: 1, bottom: 4, right: 2 }];
  const place = (row: number, column: number) => ({ ...G02, ...said, place: cell(0, row, column) });
  const { notes } = notesOf([place(4, 2), place(3, 1), place(5, 1)], 'zh-CN', {
    sheets: [{ name: '台账', rows, merges }],
  });
  expect(notes!.map(({ row, column }) => [row, column])).toEqual([
    [2, 1],
    [5, 1],
  ]);
  expect(notes![0]!.text.split('实施方案未上报')).toHaveLength(3);
});

test('cells beyond the limit are counted, the gravest have their notes', () => {
  const findings = Array.from({ length: MAX_NOTES + 5 }, (_, row) => ({
    ...G02,
    ...said,
    severity: row >= MAX_NOTES ? ('high' as const) : ('medium' as const),
    place: cell(0, row, 0),
  }));
  const { notes, notesLeftOut } = notesOf(findings);
  expect([notes!.length, notesLeftOut]).toEqual([MAX_NOTES, 5]);
  expect(notes!.slice(0, 5).map(({ row }) => row)).toEqual([0, 1, 2, 3, 4].map((i) => MAX_NOTES + i));
});
