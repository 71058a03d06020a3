import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scoreWorkbooks } from '../../src/app/scoreWorkbooks';
import type { Outcome } from '../../src/app/types';
import { keepWhatIf } from '../../src/app/whatIf/keepWhatIf';
import { startWhatIf } from '../../src/app/whatIf/startWhatIf';
import { tryWhatIf } from '../../src/app/whatIf/tryWhatIf';
import type { ParameterChange, RuleChange, SchemeChange } from '../../src/app/whatIf/whatIf';
import { applyChangeSet, openWorkbook } from '../../src/hosts/xlsx';
import { LOCALES } from '../../src/i18n';

const OPTIONS = { locale: 'zh-CN', today: '2005-01-20' } as const;

interface Opened {
  readonly book: ReturnType<typeof openWorkbook>;
  readonly outcome: Outcome;
}
const cases = new Map<string, Opened>();
function open(name: string): Opened {
  let opened = cases.get(name);
  if (!opened) {
    const bytes = new Uint8Array(readFileSync(join(__dirname, '../cases', `${name}.xlsx`)));
    const book = openWorkbook(bytes, 'a.xlsx');
    cases.set(name, (opened = { book, outcome: scoreWorkbooks([book.snapshot()], OPTIONS) }));
  }
  return opened;
}

const change = (
  parameters: Readonly<Record<string, string>> = {},
  rules: readonly RuleChange[] = [],
  scheme = 0,
): SchemeChange => ({
  scheme,
  parameters: Object.entries(parameters).map(([key, value]): ParameterChange => ({ key, value })),
  rules,
});
const tried = (outcome: Outcome, ...changes: SchemeChange[]) => tryWhatIf(outcome, changes, 'zh-CN');
const problems = (outcome: Outcome, own: SchemeChange) =>
  tried(outcome, own).problems.map(({ field, isError, text }) => `${isError ? '错' : '注意'} ${field} ${text}`);

/** The workbook with what was tried written into it, scored again. */
function keptAndScored({ book, outcome }: Opened, changes: readonly SchemeChange[]) {
  const set = keepWhatIf(outcome, changes, 'zh-CN');
  const { bytes, report } = applyChangeSet(book, set);
  expect(report.refused).toEqual([]);
  return { set, again: scoreWorkbooks([openWorkbook(bytes, 'a.xlsx').snapshot()], OPTIONS) };
}

const V1 = 'v1-annual-group';
const bands = '优秀:85; 良好:75; 合格:60; 不合格:0';

describe('a try', () => {
  test('shows the ranks, totals and grades before and after in the order after, and counts what changes', () => {
    const { outcome } = open(V1);
    const { result, problems: none } = tried(outcome, change({ 等次: bands }));
    expect(none).toEqual([]);
    const [scheme, ...others] = result!.schemes;
    expect(others).toEqual([]);
    const before = outcome.result.schemes[0]!;
    expect(scheme!.totalBefore).toEqual(scheme!.total);
    expect([...scheme!.gradeBefore]).toEqual(Array.from(scheme!.subject, (i) => before.grade[i]!));
    const differ = [...scheme!.grade].filter((grade, i) => grade !== scheme!.gradeBefore[i]).length;
    expect(scheme!.changed).toMatchObject({ grade: differ, total: 0 });
    expect(differ).toBeGreaterThan(0);
    expect(scheme!.changed.rank).toBe(scheme!.changed.up + scheme!.changed.down);
    const count = (list: readonly { count: number }[]) => list.reduce((sum, one) => sum + one.count, 0);
    expect(count(scheme!.grades)).toBe(count(scheme!.gradesBefore));
    expect(scheme!.grades[0]!.count).toBeGreaterThan(scheme!.gradesBefore[0]!.count);
  });

  test('with a lower pass line certifies more of them', () => {
    const { result } = tried(open(V1).outcome, change({ '达标线.总分': '60', '达标线.维度': '50%' }));
    const rate = (list: readonly { target: string; attained: number }[]) =>
      list.find(({ target }) => target === '党委')!.attained;
    expect(rate(result!.attainment)).toBeGreaterThan(rate(result!.attainmentBefore));
    expect(result!.schemes[0]!.changed.attained).toBeGreaterThan(0);
  });

  test('of nothing changes nothing', () => {
    const { result } = tried(open(V1).outcome, change());
    expect(result!.schemes).toEqual([]);
  });

  test('leaves the run as it is', () => {
    const { outcome } = open(V1);
    const copy = structuredClone(outcome.result);
    tried(outcome, change({ 加分上限: '0', 空白: '零' }));
    expect(outcome.result).toEqual(copy);
  });
});

