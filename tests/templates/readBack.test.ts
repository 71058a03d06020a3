import { LOCALES } from '../../src/i18n';
import type { SheetReading } from '../../src/model';
import { PARAMETER_SPECS } from '../../src/rules';
import { parameterSentence } from '../../src/templates/texts';
import { parseUnits, TEMPLATE_REGISTERS } from '../../src/templates';
import { booksFor, rulesOf, SCHEMES, scoreBooks } from './support';

const told = ({ name, role, layout, source, schemes, count }: SheetReading) =>
  [name, role, layout ?? '', source ?? '', schemes.join(), count].join(' | ');

/** Codes of what is wrong with data, rules and decisions; duties are owed by whoever has not reported yet. */
const faults = ({ findings }: ReturnType<typeof scoreBooks>) =>
  findings.filter(({ code }) => !code.startsWith('G')).map(({ code, message }) => `${code} ${message}`);

describe('a workbook for everything, read back before anybody has filled it in', () => {
  const outcome = scoreBooks(booksFor());

  test('every sheet has its role, layout, source and scheme', () => {
    expect(outcome.assessment.sheets.map(told)).toEqual([
      '填报说明 | other |  |  |  | 0',
      '考核细则-五好党委 | rules |  |  |  | 38',
      '考核细则-五好党支部(党总支) | rules |  |  |  | 36',
      '考核细则-党员五带头 | rules |  |  |  | 24',
      `考核参数 | parameters |  |  |  | ${PARAMETER_SPECS.length + 8}`,
      '单位名册 | roster |  |  |  | 7',
      '党员名册 | members |  |  |  | 3',
      '考核-五好党委 | scores | wide | superior | 五好党委 | 4',
      '自评-红岩锡矿 | scores | form | self | 五好党委 | 1',
      '自评-青石坡锡矿 | scores | form | self | 五好党委 | 1',
      '自评-清水河选矿厂 | scores | form | self | 五好党委 | 1',
      '自评-机关服务中心 | scores | form | self | 五好党委 | 1',
      '评议-五好党委 | votes |  | peer | 五好党委 | 4',
      '考核-五好党支部(党总支) | scores | wide | superior | 五好党支部(党总支) | 3',
      '自评-红岩锡矿采一工区 | scores | form | self | 五好党支部(党总支) | 1',
      '自评-红岩锡矿机关 | scores | form | self | 五好党支部(党总支) | 1',
      '自评-青石坡锡矿运输 | scores | form | self | 五好党支部(党总支) | 1',
      '评议-五好党支部(党总支) | votes |  | peer | 五好党支部(党总支) | 3',
      '考核-党员五带头 | scores | wide | superior | 党员五带头 | 3',
      '自评-党员五带头 | scores | wide | self | 党员五带头 | 3',
      '评议-党员五带头 | votes |  | peer | 党员五带头 | 3',
      '加分扣分 | adjustments |  |  |  | 0',
      '加分扣分-党员五带头 | adjustments |  |  |  | 0',
      '方案措施台账 | register | plans |  |  | 4',
      '责任书台账 | register | bonds |  |  | 7',
      '联系点台账 | register | contacts |  |  | 1',
      '信息报送台账 | register | info |  |  | 1',
      '材料总结档案台账 | register | materials |  |  | 1',
      '考核记录台账 | register | records |  |  | 4',
      '整改台账 | register | rectify |  |  | 0',
      '活动经费台账 | register | funds |  |  | 4',
    ]);
  });

  test('all columns of the score tables are understood', () => {
    const wide = outcome.assessment.sheets.filter(({ role, layout }) => role === 'scores' && layout === 'wide');
    expect(wide.flatMap(({ columns }) => columns.filter(({ field }) => field === null))).toEqual([]);
    const ids = wide.map(({ columns }) => new Set(columns.flatMap(({ indicator }) => indicator ?? [])).size);
    expect(ids).toEqual([25, 23, 18, 18]);
  });

  test('period, parameters, roster; nothing is wrong, nothing is missing from the registers', () => {
    const { period, organizations, unscoredSchemes } = outcome.assessment;
    expect(period).toEqual({ text: '2004年上半年', start: '2004-01-01', end: '2004-06-30' });
    expect(organizations.map(({ kind, group }) => [kind, group])).toEqual([
      ['党委', '生产单位'],
      ['党委', '生产单位'],
      ['党委', '生产单位'],
      ['直属党总支', '机关单位'],
      ['党支部', '采掘支部'],
      ['党支部', '机关支部'],
      ['党总支', '采掘支部'],
    ]);
    expect(unscoredSchemes).toEqual([]);
    expect(faults(outcome)).toEqual([]);
    expect(outcome.findings.filter(({ code }) => code === 'G00')).toEqual([]);
  });
});

