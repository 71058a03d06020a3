import { findGaps } from '../../src/findings';
import { CATALOGUES } from '../../src/i18n';
import type { Finding, Issue, SchemeAssessment } from '../../src/model';
import { Q } from '../../src/values';
import { assessmentOf, type Given } from './assessmentOf';

function issue(code: Issue['code'], variant: string, data: Issue['data'] = {}, more: Partial<Issue> = {}): Issue {
  return { code, variant, subject: 'U01', subjectName: '红岩锡矿党委', scheme: '五好党委', place: null, data, ...more };
}

function find(given: Given): Finding[] {
  const { assessment, result } = assessmentOf(given);
  return findGaps(assessment, result);
}

describe('what reading and scoring noticed', () => {
  const named = { indicator: '党课', id: 'Z22', source: 'superior' };

  it.each([
    [issue('D01', 'blank', named), '“党课”（上级考核）没有填写，该项暂不计入，得分为暂算。'],
    [
      issue('D01', 'pending', { ...named, text: '待报' }),
      '“党课”（上级考核）写的是“待报”，还没有数据，该项暂不计入，得分为暂算。',
    ],
    [
      issue('D02', 'points', { ...named, value: 3.5, max: 3 }),
      '“党课”（上级考核）填了3.5分，超出0至3分，已按边界计算。',
    ],
    [issue('D03', 'rate', { ...named, text: '约95' }), '“党课”写的是“约95”，看不懂；应填比率（如98%、18/20）。'],
    [
      issue('D04', 'near', { name: '青石坡锡厂党委', near: '青石坡锡矿党委' }),
      '名册中没有“青石坡锡厂党委”，本行没有计分；相近的名称有：青石坡锡矿党委。',
    ],
    [issue('D06', 'indicator', { ...named, text: '#REF!' }), '“党课”的公式出错（“#REF!”），该值按未知处理。'],
    [issue('D07', 'sum', { written: 95.5, sum: 94 }), '写明的合计是95.5，各项之和是94，两者不一致。'],
    [issue('G20', 'peer', { effect: 'redistribute' }), '缺少民主评议成绩，其余来源的权重相应放大，成绩为暂算。'],
    [
      issue('R02', 'outOfRange', { parameter: '红旗名额', text: '-1', allowed: '0、1、2…', default: '3' }),
      '参数“红旗名额”的值“-1”不对，已按默认值“3”处理。',
    ],
    [
      issue('T01', 'flagTie', { rank: 3, total: 92, tied: 2, places: 1 }),
      '第3名有2个同分（92分），只剩1面红旗，需集体研究决定。',
    ],
  ])('%#', (given, message) => {
    const [finding] = find({ issues: [given] });
    expect(finding).toMatchObject({ code: given.code, subject: 'U01', scheme: '五好党委', message });
    expect(finding!.messageEn).not.toMatch(/[{}]/);
  });

  it('gets the sentence of its code where a case is unknown or says too little', () => {
    const findings = find({ scoringIssues: [issue('D01', 'blank'), issue('D02', 'never heard of')] });
    expect(findings.map(({ message }) => message)).toEqual([
      '没有填写数值，该项暂不计入。',
      '数值超出允许范围，已按边界计算。',
    ]);
  });

  it('quotes long texts shortly and foreign texts as they are', () => {
    const [finding] = find({ issues: [issue('D10', 'text', { text: `={__proto__}${'x'.repeat(100)}` })] });
    expect(finding!.message).toContain('“={__proto__}xxx');
    expect(finding!.message.length).toBeLessThan(120);
  });
});

describe('attainment', () => {
  const target = { assessed: 21, attained: 14, rate: 0.6667 };

  it('is a finding below its goal only, and never for members', () => {
    const findings = find({
      attainment: [
        { target: '党委', ...target, goal: 0.95, short: 6 },
        { target: '支部', ...target, goal: 0.6, short: 0 },
        { target: '采矿党支部', ...target, goal: null, short: null },
      ],
    });
    expect(findings.map(({ code, subject, message }) => [code, subject, message])).toEqual([
      ['G24', null, '党委（含直属党总支）参评21个，达标14个，达标率66.67%，低于目标95%，还差6个。'],
    ]);
  });
});

describe('quantified share', () => {
  const scheme = (quantified: string, qualitative: string): SchemeAssessment => {
    const indicator = (max: string, nature: 'quantitative' | 'qualitative') => ({
      id: nature,
      name: nature,
      dimension: null,
      max: Q.of(max),
      method: { code: 'points' as const },
      isRate: false,
      nature,
      standard: '',
      place: null,
    });
    const indicators = [indicator(quantified, 'quantitative'), indicator(qualitative, 'qualitative')];
    const rules = { name: '试行方案', kind: 'custom', origin: 'workbook', dimensions: [], indicators, adjustments: [] };
    return { scheme: rules, subjects: [] } as unknown as SchemeAssessment;
  };

  it.each([
    ['50', '50', []],
    ['0.1', '0.1', []],
    ['49.99', '50.01', ['“试行方案”的定量指标共49.99分，占全部100分的49.99%，不到50%。']],
  ])('%s of both', (quantified, qualitative, expected) => {
    expect(find({ schemes: [scheme(quantified, qualitative)] }).map(({ message }) => message)).toEqual(expected);
  });
});

describe('registers that are absent', () => {
  it('are one finding for each kind, if any register is there', () => {
    expect(find({})).toEqual([]);
    const findings = find({ registers: [{ layout: 'plans', columns: ['unit', 'plan', 'measures'], rows: [] }] });
    expect(findings.map(({ code }) => code)).toEqual(Array(7).fill('G00'));
    expect(findings.some(({ message }) => message.includes('考核措施台账'))).toBe(false);
  });
});

it('puts the gravest first, then by code, then in roster order', () => {
  const units = [
    { id: 'U02', name: '乙', kind: '党委' as const },
    { id: 'U01', name: '甲', kind: '党委' as const },
  ];
  const issues = [
    issue('D10', 'text', { text: '=1' }),
    issue('D05', 'subject', { name: '甲' }),
    issue('D05', 'subject', { name: '乙' }, { subject: 'U02' }),
    issue('D04', 'unknown', { name: '丙' }, { subject: '丙' }),
    issue('D01', 'blank'),
  ];
  expect(find({ units, issues }).map(({ code, subject }) => `${code} ${subject}`)).toEqual([
    'D04 丙',
    'D01 U01',
    'D05 U02',
    'D05 U01',
    'D10 U01',
  ]);
});

it('has every text in both languages with the same places', () => {
  const zh = CATALOGUES['zh-CN']['findings']!;
  const en = CATALOGUES['en-US']['findings']!;
  const places = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
  expect(Object.keys(en)).toEqual(Object.keys(zh));
  for (const key of Object.keys(zh)) {
    // A sentence may be shorter in one language, but it must not need what the other was not given.
    expect(places(zh[key]!)).toEqual(expect.arrayContaining(places(en[key]!)));
  }
});
