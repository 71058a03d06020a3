import type { Organization, Period, SchemeParameters } from '../../src/model';
import { explainSubject, scoreAssessment } from '../../src/score';
import { parsePeriod } from '../../src/values';
import { assess } from './build';

interface Given {
  readonly parameters?: Partial<SchemeParameters>;
  readonly period?: Period | null;
  /** 参加红旗评比 of each organization; undefined: no such column. */
  readonly takesFlag?: readonly (boolean | undefined)[];
}

const TOTALS = [97, 96, 95, 94, 94, 85];

/** Six branches; their awards and why, in roster order. */
function awards({ parameters = {}, period = null, takesFlag = [] }: Given) {
  const base = assess({
    subjects: TOTALS.map(() => ({ kind: '党支部' as const })),
    parameters,
    sources: { superior: { totals: TOTALS } },
  });
  const organizations = TOTALS.map((_total, i): Organization => ({
    id: `U${i + 1}`,
    name: `单位${i + 1}`,
    aliases: [],
    parent: null,
    kind: '党支部',
    group: null,
    founded: null,
    contactLeader: null,
    exempt: false,
    place: { sheet: 0, row: i, column: 0 },
    ...(takesFlag[i] === undefined ? {} : { takesFlag: takesFlag[i] }),
  }));
  const assessment = { ...base, period, organizations };
  const result = scoreAssessment(assessment);
  const why = TOTALS.map(
    (_total, subject) =>
      explainSubject(assessment, result, 0, subject, 'zh-CN').sections.find(({ topic }) => topic === 'award')?.lines[0]
        ?.text,
  );
  return {
    awards: [...result.schemes[0]!.award],
    issues: result.issues.map(({ code, subject }) => `${code} ${subject}`),
    why,
  };
}

test('flags are given in every assessment unless a cycle is set', () => {
  expect(awards({}).awards).toEqual([1, 1, 1, 0, 0, 0]);
  expect(awards({ period: parsePeriod('2004年度') }).awards).toEqual([1, 1, 1, 0, 0, 0]);
});

test('a quarterly flag is given in a quarter, not in a half-year, a year or a period unknown', () => {
  const parameters = { flagCycle: 'quarter' as const };
  expect(awards({ parameters, period: parsePeriod('2004年第三季度') }).awards).toEqual([1, 1, 1, 0, 0, 0]);
  expect(awards({ parameters, period: parsePeriod('2004年7-9月') }).awards).toEqual([1, 1, 1, 0, 0, 0]);
  for (const text of ['2004年上半年', '2004年度', '2004年9月']) {
    const given = awards({ parameters, period: parsePeriod(text) });
    expect(given.awards).toEqual([0, 0, 0, 0, 0, 0]);
    expect(given.why[0]).toBe(`流动红旗每季度评一次，本次考核的期间是${text}，不评`);
  }
  expect(awards({ parameters }).awards).toEqual([0, 0, 0, 0, 0, 0]);
});

test('only those who opted in compete: the next ones move up, a tie among them is for people', () => {
  const given = awards({ takesFlag: [false, true, false, true, true, true], parameters: { flags: 2 } });
  expect(given.awards).toEqual([0, 1, 0, 2, 2, 0]);
  expect(given.issues).toEqual(['T01 U4', 'T01 U5']);
  expect(given.why).toEqual([
    '没有参加流动红旗评比（单位名册“参加红旗评比”一栏）',
    '等次为优秀，在组内参加评比的单位中列前2名，授予流动红旗',
    '没有参加流动红旗评比（单位名册“参加红旗评比”一栏）',
    '并列跨过红旗名额，需集体研究',
    '并列跨过红旗名额，需集体研究',
    '等次不是优秀，不参加流动红旗评选',
  ]);
});