const VARIANTS = SCHEMES.flatMap((scheme) =>
  (['zh-CN', 'en-US'] as const).flatMap((locale) =>
    (['one', 'perUnit'] as const).flatMap((layout) =>
      (['forms', 'wide'] as const).map((self) => ({ scheme, locale, layout, self })),
    ),
  ),
);

describe.each(VARIANTS)('$scheme in $locale, $layout, $self', ({ scheme, locale, layout, self }) => {
  const isMember = scheme === '党员五带头';
  const books = booksFor({ rules: rulesOf(scheme), locale, layout, self, registers: ['plans', 'info'] });
  const outcome = scoreBooks(books);
  const { sheets } = outcome.assessment;
  const subjects = { 五好党委: 4, '五好党支部(党总支)': 3, 党员五带头: 3 }[scheme];

  test('the sheets of the three sources belong to the scheme and name all its subjects', () => {
    for (const source of ['self', 'peer', 'superior']) {
      const own = sheets.filter((sheet) => sheet.source === source);
      expect(own.map((sheet) => sheet.schemes)).toEqual(own.map(() => [scheme]));
      expect(own.reduce((sum, { count }) => sum + count, 0)).toBe(subjects);
    }
  });

  test('nothing is wrong', () => {
    expect(faults(outcome)).toEqual([]);
    expect(sheets.filter(({ role }) => role === 'other')).toHaveLength(books.length);
  });

  test('one workbook, or one more for each unit', () => {
    const units = isMember ? 2 : subjects;
    expect(books.map(({ unit }) => unit)[0]).toBeNull();
    expect(books).toHaveLength(layout === 'one' ? 1 : units + 1);
    expect(new Set(books.map(({ name }) => name)).size).toBe(books.length);
  });
});

test.each(LOCALES)('every parameter says in %s what it does', (locale) => {
  expect(PARAMETER_SPECS.filter(({ key }) => parameterSentence(locale, key) === '').map(({ key }) => key)).toEqual([]);
});

