import type { ResultSheet } from '../../src/model';
import { branches, people, YEAR } from './group';
import { Lots } from './lots';
import { type Cell, GAP, Page, type PageColumn, rated } from './page';
import { BRANCH, dimensionsOf, indicatorsOf, MEMBER, SIGNATURE } from './rulesSheets';

/** Points of each dimension from three sources side by side. */
export function branchScores(): ResultSheet {
  const dimensions = dimensionsOf(indicatorsOf(BRANCH));
  const sources = ['自评', '民主评议', '上级考核'];
  const columns: PageColumn[] = [
    { title: '序号', width: 6 },
    { title: '党组织名称', width: 31, look: 'text' },
    ...dimensions.flatMap(() => sources.map((title): PageColumn => ({ title, width: 8, look: 'points' }))),
    { title: '备注', width: 12, look: 'text' },
  ];
  const page = new Page('支部考核', columns);
  page.title(`${YEAR}年度五好党支部（党总支）考核得分汇总表`);
  page.groupedHeader(
    [dimensions.map(({ name, max }, d) => [`${name}（${max}分）`, 2 + 3 * d, 4 + 3 * d] as const)],
    30,
  );
  const lots = new Lots(31);
  const rows = branches.map(({ name, level }, i): Cell[] => {
    const share = [0.96, 0.91, 0.84, 0.71][level]!;
    const points = dimensions.flatMap(({ max }) =>
      [0.03, 0.01, 0].map((more) =>
        Math.min(max, Math.round((share + more + lots.next() * 0.04 - 0.02) * max * 2) / 2),
      ),
    );
    return [i + 1, name, ...points, null];
  });
  // 18分 with its unit, and a source that is missing.
  rows[4]![2] = '18.5分';
  rows[9]![2] = '１８';
  for (let d = 0; d < dimensions.length; d++) rows[15]![3 + 3 * d] = null;
  rows[15]!.push('评议改期');
  rows[15]!.splice(-2, 1);
  page.rows(rows).foot('说明：自评、民主评议、上级考核均按维度满分打分。', SIGNATURE);
  return page.build('landscape');
}

/** What a branch writes about a member, best first. */
const RAW: Readonly<Record<string, readonly [best: readonly Cell[], good: readonly Cell[], poor: readonly Cell[]]>> = {
  D11: [
    [0, '无'],
    [0, 1],
    [2, 3],
  ],
  D12: [[2, 3, 4], [2], [1]],
  D13: [
    [98, 95, 92],
    [88, 85, 90],
    [72, 65],
  ],
  D14: [['好'], ['好', '较好'], ['一般']],
  D21: [
    [rated(1.05), rated(1.02)],
    [1, rated(0.99), '10/10'],
    [rated(0.93), rated(0.9)],
  ],
  D22: [['无', 0], ['无', 0], [1]],
  D23: [['突出'], ['较好', '突出'], ['一般']],
  D31: [
    ['提出2、采纳1', '采纳2'],
    ['提出1、采纳1', '提出2'],
    ['提出1', '无'],
  ],
  D32: [
    ['公司级', '厂级'],
    ['厂级', '参与'],
    ['参与', '无'],
  ],
  D33: [['高于岗位'], ['达标', '高于岗位'], ['达标']],
  D41: [['无'], ['无'], ['无记录']],
  D42: [[2, 3], [2], [1]],
  D43: [[1, '8/8'], [1, rated(0.95)], [rated(0.8)]],
  D44: [['无', 0], ['无', 0], [1]],
  D51: [[0], [0], [1]],
  D52: [['无'], ['无'], ['轻微1', '一般1']],
  D53: [['好'], ['好', '较好'], ['较好']],
  D54: [['无', 0], ['无', 0], [1]],
};

export function memberRecords(): ResultSheet {
  const indicators = indicatorsOf(MEMBER);
  const columns: PageColumn[] = [
    { title: '党员编号', width: 9 },
    { title: '姓名', width: 9 },
    ...indicators.map(({ name }): PageColumn => ({ title: name, width: 9.5 })),
    { title: '备注', width: 11, look: 'text' },
  ];
  const page = new Page('党员考核', columns);
  page.title('党员“五带头”考核情况登记表', `填报单位：各党支部${GAP}考核时间：${YEAR}年12月`).header(76);
  const lots = new Lots(18);
  const rows = people
    .filter(({ takesPart }) => takesPart)
    .map(({ id, name, level }): Cell[] => [
      id,
      name,
      ...indicators.map(({ id: indicator }) => {
        const chance = lots.next();
        return lots.pick(
          RAW[indicator]![chance < [0.85, 0.4, 0.2][level]! ? 0 : chance < [1, 0.9, 0.6][level]! ? 1 : 2],
        );
      }),
      null,
    ]);
  rows[5]![4] = '待考';
  rows[8]![4] = '９０';
  rows[14]![13] = '大约2次';
  page.rows(rows).foot(SIGNATURE);
  return page.build('landscape');
}

export function memberSelf(): ResultSheet {
  const page = new Page('党员自评', [
    { title: '党员编号', width: 12 },
    { title: '姓名', width: 14 },
    { title: '自评得分', width: 14 },
    { title: '备注', width: 30, look: 'text' },
  ]);
  page.title('党员“五带头”自评得分表').header(24);
  const lots = new Lots(19);
  page.rows(
    people
      .filter(({ takesPart }) => takesPart)
      .map(({ id, name, level }) => [id, name, 99 - 3 * level - lots.whole(0, 8) / 2, null]),
  );
  return page.build();
}

/** One row for each ballot box: marks of the members' meeting. */
export function memberVotes(): ResultSheet {
  const titles = ['党员编号', '姓名', '所在支部', '优秀', '良好', '合格', '不合格', '弃权', '备注'];
  const widths = [12, 12, 34, 8, 8, 8, 8, 8, 12];
  const page = new Page(
    '党员民主评议',
    titles.map((title, c) => ({ title, width: widths[c]!, ...(c === 2 ? { look: 'text' as const } : {}) })),
  );
  page.title('党员“五带头”民主评议测评票汇总表', '单位：票').header(24);
  const lots = new Lots(20);
  page.rows(
    people
      .filter(({ takesPart }) => takesPart)
      .map(({ id, name, branch, level }) => {
        const [good, fair] = [lots.whole(2, 4) + 2 * level, lots.whole(0, 1) + level];
        return [id, name, branch, 26 - good - fair - level, good, fair, level === 2 ? 1 : 0, lots.whole(0, 1), null];
      }),
  );
  return page.foot('注：弃权票不计入有效票。', SIGNATURE).build();
}
