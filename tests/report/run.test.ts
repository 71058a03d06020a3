import type { OutValue, ResultSheet } from '../../src/model';
import { snapshotOf } from '../../src/model';
import { buildReport, type ReportSource, type RunFacts } from '../../src/report';
import { contentSum } from '../../src/report/contentSum';
import { cell, outcomeOf, type OutcomeLiteral, type SchemeLiteral } from './outcomeOf';

const FACTS: RunFacts = { version: '1.2.3', at: '2005-01-20 10:32', hashes: ['ab12'] };
const SCHEME: SchemeLiteral = {
  name: '五好党委',
  subjects: [
    { id: 'U1', name: '甲党委', rank: 1, total: 95, grade: '优秀', sources: { self: 95, superior: 95 } },
    { id: 'U2', name: '乙党委', rank: 2, total: 81, grade: '良好', status: 'provisional', sources: { superior: 81 } },
    { id: 'U3', name: '丙党委', status: 'blocked', total: null, sources: { self: 90 } },
  ],
};

function sheetOf(source: ReportSource, run: RunFacts | undefined = FACTS): ResultSheet {
  return buildReport({ ...source, ...(run ? { run } : {}) }, { locale: 'zh-CN', workbook: 0 }).sheets.find(
    ({ mark }) => mark === 'run',
  )!;
}

function linesOf(given: OutcomeLiteral, more: Partial<ReportSource['assessment']> = {}, run?: RunFacts): string[] {
  const source = outcomeOf(given);
  const shown = (value: OutValue) => String(value ?? '');
  return sheetOf({ ...source, assessment: { ...source.assessment, ...more } }, run).blocks.flatMap(({ values }) =>
    values.map((row) => row.map(shown).join('|').replace(/\|+$/, '')),
  );
}

const text = (value: string) => ({ text: value, place: null });

describe('运行记录', () => {
  it('tells version, time, files, parameters with their origin, incomplete scores and decisions', () => {
    const findings = [
      { code: 'T03', subject: 'U1', subjectName: '甲党委', scheme: '五好党委', message: '等次由人工评定为“优秀”。' },
      {
        code: 'T01',
        subject: 'U2',
        subjectName: '乙党委',
        scheme: '五好党委',
        severity: 'medium',
        place: cell(0, 0, 0),
      },
    ] as const;
    const source = outcomeOf({ schemes: [SCHEME], findings });
    const lines = linesOf(
      { schemes: [SCHEME], findings },
      {
        knownSchemes: source.assessment.schemes.map(({ scheme }) => scheme),
        parameterRows: [{ scheme: text(''), key: text('红旗名额'), value: text('3') }],
        corrections: [
          {
            edit: { type: 'name', written: '甲委', branch: null, value: { target: { id: 'U1', name: '甲党委' } } },
            unfit: null,
          },
          { edit: { type: 'name', written: '乙委', branch: null, value: { target: null } }, unfit: 'noName' },
        ],
      },
    );
    expect(lines.slice(0, 10)).toEqual([
      '2004年度考核运行记录',
      '本表记录这次结果是用什么文件、什么参数算出来的，供核对和存档。',
      '一、基本情况',
      '软件版本|先锋考评 1.2.3',
      '评分时间|2005-01-20 10:32',
      '考核期间|2004年度',
      '截止日|2005-01-20',
      '考核对象|2个得出总分，共3个',
      '工作表|共1张，用到1张，其余0张未用',
      '二、文件',
    ]);
    expect(lines[10]).toMatch(/^考核\.xlsx\|SHA-256：ab12\n内容校验码：[0-9a-f]{16}$/);
    expect(lines).toEqual(
      expect.arrayContaining(['参数|五好党委', '考核细则|默认细则', '红旗名额|3 ★', '权重.自评|10', '总分上限|无']),
    );
    const from = lines.indexOf('四、未计总分和暂算（2个）');
    expect(lines.slice(from)).toEqual([
      '四、未计总分和暂算（2个）',
      '乙党委|暂算：缺自评；同分跨红旗名额，需集体研究',
      '丙党委|缺上级考核，不计总分',
      '五、人工决定和待定事项',
      '甲党委|等次由人工评定为“优秀”。',
      '待研究|1项同分需集体研究，见表彰名单和差距清单。',
      '识别更正|“甲委”认作“甲党委”。',
    ]);
  });

  it('is short where nothing is to be told, and leaves out what the host does not know', () => {
    const lines = linesOf(
      { schemes: [{ name: '表', kind: 'table', subjects: [{ name: '甲', rank: 1, total: 1 }] }] },
      {},
    );
    expect(lines.slice(-4)).toEqual(['四、未计总分和暂算（0个）', '无', '五、人工决定和待定事项', '无']);
    const bare = sheetOf(outcomeOf({ schemes: [SCHEME] }), undefined);
    const texts = buildReport(outcomeOf({ schemes: [SCHEME] }), { locale: 'zh-CN', workbook: 0 }).sheets.find(
      ({ mark }) => mark === 'run',
    );
    expect(bare).not.toEqual(texts);
    expect(JSON.stringify(texts)).not.toContain('SHA-256');
    expect(JSON.stringify(texts)).not.toContain('评分时间');
  });

  it('lists what is given scheme by scheme where there are too many to stand side by side', () => {
    const schemes = Array.from({ length: 8 }, (_, i): SchemeLiteral => ({ ...SCHEME, name: `方案${i}` }));
    const source = outcomeOf({ schemes });
    const lines = linesOf(
      { schemes },
      {
        knownSchemes: source.assessment.schemes.map(({ scheme }) => scheme),
        parameterRows: [{ scheme: text('方案3'), key: text('红旗名额'), value: text('3') }],
      },
    );
    expect(lines).toContain('方案3|默认细则；红旗名额=3');
    expect(lines).toContain('方案4|默认细则');
  });
});

