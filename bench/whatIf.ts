import { scoreWorkbooks } from '../src/app/scoreWorkbooks';
import { tryWhatIf } from '../src/app/whatIf/tryWhatIf';
import type { SchemeChange } from '../src/app/whatIf/whatIf';
import { snapshotOf, type CellValue, type WorkbookSnapshot } from '../src/model';
import { Lots } from '../scripts/sample/lots';
import { interleaved, median, medianRatio } from './measure';

/** Five rules of different kinds, repeated over five dimensions. */
const KINDS: readonly {
  readonly method: string;
  readonly parameters: string;
  readonly value: (lots: Lots) => CellValue;
}[] = [
  { method: '扣分', parameters: '每次=0.5; 目标=12', value: (lots) => lots.whole(6, 13) },
  { method: '完成率', parameters: '目标=100%', value: (lots) => `${lots.whole(700, 1050) / 10}%` },
  { method: '分档', parameters: '>=90:4; >=80:3; >=60:2; 其他:0', value: (lots) => lots.whole(500, 1000) / 10 },
  {
    method: '等级',
    parameters: '好:4; 较好:3; 一般:2; 差:0',
    value: (lots) => lots.pick(['好', '好', '较好', '一般', '差']),
  },
  { method: '直接打分', parameters: '', value: (lots) => lots.whole(20, 40) / 10 },
];
const DIMENSIONS = ['甲', '乙', '丙', '丁', '戊'];

/** A scheme of 25 indicators and subjects with self scores, in one ranking group: the hardest to rank anew. */
export function makeSubjects(count: number): WorkbookSnapshot {
  const lots = new Lots(7);
  const rules = DIMENSIONS.flatMap((dimension) =>
    KINDS.map(({ method, parameters }, i) => [
      null,
      dimension,
      `${dimension}${i}`,
      `指标${dimension}${i}`,
      4,
      method,
      parameters,
    ]),
  );
  const names = rules.map(([, , , name]) => name!);
  const kinds = DIMENSIONS.flatMap(() => KINDS);
  const subjects = Array.from({ length: count }, (_, i) => `第${i + 1}单位`);
  return snapshotOf('试算.xlsx', [
    {
      name: '考核细则',
      rows: [
        ['方案', '维度', '指标编号', '指标', '分值', '评分方式', '参数'],
        ...rules.map(([, ...rest]) => ['量化考核', ...rest]),
      ],
    },
    {
      name: '上级考核',
      rows: [['单位名称', ...names], ...subjects.map((name) => [name, ...kinds.map(({ value }) => value(lots))])],
    },
    {
      name: '自评得分',
      rows: [['单位名称', '自评总分'], ...subjects.map((name) => [name, lots.whole(7000, 10_000) / 100])],
    },
  ]);
}

/** Milliseconds of tries on a scored workbook, each beside a whole run over the same workbook. */
export function tryingOut(count: number, rounds: number) {
  const workbook = makeSubjects(count);
  const run = () => scoreWorkbooks([workbook], { locale: 'zh-CN', today: '2004-07-20' });
  const outcome = run();
  let at = 0;
  const parameters = (...pairs: readonly (readonly [string, string])[]): SchemeChange[] => [
    { scheme: 0, parameters: pairs.map(([key, value]) => ({ key, value })), rules: [] },
  ];
  /** Each round tries another value, so that nothing can be remembered. */
  const next = () => 20 + (at++ % 40);
  const attempt = (changes: () => readonly SchemeChange[]) => () => {
    const { result } = tryWhatIf(outcome, changes(), 'zh-CN');
    if (!result || result.schemes[0]!.subject.length !== count) throw new Error('nothing was tried');
  };
  // Opens what is kept.
  attempt(() => parameters(['并列', '中国式']))();
  const times = interleaved(rounds, {
    run,
    weights: attempt(() => parameters(['权重.自评', String(next())])),
    bands: attempt(() => parameters(['等次', `优秀:${60 + next()}; 良好:50; 不合格:0`], ['优秀比例上限', '30%'])),
    rule: attempt(() => [
      { scheme: 0, parameters: [], rules: [{ id: '丙1', max: '4', parameters: `目标=${60 + next()}%` }] },
    ]),
    blank: attempt(() => parameters(['空白', '零'], ['权重.自评', String(next())])),
  });
  const kinds = ['weights', 'bands', 'rule', 'blank'] as const;
  return {
    run: median(times.run),
    tries: kinds.map((kind) => ({ kind, time: median(times[kind]), ratio: medianRatio(times[kind], times.run) })),
  };
}
