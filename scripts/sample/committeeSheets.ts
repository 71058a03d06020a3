import { a1, type ResultSheet } from '../../src/model';
import { committees, GROUP, GROUP_NAMES, type Unit, YEAR } from './group';
import { Lots } from './lots';
import { type Cell, GAP, Page, type PageColumn, rated } from './page';
import { COMMITTEE, dimensionsOf, indicatorsOf, SIGNATURE } from './rulesSheets';

const INDICATORS = indicatorsOf(COMMITTEE);
const DIMENSIONS = dimensionsOf(INDICATORS);

/** What an office writes into the column of an indicator, best first; each level draws from its list. */
const RAW: Readonly<Record<string, readonly [best: readonly Cell[], good: readonly Cell[], poor: readonly Cell[]]>> = {
  W11: [
    [12, 13, 14],
    [12, 11, '11次'],
    [9, 8, '9 次'],
  ],
  W12: [['无', 0], ['无', 0], [1]],
  W13: [
    [4, 5],
    [4, 3],
    [3, 2],
  ],
  W14: [['好'], ['较好', '好'], ['一般', '较好']],
  W15: [
    ['无', 0],
    ['无', 0],
    [1, 2],
  ],
  W21: [
    [rated(0.968), rated(0.985), 1],
    [rated(0.95), rated(0.931), '９４％'],
    [rated(0.862), rated(0.83)],
  ],
  W22: [
    ['58/60', rated(0.972)],
    [rated(0.955), '112/118'],
    [rated(0.88), '45/52'],
  ],
  W23: [
    ['5/5', rated(1)],
    [rated(1), '4/4'],
    ['3/4', rated(0.8)],
  ],
  W24: [
    ['有', '√'],
    ['有', '是'],
    ['无', '有'],
  ],
  W25: [
    ['无', 0],
    [0, '无'],
    ['1人', 1],
  ],
  W31: [['齐全'], ['齐全', '无重点措施'], ['无重点措施', '未上报']],
  W32: [['齐全'], ['齐全', '定量不足'], ['定量不足']],
  W33: [['16/16', '已签12份(应签12)'], ['18/18', '已签14份(应签15)'], ['11/14']],
  W34: [[2], [2], [1, 2]],
  W35: [
    ['无', 0],
    ['无', 1],
    [2, 3],
  ],
  W36: [['齐全'], ['齐全', '基本齐全'], ['基本齐全']],
  W41: [
    [rated(1.082), rated(1.045)],
    [rated(1.012), rated(0.99)],
    [rated(0.953), rated(0.921)],
  ],
  W42: [
    ['无', 0],
    ['无', '轻伤1'],
    ['轻伤2', '轻伤1、重伤1'],
  ],
  W43: [
    [rated(0.972), rated(0.985)],
    [rated(0.998), rated(1.012)],
    [rated(1.025), rated(1.031)],
  ],
  W44: [
    [rated(0.92), '23/25'],
    [rated(0.87), '13/15'],
    [rated(0.78), '9/12'],
  ],
  W45: [[2, 3], [2], [1, 0]],
  W51: [
    [rated(0.952), rated(0.937)],
    [rated(0.905), rated(0.88)],
    [rated(0.812), rated(0.79)],
  ],
  W52: [['无', 0], ['无', 1], [2]],
  W53: [
    ['无', 0],
    ['无', '重复访1'],
    ['重复访1', '越级访1'],
  ],
  W54: [[2, 3], [2], [1]],
};

/** Draws of a unit: a weaker one draws more often from the lists of the weak. */
function drawn(lots: Lots, { level }: Unit): Cell[] {
  return INDICATORS.map(({ id }) => {
    const chance = lots.next();
    const list = chance < [0.96, 0.5, 0.2, 0.08][level]! ? 0 : chance < [1, 0.94, 0.7, 0.35][level]! ? 1 : 2;
    return lots.pick(RAW[id]![list]);
  });
}

const position = (id: string) => INDICATORS.findIndex((indicator) => indicator.id === id);
const unitAt = (name: string) => committees.findIndex((unit) => unit.name === name);