describe('sum of the contents', () => {
  const rows = [
    ['单位', '总分'],
    ['甲', 90, { value: 3, formula: 'SUM(B2)' }],
  ] as const;
  const sumOf = (changed: Parameters<typeof snapshotOf>[1], earlier = new Map<string, string | number>()) =>
    contentSum(snapshotOf('a.xlsx', changed), earlier);
  const before = sumOf([{ name: '表', rows }]);

  it('is that of the inputs: result sheets, our own values and what formulas show do not count', () => {
    expect(before).toMatch(/^[0-9a-f]{16}$/);
    const result = { name: '总排名', mark: 'ranking:a', rows: [['x']] };
    expect(sumOf([result, { name: '表', rows }])).toBe(before);
    const written = [rows[0], ['甲', 90, { value: 7, formula: 'SUM(B2)' }, '优秀']];
    expect(sumOf([{ name: '表', rows: written }])).not.toBe(before);
    expect(sumOf([{ name: '表', rows: written }], new Map([['1:3:表', '优秀']]))).toBe(before);
    expect(sumOf([{ name: '表', rows: written }], new Map([['1:3:表', '良好']]))).not.toBe(before);
  });

  it.each([
    ['a value', [rows[0], ['甲', 91, rows[1][2]]]],
    ['a text', [rows[0], ['乙', 90, rows[1][2]]]],
    ['a formula', [rows[0], ['甲', 90, { value: 3, formula: 'SUM(B3)' }]]],
    ['the kind', [rows[0], ['甲', '90', rows[1][2]]]],
    ['the place', [rows[0], [], ['甲', 90, rows[1][2]]]],
  ])('changes with %s', (_, changed) => {
    expect(sumOf([{ name: '表', rows: changed }])).not.toBe(before);
  });

  it('changes with the name of a sheet', () => {
    expect(sumOf([{ name: '表2', rows }])).not.toBe(before);
  });
});