describe('problems are part of the answer', () => {
  test.each<[Readonly<Record<string, string>>, string[]]>([
    [{ '权重.自评': '30' }, ['注意 权重.自评 三项权重合计 120，不是 100；计分时按比例折算。']],
    [{ '权重.自评': '0', '权重.民主评议': '0', '权重.上级考核': '0' }, ['错 权重.自评 权重不能全为 0。']],
    [{ '权重.自评': '101' }, ['错 权重.自评 可以填：0–100。']],
    [{ 等次: '优秀:90; 良好:95; 合格:60; 不合格:0' }, ['错 等次 等次重叠：“良好”的下限应低于“优秀”的下限 90。']],
    [{ 等次: '优秀:90; 良好:80; 合格:60' }, ['错 等次 “合格”的下限应为 0，否则低于 60 分的没有等次。']],
    [{ 等次: '优秀' }, ['错 等次 请按“等次:最低分”填写，用分号隔开，例如 优秀:90; 良好:80; 合格:60; 不合格:0。']],
    [{ 同分排序: '上级考核; 民意' }, ['错 同分排序 没有这样的来源或维度：民意。']],
    [{ 总分上限: '85' }, ['注意 总分上限 总分上限 85 低于“优秀”的下限 90，谁也评不上。']],
    [{ 期间: '2004年' }, ['错 期间 没有“期间”这一项。']],
  ])('%j', (parameters, expected) => {
    expect(problems(open(V1).outcome, change(parameters))).toEqual(expected);
  });

  test('an error computes nothing, a warning does', () => {
    const { outcome } = open(V1);
    expect(tried(outcome, change({ '权重.自评': '101' })).result).toBeNull();
    expect(tried(outcome, change({ '权重.自评': '30' })).result).not.toBeNull();
  });

  test('a grade that a veto of the workbook names must stay', () => {
    const { outcome } = open('more/m06-vetoes-and-entered-grades');
    expect(problems(outcome, change({ 等次: '甲:90; 乙:0' }))[0]).toMatch(
      /^错 等次 否决事项“.+”用到等次“.+”，等次里要有它。$/u,
    );
  });

  test('a rule that cannot be read says why at its id', () => {
    const { outcome } = open(V1);
    const { rules } = startWhatIf(outcome, 0, 'zh-CN');
    const rule = rules.find(({ method }) => method === '扣分')!;
    const texts = (part: Partial<RuleChange>) =>
      problems(outcome, change({}, [{ id: rule.id, max: rule.max, parameters: rule.parameters, ...part }]));
    expect(texts({ max: '若干' })).toEqual([`错 ${rule.id} 分值应是数字。`]);
    expect(texts({ max: '0' })).toEqual([`错 ${rule.id} 分值应大于 0。`]);
    expect(texts({ parameters: '每次=很多' })[0]).toContain('“每次”的值不对');
    expect(texts({ parameters: '' })[0]).toContain('缺少“每次”');
  });

  test.each(LOCALES)('and say everything in %s', (locale) => {
    const { outcome } = open(V1);
    const own = change({ '权重.自评': '30', 总分上限: '85', 等次: '优秀:90; 良好:95', 同分排序: '民意' }, [
      { id: 'W99', max: '', parameters: '' },
    ]);
    expect(JSON.stringify(tryWhatIf(outcome, [own], locale).problems)).not.toMatch(/\{\w+\}|undefined|NaN/u);
  });
});