/** Values of the units, and in them what an office's table has: blanks, a value still to come, a guess. */
function rawRows(): Cell[][] {
  const lots = new Lots(7);
  const rows = committees.map((unit) => drawn(lots, unit));
  const set = (unit: string, id: string, value: Cell) => (rows[unitAt(unit)]![position(id)] = value);
  // Two units that are equal in everything meet at the last flag.
  set('白鹭湾铜矿党委', 'W14', '较好');
  set('白鹭湾铜矿党委', 'W36', '基本齐全');
  rows[unitAt('大柏树铜矿党委')] = rows[unitAt('白鹭湾铜矿党委')]!.slice();
  set('月亮田铜矿党委', 'W41', rated(0.932));
  set('长滩冶炼厂党委', 'W42', '死亡1');
  set('水电动力公司党委', 'W51', '待报');
  set('机电设备公司党委', 'W44', '约85%');
  set('地质勘探队党总支', 'W33', '/');
  set('教育培训中心党总支', 'W41', '/');
  rows[unitAt('生活服务公司党委')] = INDICATORS.map(() => null);
  return rows;
}

/** A column that holds more than a number: 已签12份(应签12). */
const WIDER: ReadonlyMap<string, number> = new Map([['W33', 17]]);

/** Columns of a table with a column for each indicator. */
function indicatorColumns(width: number, extra: (title: string) => PageColumn): PageColumn[] {
  return DIMENSIONS.flatMap(({ first, last }) => [
    ...INDICATORS.slice(first, last + 1).map(({ id, name }): PageColumn => ({
      title: name,
      width: WIDER.get(id) ?? width,
    })),
    ...(extra('小计').width > 0 ? [extra('小计')] : []),
  ]);
}

/** Wide table of raw values: three header rows, a band for each group. */
export function assessment(): ResultSheet {
  const columns: PageColumn[] = [
    { title: '序号', width: 5 },
    { title: '单位名称', width: 23, look: 'text' },
    ...indicatorColumns(9.5, () => ({ title: '', width: 0 })),
    { title: '备注', width: 12, look: 'text' },
  ];
  const page = new Page('党委考核', columns);
  page.title(`${YEAR}年度五好党委考核指标完成情况汇总表`, `填报单位：集团党委组织部${GAP}考核时间：${YEAR}年12月`);
  page.groupedHeader(
    [
      [['考核指标完成情况', 2, INDICATORS.length + 1]],
      DIMENSIONS.map(({ name, max, first, last }) => [`${name}（${max}分）`, first + 2, last + 2] as const),
    ],
    76,
  );
  const rows = rawRows();
  GROUP_NAMES.forEach((group, g) => {
    page.band(`${'一二三'[g]}、${group}`);
    page.rows(
      committees.flatMap((unit, i) =>
        unit.group === group && unit.takesPart ? [[i + 1, unit.name, ...rows[i]!, REMARKS.get(unit.name) ?? null]] : [],
      ),
    );
  });
  // A unit that the roster calls otherwise.
  page.rows([[committees.length, '白鹭湾选矿厂党委', ...rows[1]!]]);
  const satisfaction = position('W51') + 2;
  const range = { top: 5, left: satisfaction, bottom: page.row - 1, right: satisfaction };
  const first = a1({ row: range.top, column: satisfaction });
  page.format({
    type: 'formula',
    range,
    formula: `AND(ISNUMBER(${first}),${first}<0.8)`,
    fill: '#FFC7CE',
    color: '#9C0006',
  });
  page.foot('说明：空白为尚未报送，“/”为不涉及；满意率低于80%的以红色标出。', SIGNATURE);
  return page.build('landscape');
}

const REMARKS: ReadonlyMap<string, string> = new Map([
  ['月亮田铜矿党委', '主要指标未完成'],
  ['长滩冶炼厂党委', '见事故通报'],
  ['水电动力公司党委', '满意率待测评'],
  ['生活服务公司党委', '尚未考核'],
]);

/** Self-assessment in points, with sums that are formulas. */
export function selfAssessment(): ResultSheet {
  const columns: PageColumn[] = [
    { title: '序号', width: 5 },
    { title: '单位名称', width: 23, look: 'text' },
    ...indicatorColumns(7, (title) => ({ title, width: 7.5, look: 'sum' })),
    { title: '合计', width: 9, look: 'sum' },
    { title: '备注', width: 10, look: 'text' },
  ];
  const page = new Page('党委自评', columns);
  const spans = DIMENSIONS.map(({ name, first, last }, d) => [name, first + d + 2, last + d + 3] as const);
  page.title('五好党委自评得分表', '说明：按考核细则逐项自评，小计、合计由公式计算。');
  page.groupedHeader([[['自评得分', 2, columns.length - 3]], spans], 90);
  const lots = new Lots(11);
  const rows = committees
    .filter(({ takesPart }) => takesPart)
    .map((unit, i): Cell[] => selfRow(unit, i, page.row + i, spans, lots));
  // The twins of the last flag, and a sum that was typed over its formula.
  for (const twin of ['白鹭湾铜矿党委', '大柏树铜矿党委'].map(unitAt)) {
    rows[twin] = selfRow(committees[twin]!, twin, page.row + twin, spans, new Lots(99));
  }
  rows[unitAt('机电设备公司党委')]![columns.length - 2] = { is: 96, look: 'sum' };
  page.rows(rows).foot(SIGNATURE);
  return page.build('landscape');
}

