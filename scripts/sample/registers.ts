import type { ResultSheet } from '../../src/model';
import { branches, committees, YEAR } from './group';
import { Lots } from './lots';
import { type Cell, dated, GAP, Page, serial } from './page';

const WIDE = new Set([
  '单位',
  '签订单位(甲方)',
  '责任单位(乙方)',
  '实施方案(名称/文号)',
  '存在问题',
  '整改措施',
  '联系单位',
  '考核方式',
  '依据',
]);
const UNITS = committees.filter(({ takesPart }) => takesPart);
const CONTACTS = committees.filter(({ leader }) => leader !== null);

function register(name: string, titles: readonly string[], widths: readonly number[]): Page {
  return new Page(
    name,
    titles.map((title, c) => ({
      title,
      width: widths[c]!,
      ...(WIDE.has(title) || title === '备注' ? { look: 'text' as const } : {}),
    })),
  );
}

/** A day in one of the ways in which offices write it. */
function day(lots: Lots, month: number, date: number, year = YEAR): Cell {
  return lots.pick<() => Cell>([
    () => dated(serial(year, month, date)),
    () => `${year}.${month}.${date}`,
    () => `${year}年${month}月${date}日`,
    () => `${year}/${month}/${date}`,
  ])();
}

const short = (name: string) => name.slice(0, 2);

/** 实施方案 and 考核措施: made and sent, but for three units. */
export function plans(): ResultSheet {
  const lots = new Lots(41);
  const page = register(
    '实施方案台账',
    [
      '序号',
      '单位',
      '实施方案(名称/文号)',
      '制定时间',
      '是否上报',
      '上报时间',
      '考核措施',
      '措施上报时间',
      '联系人',
      '备注',
    ],
    [6, 26, 24, 14, 10, 14, 10, 14, 10, 14],
  );
  page
    .title('“云岭先锋”工程实施方案、考核措施报送台账', `填报单位：集团党委组织部${GAP}截止日期：${YEAR}年12月31日`)
    .header();
  const rows = UNITS.map((unit, i): Cell[] => [
    i + 1,
    unit.name,
    `${short(unit.name)}党〔${YEAR}〕${5 + i}号`,
    day(lots, 2, 2 + i),
    lots.pick(['是', '√', '已上报']),
    day(lots, 3, 2 + i),
    lots.pick(['有', '√', '已制定']),
    day(lots, 3, 8 + i),
    unit.secretary,
    null,
  ]);
  rows[17] = [18, UNITS[17]!.name, '未制定', null, '否', null, '未制定', null, UNITS[17]!.secretary, '正在起草'];
  rows[10]![4] = '未上报';
  rows[10]![5] = null;
  rows[6]![6] = '未制定';
  rows[6]![7] = null;
  return page.rows(rows).build('landscape');
}

/** 责任书 of both layers, one unsigned in each. */
export function bonds(): ResultSheet {
  const lots = new Lots(42);
  const page = register(
    '责任书签订台账',
    ['序号', '签订单位(甲方)', '责任单位(乙方)', '责任人', '签订时间', '是否签订', '份数', '备注'],
    [6, 24, 32, 10, 14, 10, 8, 16],
  );
  page.title('党建目标责任书签订台账').header(24);
  const unsigned = new Set(['铜材加工公司党委', '供销物流公司仓储党支部']);
  page.rows(
    [...UNITS, ...branches].map((unit, i): Cell[] => {
      const isSigned = !unsigned.has(unit.name);
      const when = isSigned ? day(lots, 3, 1 + (i % 28)) : null;
      return [
        i + 1,
        unit.parent,
        unit.name,
        unit.secretary,
        when,
        isSigned ? lots.pick(['是', '√', '已签']) : '未签',
        isSigned ? 2 : 0,
        null,
      ];
    }),
  );
  return page.build('landscape');
}

