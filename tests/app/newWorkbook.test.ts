import {
  checkRoster,
  newWorkbooks,
  type NewWorkbookWish,
  scoreWorkbooks,
  schemeNamed,
  startNewWorkbook,
} from '../../src/app';
import { DEFAULT_RULE_ROWS } from '../../src/rules';
import { memberText, parseMembers, parseUnits, rosterText, TEMPLATE_REGISTERS } from '../../src/templates';
import { allCases, openFile } from '../cases/caseFiles';
import { booksFor, requestFor, scoreBooks } from '../templates/support';

const WISH: NewWorkbookWish = {
  schemes: ['五好党委'],
  period: '2005年度',
  groups: [],
  units: '',
  members: '',
  layout: 'one',
  self: 'wide',
  peer: true,
  registers: ['plans'],
};

function outcomeOf(name: string) {
  const files = allCases().find((each) => each.name === name)!.files;
  return scoreWorkbooks(
    files.map((file) => openFile(file).snapshot()),
    { locale: 'zh-CN', today: '2005-01-20' },
  );
}

describe('what can be begun with', () => {
  test('without a workbook: the default schemes, empty rosters', () => {
    expect(startNewWorkbook(null)).toEqual({
      schemes: ['五好党委', '五好党支部(党总支)', '党员五带头'].map((name) => ({ name, isOwn: false })),
      units: '',
      members: '',
      groups: [],
      period: '',
      periods: [],
      registers: TEMPLATE_REGISTERS,
    });
  });

  test('with one: its own schemes first, its units, groups and period', () => {
    const outcome = outcomeOf('more/m01-methods-own-scheme');
    const start = startNewWorkbook(outcome);
    const own = start.schemes.filter(({ isOwn }) => isOwn).map(({ name }) => name);
    expect(own).toEqual([...new Set(outcome.assessment.ruleRows.map(({ scheme }) => scheme.text))]);
    expect(start.schemes.length).toBeGreaterThan(own.length);
    expect(parseUnits(start.units).entries.map(({ name }) => name)).toEqual(
      outcome.assessment.organizations.map(({ name }) => name),
    );
    expect(start.period).toBe(outcome.assessment.period!.text);
  });

  test('periods around the day', () => {
    expect(startNewWorkbook(null, '2004-05-20').periods).toEqual(['2004年上半年', '2004年第二季度', '2004年度']);
    expect(startNewWorkbook(null, '2004-12-01').periods).toEqual(['2004年下半年', '2004年第四季度', '2004年度']);
  });

  test('a scheme is named by its name or by the beginning of one', () => {
    const start = startNewWorkbook(null);
    expect(schemeNamed(start, '五好党支部（党总支）')).toBe('五好党支部(党总支)');
    expect(schemeNamed(start, '五好党支部')).toBe('五好党支部(党总支)');
    expect(schemeNamed(start, '五好')).toBeNull();
    expect(schemeNamed(start, ' ')).toBeNull();
  });
});

describe('what a template holds can begin the next one', () => {
  const outcome = scoreBooks(booksFor({ parameters: [['党员五带头', '优秀比例上限', '1/3']] }));
  const start = startNewWorkbook(outcome);

  test('its units and its groups', () => {
    const { units } = requestFor();
    const read = parseUnits(start.units).entries;
    expect(
      read.map(({ name, id, group, parent, leader, founded }) => [name, id, group, parent, leader, founded]),
    ).toEqual(units.map(({ name, id, group, parent, leader, founded }) => [name, id, group, parent, leader, founded]));
    expect(read.map(({ kind }) => kind)).toEqual(['党委', '党委', '党委', '直属党总支', '党支部', '党支部', '党总支']);
    expect(start.groups).toEqual(['生产单位', '机关单位', '采掘支部', '机关支部']);
  });

  test('its rules to the letter, its parameters but the period', () => {
    expect(start.schemes.every(({ isOwn }) => isOwn)).toBe(true);
    const made = newWorkbooks({ ...WISH, schemes: start.schemes.map(({ name }) => name) }, outcome, 'zh-CN');
    if ('problem' in made) throw new Error(made.problem);
    const again = scoreBooks(made.books);
    const cells = again.assessment.ruleRows.map((row) => Object.values(row).map(({ text }) => text));
    const byScheme = start.schemes.flatMap(({ name }) => DEFAULT_RULE_ROWS.filter(([scheme]) => scheme === name));
    // Reading carries the last dimension down to bonuses, penalties and vetoes, which are of none.
    const plain = (rows: readonly (readonly string[])[]) =>
      rows.map((row) => row.map((text, c) => (c === 1 && /^[BPV]/.test(row[2]!) ? '' : text.trim())));
    expect(plain(cells)).toEqual(plain(byScheme));
    const parameters = again.assessment.parameterRows.map(({ scheme, key, value }) =>
      [scheme, key, value].map(({ text }) => text),
    );
    expect(parameters).toContainEqual(['党员五带头', '优秀比例上限', '1/3']);
    expect(parameters).toContainEqual(['', '期间', '2005年度']);
  });
});

test('rosters as texts are read as the same again', () => {
  const { units, members } = requestFor();
  const odd = { ...units[0]!, alias: '红矿、红岩', kind: '党委', memberCount: '120', takesPart: false } as const;
  expect(parseUnits(rosterText([odd, ...units.slice(1)])).entries).toEqual([odd, ...units.slice(1)]);
  expect(parseMembers(memberText(members)).entries).toEqual(members);
  expect(rosterText([])).toBe('');
});

describe('how a roster is understood', () => {
  test('counts for each scheme, what is odd in sentences of the language', () => {
    const units = '甲矿党委\n甲矿党委\n采一党支部\n乙矿';
    const wish = {
      ...WISH,
      schemes: ['五好党委', '五好党支部(党总支)', '党员五带头'],
      units,
      members: '岑远舟\n白若溪',
    };
    const check = checkRoster(wish, null, 'zh-CN');
    expect(check).toMatchObject({
      units: 3,
      members: 2,
      schemes: [
        { name: '五好党委', subjects: 1 },
        { name: '五好党支部(党总支)', subjects: 1 },
        { name: '党员五带头', subjects: 2 },
      ],
    });
    expect(check.problems).toEqual([
      '第2行“甲矿党委”与第1行重复，以第1行为准。',
      '“乙矿”看不出是党委、党总支还是党支部，请加上“类型”一列；类型不明的单位不进入考核表。',
    ]);
    expect(checkRoster(wish, null, 'en-US').problems[0]).toContain('Line 2');
  });

  test('a wish that cannot be granted is answered with a sentence', () => {
    expect(newWorkbooks({ ...WISH, schemes: [] }, null, 'zh-CN')).toEqual({ problem: '请至少选择一个考核方案。' });
    expect(newWorkbooks({ ...WISH, period: '去年' }, null, 'zh-CN')).toMatchObject({
      problem: expect.stringContaining('“去年”'),
    });
  });
});