/** Points that were typed otherwise: more than the indicator gives, and a digit of full width that is text. */
const TYPED: ReadonlyMap<string, Cell> = new Map<string, Cell>([
  ['铜材加工公司党委 W11', 5],
  ['沙坪选矿厂党委 W12', '５'],
]);

function selfRow(
  unit: Unit,
  i: number,
  row: number,
  spans: readonly (readonly [string, number, number])[],
  lots: Lots,
): Cell[] {
  const cells: Cell[] = [i + 1, unit.name];
  const subtotals: string[] = [];
  let total = 0;
  DIMENSIONS.forEach(({ first, last }, d) => {
    // SUM passes over texts, as Excel does.
    let sum = 0;
    for (const { id, max } of INDICATORS.slice(first, last + 1)) {
      const drawn = Math.max(0, max - lots.pick([0, 0, 0, 0.5, 0.5, 1].slice(0, 4 + Math.min(2, unit.level))));
      const points = TYPED.get(`${unit.name} ${id}`) ?? drawn;
      if (typeof points === 'number') sum += points;
      cells.push(points);
    }
    const [, left, right] = spans[d]!;
    cells.push({ formula: `SUM(${a1({ row, column: left })}:${a1({ row, column: right - 1 })})`, value: sum });
    subtotals.push(a1({ row, column: right }));
    total += sum;
  });
  cells.push({ formula: subtotals.join('+'), value: total }, null);
  return cells;
}

/** Ballots counted for each unit. */
export function votes(): ResultSheet {
  const titles = [
    '序号',
    '单位名称',
    '应到',
    '实到',
    '发出票',
    '收回票',
    '优秀',
    '良好',
    '合格',
    '不合格',
    '弃权',
    '备注',
  ];
  const widths = [6, 28, 8, 8, 8, 8, 8, 8, 8, 8, 8, 14];
  const page = new Page(
    '党委民主评议',
    titles.map((title, c) => ({ title, width: widths[c]!, ...(c === 1 ? { look: 'text' as const } : {}) })),
  );
  page.title('五好党委民主评议测评票汇总表', `单位：票${GAP}评议时间：${YEAR}年12月`).header(24);
  const rows = committees
    .filter(({ takesPart }) => takesPart)
    .map((unit, i): Cell[] => {
      const lots = new Lots(unit.name === '大柏树铜矿党委' ? 302 : 300 + i);
      const present = lots.whole(38, 60);
      const blank = lots.whole(0, 2);
      const poor = Math.max(0, unit.level - 1) + lots.whole(0, 1);
      const fair = unit.level * 2 + lots.whole(1, 3);
      const good = Math.round(present * [0.12, 0.24, 0.34, 0.4][unit.level]!);
      const counts = [present - good - fair - poor - blank, good, fair, poor, blank];
      const isMissing = unit.name === '化验计量中心党总支';
      return isMissing
        ? [i + 1, unit.name, present + 5, ...Array<Cell>(8).fill(null), '改期举行']
        : [i + 1, unit.name, present + lots.whole(1, 6), present, present, present, ...counts, null];
    });
  page.rows(rows).foot('注：弃权票不计入有效票。', SIGNATURE);
  return page.build('landscape');
}

/** Last year's table that nobody has thrown away. */
export function oldTable(): ResultSheet {
  const page = new Page('2003年旧表', [
    { title: '序号', width: 6 },
    { title: '单位名称', width: 28, look: 'text' },
    ...DIMENSIONS.map(({ name }): PageColumn => ({ title: name, width: 12 })),
    { title: '总分', width: 10 },
  ]);
  page.title(`${GROUP}2003年度考核汇总表`).header(24);
  const lots = new Lots(2003);
  page.rows(
    committees.slice(0, 16).map(({ name }, i) => {
      const points = DIMENSIONS.map(({ max }) => max - lots.whole(0, 5));
      return [i + 1, name, ...points, points.reduce((sum, each) => sum + each, 0)];
    }),
  );
  return page.build('landscape', 'hidden');
}