describe('other requests', () => {
  test('without a roster the tables are blank and still known by their headers', () => {
    const outcome = scoreBooks(booksFor({ units: [], members: [], registers: [] }));
    const roles = outcome.assessment.sheets.map(({ role, layout }) => layout ?? role);
    expect(roles).toEqual(
      ['other', 'rules', 'rules', 'rules', 'parameters', 'roster', 'members'].concat(
        ['wide', 'form', 'votes', 'wide', 'form', 'votes', 'wide', 'wide', 'votes'],
        ['adjustments', 'adjustments'],
      ),
    );
    expect(faults(outcome).filter((fault) => !fault.startsWith('D04'))).toEqual([]);
  });

  test('a scheme of one’s own: all units, with raters’ methods and without ids and dimensions', () => {
    const rules = [
      ['安全竞赛', '', '', '隐患整改率', '40', '完成率', '目标=100%', '', '', ''],
      ['安全竞赛', '', '', '产量', '30', '与最高者比', '', '', '', ''],
      ['安全竞赛', '', '', '名次得分', '20', '名次赋分', '每位=2', '', '', ''],
      ['安全竞赛', '', '', '现场检查', '10', '直接打分', '', '', '', ''],
    ];
    const outcome = scoreBooks(booksFor({ rules, self: 'wide', peer: false, registers: [] }));
    const scores = outcome.assessment.sheets.filter(({ role }) => role === 'scores');
    expect(scores.map(told)).toEqual([
      '考核-安全竞赛 | scores | wide | superior | 安全竞赛 | 7',
      '自评-安全竞赛 | scores | wide | self | 安全竞赛 | 7',
    ]);
    expect(faults(outcome)).toEqual([]);
  });

  test('units that take no part are on the roster and in no table', () => {
    const units = parseUnits('单位名称\t参评\n红岩锡矿党委\t是\n青石坡锡矿党委\t否').entries;
    const { assessment } = scoreBooks(booksFor({ rules: rulesOf('五好党委'), units, registers: ['plans'] }));
    expect(assessment.organizations.map(({ exempt }) => exempt)).toEqual([false, true]);
    expect(assessment.sheets.find(({ name }) => name === '考核-五好党委')!.count).toBe(1);
    expect(assessment.registers[0]!.rows).toHaveLength(1);
  });

  test('parameters that were given travel along, for all schemes or for one', () => {
    const parameters = [
      ['', '红旗名额', '2'],
      ['党员五带头', '优秀比例上限', '1/3'],
      ['五好党委', '同分排序', '上级考核; 工作业绩好'],
      ['', '没有的参数', '1'],
      ['', '权重.自评', '很多'],
    ] as const;
    const { assessment } = scoreBooks(booksFor({ parameters }));
    expect(assessment.issues).toEqual([]);
    const sheet = booksFor({ parameters })[0]!.changes.sheets.find(({ name }) => name === '考核参数')!;
    const rows = sheet.blocks.flatMap(({ values }) => values).map(([scheme, key, value]) => [scheme, key, value]);
    expect(rows).toContainEqual([null, '红旗名额', 2]);
    expect(rows).toContainEqual(['党员五带头', '优秀比例上限', '1/3']);
    expect(rows).toContainEqual(['五好党委', '优秀比例上限', '无']);
    expect(rows).toContainEqual(['五好党委', '同分排序', '上级考核; 工作业绩好']);
    expect(rows).toContainEqual([null, '期间', '2004年上半年']);
    expect(rows.filter(([, key]) => key === '权重.自评')).toEqual([[null, '权重.自评', 10]]);
    expect(JSON.stringify(rows)).not.toContain('没有的参数');
  });

  test('more units than forms can be handled get one table', () => {
    const units = parseUnits(Array.from({ length: 70 }, (_, i) => `第${i + 1}采区党委`).join('\n')).entries;
    const { assessment } = scoreBooks(booksFor({ rules: rulesOf('五好党委'), units, registers: [] }));
    const self = assessment.sheets.filter(({ source }) => source === 'self');
    expect(self.map(({ layout, count }) => [layout, count])).toEqual([['wide', 70]]);
  });

  test('registers alone are chosen by what is to be kept', () => {
    for (const register of TEMPLATE_REGISTERS) {
      const { assessment } = scoreBooks(booksFor({ registers: [register], self: null, peer: false }));
      expect(assessment.registers.map(({ layout }) => layout)).toEqual([register]);
    }
  });
});

test.each([
  ['noScheme', { rules: [] }],
  ['badRules', { rules: [['五好党委', '', 'W1', '学习', '-4', '扣分', '每次=1', '', '', '']] }],
  ['badPeriod', { period: '去年' }],
  ['noUnits', { layout: 'perUnit', units: [] }],
] as const)('%s is refused', async (refused, part) => {
  const { buildTemplates } = await import('../../src/templates');
  const { requestFor } = await import('./support');
  expect(buildTemplates(requestFor(part))).toMatchObject({ refused });
});