/** 联系点 and 调研: one without a visit, one whose leader has left. */
export function contacts(): ResultSheet {
  const lots = new Lots(43);
  const page = register(
    '联系点台账',
    ['序号', '联系领导', '职务', '联系单位', '联络人', '调研时间', '调研内容', '发现问题', '解决情况'],
    [6, 10, 12, 24, 10, 14, 14, 18, 14],
  );
  page.title('集团党委领导联系点及调研台账', `填报单位：集团党委办公室${GAP}${YEAR}年度`).header(24);
  const posts = ['党委书记', '总经理', '党委副书记', '纪委书记', '工会主席', '副总经理', '总工程师', '党委委员'];
  const rows = CONTACTS.map((unit, i): Cell[] => [
    i + 1,
    unit.leader,
    posts[i % posts.length]!,
    unit.name,
    unit.secretary,
    day(lots, 4 + i, 8 + i),
    lots.pick(['班子建设', '党员教育', '责任书落实']),
    lots.pick(['无', '档案不全', '学习记录不完整']),
    lots.pick(['已整改', '已答复']),
  ]);
  const shops = branches.find(({ name }) => name === '石门坎铜矿机关党支部')!;
  rows.push([rows.length + 1, null, null, '石门坎铜矿党委', shops.secretary, day(lots, 9, 6), '班子建设', '无', null]);
  rows[2] = [...rows[2]!.slice(0, 5), null, null, null, null];
  return page.rows(rows).build('landscape');
}

/** 信息报送 month by month. */
export function information(): ResultSheet {
  const lots = new Lots(44);
  const months = Array.from({ length: 12 }, (_, i) => `${i + 1}月`);
  const page = register(
    '信息报送台账',
    ['序号', '单位', ...months, '合计', '备注'],
    [6, 24, ...months.map(() => 6), 8, 14],
  );
  page.title(`${YEAR}年“云岭先锋”信息报送情况统计表`, '单位：条').header(24);
  page.rows(
    CONTACTS.map((unit, i): Cell[] => {
      const counts: Cell[] = months.map(() => lots.pick([1, 1, 1, 2]));
      if (unit.name === '水电动力公司党委') counts.splice(5, 3, 0, null, 0);
      if (unit.name === '长滩冶炼厂党委') counts[10] = null;
      const total = counts.reduce<number>((sum, count) => sum + (typeof count === 'number' ? count : 0), 0);
      return [i + 1, unit.name, ...counts, total, null];
    }),
  );
  return page.build('landscape');
}

/** 经验材料, 年终总结, 工作档案. */
export function materials(): ResultSheet {
  const lots = new Lots(45);
  const page = register(
    '年度材料台账',
    ['序号', '单位', '经验材料(篇)', '材料报送时间', '年终总结', '总结报送时间', '工作档案', '备注'],
    [6, 26, 12, 14, 10, 14, 10, 16],
  );
  page.title('经验材料、年终总结和工作档案台账', `${YEAR}年度`).header(24);
  const rows = CONTACTS.map((unit, i): Cell[] => [
    i + 1,
    unit.name,
    lots.whole(1, 2),
    day(lots, 9 + (i % 3), 6 + i),
    lots.pick(['已报', '√']),
    day(lots, 12, 10 + i),
    lots.pick(['已建', '有', '√']),
    null,
  ]);
  rows[4]!.splice(2, 2, 0, null);
  rows[5]!.splice(4, 3, '未报', null, '未建');
  return page.rows(rows).build('landscape');
}

/** 考核记录: by the group once a year, of the branches every half-year. */
export function records(): ResultSheet {
  const lots = new Lots(46);
  const page = register(
    '考核记录',
    ['序号', '单位', '集团党委年度考核时间', '对党支部上半年考核时间', '对党支部下半年考核时间', '考核方式', '备注'],
    [6, 26, 16, 16, 16, 24, 14],
  );
  page.title('党组织考核记录台账', `${YEAR}年度`).header();
  const rows = UNITS.map((unit, i): Cell[] => [
    i + 1,
    unit.name,
    day(lots, 12, 3 + i),
    day(lots, 6, 4 + i),
    day(lots, 12, 1 + i),
    lots.pick(['听汇报、查资料', '查资料、座谈', '听汇报、测评']),
    null,
  ]);
  rows[18]![2] = null;
  rows[18]![6] = '集团尚未考核';
  rows[10]![3] = null;
  rows[17]![4] = null;
  return page.rows(rows).build('landscape');
}

