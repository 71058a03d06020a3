import type { SheetLiteral } from '../../src/model';

/** A workbook as somebody might keep it who has never heard of this product. */
export interface Stranger {
  readonly name: string;
  readonly sheets: readonly SheetLiteral[];
}

type Row = SheetLiteral['rows'][number];

const merge = (top: number, left: number, bottom: number, right: number) => ({ top, left, bottom, right });

/**
 * Three header levels, columns in an order of its own, notes wherever there is room, units by what people call them; one
 * of them mistyped, and one indicator by another name than in the rules.
 */
export const THREE_LEVELS: Stranger = {
  name: '（定稿）04年党建考核情况一览.xlsx',
  sheets: [
    {
      name: '看我',
      rows: [['使用说明'], ['1. 本表由组织科汇总，请各单位核对后于1月15日前反馈。'], ['2. 有疑问请联系组织科。']],
    },
    {
      name: '单位',
      rows: [
        ['参加考核单位一览（2004年底）'],
        ['注：简称供打分表使用'],
        ['序号', '分组', '简称', '全称', '代码', '性质', '备注'],
        [1, '生产单位', '东岭', '东岭锡矿党委', 'A01', '党委', null],
        [2, '生产单位', '西岭', '西岭锡矿党委', 'A02', '党委', null],
        [3, '生产单位', '南岭', '南岭铜矿党委', 'A03', '党委', '年中更换书记'],
        [4, '辅助单位', '机修', '机修厂党委', 'A04', '党委', null],
        [5, '辅助单位', '运输', '运输公司党委', 'A05', '党委', null],
      ],
    },
    {
      name: '打分办法',
      rows: [
        ['2004年度五好党委考核打分办法'],
        [null],
        ['类别', '编号', '考核内容', '满分', '怎么打分', '说明'],
        ['领导班子好', 'B1', '中心组学习', 10, '直接打分', '按学习记录'],
        [null, 'B2', '民主生活会', 10, '直接打分', null],
        ['队伍素质好', 'B3', '党员培训', 20, '直接打分', '按培训台账'],
        [null, 'B4', '发展党员', 10, '直接打分', null],
        ['工作业绩好', 'B5', '生产任务', 30, '直接打分', '以生产部数据为准'],
        [null, 'B6', '安全生产', 20, '直接打分', null],
      ],
      merges: [merge(3, 0, 4, 0), merge(5, 0, 6, 0), merge(7, 0, 8, 0)],
    },
    {
      name: '打分（改3）',
      rows: [
        ['中共岭南集团委员会二〇〇四年度“五好党委”创建活动考核打分汇总（讨论稿）'],
        ['填表：组织科　　注：1月18日改过一次，以此表为准', null, null, null, null, null, '单位：分'],
        ['单位', '考核组打分', null, null, null, null, null, '说明'],
        [null, '工作业绩好', null, '队伍素质好', null, '领导班子好', null, null],
        [null, '安全生产', '生产任务', '党员培训', '发展党员', '民主生活会', '班子学习', null],
        ['东岭', 19, 28.5, 18, 9, 9.5, 9, null],
        ['西领', 18, 27, 17.5, 8, 9, 8.5, '安全生产复查过'],
        ['南岭铜矿', 15, 22, 15, 7.5, 8, 8, null],
        ['机修', 20, 26, 19, 9.5, 9.5, 9.5, null],
        ['运输公司党委', 17, 25, 16, 8, 8.5, 9, null],
        ['平均', 17.8, 25.7, 17.1, 8.4, 8.9, 8.8, null],
        ['组织科（盖章）：', null, null, '复核人：', null, null, '2005年1月18日'],
      ],
      merges: [
        merge(0, 0, 0, 7),
        merge(2, 0, 4, 0),
        merge(2, 1, 2, 6),
        merge(2, 7, 4, 7),
        merge(3, 1, 3, 2),
        merge(3, 3, 3, 4),
        merge(3, 5, 3, 6),
      ],
    },
  ],
};

const FORM_ITEMS: readonly [string, string, number][] = [
  ['组织建设好', '支部换届', 20],
  ['组织建设好', '三会一课', 30],
  ['作用发挥好', '党员先锋岗', 25],
  ['作用发挥好', '服务职工', 25],
];