describe('what can be tried', () => {
  test('stands in a form with what is in force', () => {
    const start = startWhatIf(open(V1).outcome, 2, 'zh-CN');
    const value = (key: string) => start.parameters.find((one) => one.key === key)?.value;
    expect(start).toMatchObject({ name: '党员五带头', sources: ['self', 'peer', 'superior'] });
    expect([value('权重.上级考核'), value('优秀比例上限'), value('红旗名额'), value('期间')]).toEqual([
      '50',
      '1/3',
      '0',
      undefined,
    ]);
    expect(start.bands[0]).toEqual({ name: '优秀', from: 90 });
    expect(start.tieNames.slice(0, 3)).toEqual(['自评', '民主评议', '上级考核']);
  });

  test('rules are indicators, bonuses and penalties with their keys', () => {
    const { rules } = startWhatIf(open(V1).outcome, 0, 'zh-CN');
    const [first] = rules;
    expect(first).toMatchObject({
      id: 'W11',
      type: 'indicator',
      method: '扣分',
      max: '4',
      parameters: '每次=0.5; 目标=12',
    });
    expect(first!.keys.map(({ key }) => key)).toEqual(['每次', '目标']);
    expect(rules.some(({ type }) => type === 'bonus')).toBe(true);
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  });

  test('a changed rule is told as a sentence', () => {
    const { outcome } = open(V1);
    const { sentences, result } = tried(outcome, change({}, [{ id: 'W11', max: '8', parameters: '每次=1; 目标=10' }]));
    expect(sentences).toEqual([{ scheme: 0, id: 'W11', sentence: '满分8分，以10为目标，每少1扣1分，扣完为止。' }]);
    expect(result!.schemes[0]!.changed.total).toBeGreaterThan(0);
  });
});

describe('kept and scored again it is what was tried', () => {
  const rule = (id: string, max: string, parameters: string): RuleChange => ({ id, max, parameters });
  test.each<[string, SchemeChange[]]>([
    [V1, [change({ '权重.自评': '20', '权重.民主评议': '20', 等次: bands })]],
    [V1, [change({ 优秀比例上限: '20%', 并列: '中国式', 排名依据: '总分', 同分排序: '民主评议' })]],
    [V1, [change({ 优秀比例上限: '1/4' }, [], 2), change({ 红旗名额: '5' }, [rule('W11', '8', '每次=1; 目标=14')])]],
    [V1, [change({}, [rule('W11', '4', '每次=1.5; 目标=13')], 0)]],
    ['v2-branch-forms', [change({ 加分上限: '1', 等次: bands })]],
    ['v2-branch-forms', [change({}, [rule('Z11', '10', '每次=2; 目标=12')])]],
    ['v3-member-long', [change({ 优秀比例上限: '50%', '达标线.总分': '70' })]],
    ['v5-existing-table', [change({ 等次: '一等:95; 二等:85; 三等:0', 排名依据: '等次' })]],
    ['more/m01-methods-own-scheme', [change({ '达标线.维度': '60%', 空白: '零' })]],
    ['more/m03-points-headers-d08-r02', [change({ '达标线.维度': '70%', 总分上限: '95', '权重.自评': '30' })]],
    ['more/m04-quota-and-flag-ties', [change({ 优秀比例上限: '25%', 红旗名额: '1' })]],
    ['more/m09-thousand-points-best-and-rank', [change({ 优秀比例上限: '无', 等次: 'A:80;B:70;C:0' })]],
    ['more/m10-two-blocks-blank-is-zero', [change({ 空白: '未知', 等次含加分: '是' })]],
  ])('%s %j', (name, changes) => {
    const opened = open(name);
    const answer = tryWhatIf(opened.outcome, changes, 'zh-CN');
    expect(answer.problems.filter(({ isError }) => isError)).toEqual([]);
    expect(answer.result!.schemes.length).toBeGreaterThan(0);
    const { again } = keptAndScored(opened, changes);
    for (const { scheme, name: title, subject, rank, total, attained } of answer.result!.schemes) {
      const now = again.result.schemes[scheme]!;
      expect(again.assessment.schemes[now.scheme]!.scheme.name).toBe(title);
      expect([...now.order]).toEqual([...subject]);
      expect(Array.from(subject, (i) => now.rank[i]!)).toEqual([...rank]);
      expect(Array.from(subject, (i) => now.total[i]!)).toEqual([...total]);
      expect(Array.from(subject, (i) => now.attained[i]!)).toEqual([...attained]);
    }
    expect(again.result.attainment).toEqual(answer.result!.attainment);
  });

  test('a parameter that stands in the workbook is changed in its cell, another goes to a sheet of its own', () => {
    const opened = open(V1);
    const { set } = keptAndScored(opened, [change({ 优秀比例上限: '25%', 并列: '中国式' }, [], 2)]);
    expect(set.writes).toMatchObject([{ sheet: '考核参数', value: '25%' }]);
    expect(set.sheets.map(({ mark }) => mark)).toEqual(['']);
  });

  test('a value that is in force already is not written', () => {
    const { set } = keptAndScored(open(V1), [change({ '权重.自评': '10' }, [rule('W11', '4', '每次=0.5; 目标=12')])]);
    expect(set).toMatchObject({ writes: [], sheets: [] });
  });
});
