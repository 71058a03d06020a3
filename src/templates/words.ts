/**
 * The words in which the forms are written, whatever the language of the pane: units fill them in, and they are the
 * words that `recognise` reads back.
 */
export const WORDS = {
  seq: '序号',
  unitId: '单位编号',
  unit: '单位名称',
  alias: '简称/别名',
  parent: '上级',
  kind: '类型',
  group: '组别',
  secretary: '书记',
  memberCount: '党员人数',
  founded: '成立时间',
  takesPart: '参评',
  leader: '联系领导',
  memberId: '党员编号',
  person: '姓名',
  branch: '所在支部',
  class: '类别',
  note: '备注',
  check: '填报检查',
  max: '分值',
  way: '填法',
  sum: '合计',
  filled: '已填合计',
  scheme: '方案',
  dimension: '维度',
  indicatorId: '指标编号',
  indicator: '指标',
  method: '评分方式',
  parameters: '参数',
  origin: '来源',
  nature: '性质',
  standard: '评分标准',
  value: '值',
  explanation: '说明',
  project: '考核项目',
  content: '考核内容',
  selfPoints: '自评得分',
  yes: '是',
  no: '否',
  has: '有',
  hasNot: '无',
  notApplicable: '/',
  pending: '待报',
  item: '项目',
  times: '次数',
  points: '分值',
  basis: '依据',
  date: '日期',
  grade: '评定等次',
  attendance: ['应到', '实到', '发出票', '收回票'],
  abstained: '弃权',
} as const;

/** 类型 of organizations, upper layer first. */
export const KINDS = ['党委', '直属党总支', '党总支', '党支部'] as const;

/** Classes of members (类别) that are met most. */
export const MEMBER_CLASSES = ['正式党员', '预备党员', '流动党员', '离退休党员'] as const;