/** A sheet for each branch, titled by hand, with points beside the full mark and remarks between; votes by hand count. */
export const FORMS: Stranger = {
  name: '支部考核材料(报组织部).xlsx',
  sheets: [
    {
      name: '标准',
      rows: [
        ['五好党支部考核标准'],
        ['项目', '内容', '标准分', '计分办法'],
        ...FORM_ITEMS.map(([dimension, item, max]): Row => [dimension, item, max, '直接打分']),
        ['合计', null, 100, null],
      ],
      merges: [merge(2, 0, 3, 0), merge(4, 0, 5, 0)],
    },
    ...(
      [
        ['采矿', '采矿车间党支部', [18, 27, 23, 22]],
        ['选矿', '选矿车间党支部', [20, 28, 24, 24]],
        ['机关', '机关党支部', [17, 25, 20, 23]],
        ['动力', '动力车间党支部', [16, 26, 21, 20]],
      ] as const
    ).map(([sheet, unit, points]): SheetLiteral => ({
      name: sheet,
      rows: [
        ['党支部考核表（2004年）'],
        [`受检单位：${unit}`, null, null, null, '检查日期：2004年12月20日'],
        ['类', '检查内容', '满分', '得分', '扣分原因（备注）'],
        ...FORM_ITEMS.map(([dimension, item, max], k): Row => [
          dimension,
          item,
          max,
          points[k],
          points[k]! < max - 3 ? '记录不全' : null,
        ]),
        ['总计', null, 100, points.reduce((sum, point) => sum + point, 0), null],
        ['检查人签字：'],
      ],
      merges: [merge(3, 0, 4, 0), merge(5, 0, 6, 0)],
    })),
    {
      name: '测评结果',
      rows: [
        ['职工代表对支部的测评（无记名）'],
        ['发出票80张，收回78张'],
        ['支部', '很好', '较好', '一般', '较差', '弃权'],
        ['采矿车间', 50, 20, 6, 1, 1],
        ['选矿车间', 60, 15, 2, 0, 1],
        ['机关', 40, 25, 10, 2, 1],
        ['动力车间', 45, 22, 8, 2, 1],
      ],
    },
  ],
};

/** One list of everything: sources side by side under each dimension, totals of the year before beside, an own scale. */
export const SIDE_BY_SIDE: Stranger = {
  name: '考核台帐2004.xlsx',
  sheets: [
    {
      name: 'Sheet1',
      rows: [
        [null, '各厂矿党委2004年工作考评统计'],
        [null, '制表人：小组全体　　制表时间：05-1-6'],
        [
          null,
          '名次',
          '厂矿名称',
          '自查',
          null,
          null,
          null,
          null,
          '群众评',
          null,
          null,
          null,
          null,
          '党委考核',
          null,
          null,
          null,
          null,
          '去年总分',
          '备注',
        ],
        [
          null,
          null,
          null,
          '领导班子',
          '队伍素质',
          '制度建设',
          '工作业绩',
          '群众反映',
          '领导班子',
          '队伍素质',
          '制度建设',
          '工作业绩',
          '群众反映',
          '领导班子',
          '队伍素质',
          '制度建设',
          '工作业绩',
          '群众反映',
          null,
          null,
        ],
        [
          null,
          null,
          null,
          '满分20',
          '满分20',
          '满分20',
          '满分25',
          '满分15',
          '满分20',
          '满分20',
          '满分20',
          '满分25',
          '满分15',
          '满分20',
          '满分20',
          '满分20',
          '满分25',
          '满分15',
          null,
          null,
        ],
        [null, null, '老鹰山矿', 17, 18, 16, 24, 14, 17, 16, 16, 20, 14, 19.5, 18, 16, 21, 14.5, 91.2, null],
        [null, null, '石板沟矿', 19.5, 18, 18, 21, 12, 18, 17, 16, 22.5, 13.5, 17, 17, 18, 22.5, 13.5, 93.5, null],
        [null, null, '冶炼厂', 16, 19.5, 18, 24, 14.5, 17, 17, 17, 24, 13.5, 16, 19.5, 18, 20, 13.5, 88, '去年第三'],
        [null, null, '建安公司', 19.5, 18, 19.5, 21, 14, 19, 19.5, 18, 24, 14, 17, 17, 18, 22.5, 12, 85.3, null],
        [null, '说明：自查占一成，群众评占三成，党委考核占六成。'],
      ],
      merges: [
        merge(0, 1, 0, 19),
        merge(2, 1, 4, 1),
        merge(2, 2, 4, 2),
        merge(2, 3, 2, 7),
        merge(2, 8, 2, 12),
        merge(2, 13, 2, 17),
        merge(2, 18, 4, 18),
        merge(2, 19, 4, 19),
      ],
    },
  ],
};

export const STRANGERS: readonly Stranger[] = [THREE_LEVELS, FORMS, SIDE_BY_SIDE];