/** 整改: done, overdue and not yet due. */
export function rectification(): ResultSheet {
  const lots = new Lots(47);
  const page = register(
    '整改台账',
    ['序号', '单位', '存在问题', '整改措施', '责任人', '整改时限', '整改情况', '是否销号', '备注'],
    [6, 24, 24, 22, 10, 14, 12, 10, 12],
  );
  page.title('考核检查发现问题整改台账').header(24);
  const row = (i: number, unit: number, problem: string, when: Cell, state: string, done: string): Cell[] => [
    i,
    UNITS[unit]!.name,
    problem,
    '限期整改，专人负责',
    UNITS[unit]!.secretary,
    when,
    state,
    done,
    null,
  ];
  page.rows([
    row(1, 3, '支部学习记录不完整', day(lots, 10, 31), '已完成', '√'),
    row(2, 6, '安全责任制未落实到班组', day(lots, 11, 30), '正在整改', '×'),
    row(3, 11, '实施方案定性多、定量少', day(lots, 12, 15), '已完成', '是'),
    row(4, 18, '活动阵地不足', day(lots, 3, 31, YEAR + 1), '正在整改', '否'),
  ]);
  return page.build('landscape');
}

export function funds(): ResultSheet {
  const page = new Page('经费台账', [
    { title: '序号', width: 6 },
    { title: '单位', width: 28, look: 'text' },
    { title: '经费预算(元)', width: 16, look: 'money' },
    { title: '到位金额(元)', width: 16, look: 'money' },
    { title: '已使用(元)', width: 16, look: 'money' },
    { title: '备注', width: 18, look: 'text' },
  ]);
  page.title(`${YEAR}年党组织活动经费台账`, '单位：元').header(24);
  page.rows(
    UNITS.map(({ name, members }, i) => {
      const budget = members * 50;
      const paid = name === '教育培训中心党总支' ? 0 : budget;
      return [i + 1, name, budget, paid, Math.round((paid * (55 + (i % 5) * 8)) / 100), paid === 0 ? '尚未拨付' : null];
    }),
  );
  return page.build();
}

/** 加分, 扣分, 否决. */
export function adjustments(): ResultSheet {
  const lots = new Lots(48);
  const page = register(
    '加分扣分',
    ['序号', '单位', '项目', '次数', '分值', '依据', '日期', '备注'],
    [6, 26, 28, 18, 8, 34, 14, 12],
  );
  page.title('加分、扣分和否决事项登记表').header(24);
  const rows: [unit: string, item: string, times: Cell, reason: string, month: number, date: number][] = [
    ['望云山铜矿党委', '受到表彰', '省部级', '被评为省级先进基层党组织', 7, 1],
    ['望云山铜矿党委', '经验推广和信息采用', '经验推广、信息采用2', '联系点经验材料被上级推广', 11, 8],
    ['石门坎铜矿党委', '受到表彰', '集团级', '获集团先进基层党组织', 7, 1],
    ['矿建工程公司党委', 'B3', 2, '利润超额完成目标11%', 12, 31],
    ['技术研究院党委', '受到表彰', '集团级', '获集团科技攻关集体奖', 10, 9],
    ['水电动力公司党委', 'P2', 3, '联系点月信息缺报3个月', 12, 31],
    ['沙坪选矿厂党委', 'P1', 1, '环保隐患被集团通报', 9, 2],
    ['月亮田铜矿党委', 'V3', 1, '主要经营指标完成93.2%', 12, 31],
    ['长滩冶炼厂党委', 'V2', 1, '发生死亡事故1起', 8, 19],
  ];
  page.rows(
    rows.map(([unit, item, times, reason, month, date], i) => [
      i + 1,
      unit,
      item,
      times,
      null,
      reason,
      day(lots, month, date),
      null,
    ]),
  );
  return page.build('landscape');
}

export const REGISTERS = [plans, bonds, contacts, information, materials, records, rectification, funds];
