/** What a header can mean, whatever the sheet; a header may fit several (项目, 类别, 分数). */
export type HeaderField =
  | 'seq'
  | 'unit'
  | 'id'
  | 'alias'
  | 'parent'
  | 'kind'
  | 'group'
  | 'person'
  | 'branch'
  | 'class'
  | 'takesPart'
  | 'secretary'
  | 'memberCount'
  | 'founded'
  | 'leader'
  | 'scheme'
  | 'dimension'
  | 'indicator'
  | 'indicatorId'
  | 'max'
  | 'standard'
  | 'method'
  | 'parameters'
  | 'value'
  | 'origin'
  | 'nature'
  | 'score'
  | 'raw'
  | 'total'
  | 'subtotal'
  | 'rank'
  | 'grade'
  | 'award'
  | 'attained'
  | 'plus'
  | 'minus'
  | 'item'
  | 'times'
  | 'basis'
  | 'date'
  | 'ballot'
  | 'attendance'
  | 'note';

/**
 * Header words by meaning (domain notes, section 4e), normalised: no spaces, no units in brackets.
 * A word may stand in several lists; the role of the sheet decides.
 */
export const HEADER_WORDS: Readonly<Record<HeaderField, readonly string[]>> = {
  seq: ['序号', '项次', '顺序号', '行号', '编号', 'no', 'no.', '#'],
  unit: [
    '单位', '单位名称', '党组织', '党组织名称', '组织名称', '支部名称', '党支部', '党支部名称', '党委名称', '党总支名称', '党委', '基层党组织',
    '基层党组织名称', '党委(总支、支部)名称', '被考核单位', '被考核党组织', '被考核党支部', '考核单位名称', '考核对象', '考评对象', '被考评单位', '受检单位', '填报单位',
    '填表单位', '报送单位', '责任单位', '参评单位', '部门', '部门名称', '单位(部门)', '单位/部门', '所属单位', '被评单位', '班组', '车间', '区队', '工区', '科室', '项目部', '所队', '站队', '企业', '企业名称', '公司', '党委名称及类别', '被测评单位', '考评单位', '被评议单位',
    'unit', 'unitname', 'department', 'dept', 'team', 'organization', 'organisation', 'branchname', 'name',
  ],
  id: ['单位编号', '单位代码', '组织编号', '党组织编号', '党组织代码', '支部编号', '党员编号', '人员编号', '工号', '编号', '代码', '编码', 'id', 'code', 'unitid', 'memberid'],
  alias: ['简称/别名', '简称', '别名', '曾用名', '简称或别名', '简称(别名)', 'alias', 'shortname'],
  parent: ['上级', '上级党组织', '上级单位', '所属党委', '隶属单位', '主管党委', '上级组织', 'parent'],
  kind: ['类型', '党组织类型', '组织类型', '组织类别', '单位类型', '组织形式', 'type', 'kind'],
  group: ['组别', '考核组别', '分组', '赛区', '类别', '单位类别', '分类', '考核类别', 'group', 'category'],
  person: ['姓名', '党员姓名', '被评议人', '被测评人', '被考核人', '党员', '被评议党员', '人员', '人员姓名', '考核人员', 'member', 'person', 'name'],
  branch: ['所在支部', '所属支部', '所在党支部', '所属党支部', '支部', '党支部', '所属党组织', '所在党组织', '党小组', 'branch'],
  class: ['类别', '党员类别', '人员类别', 'class'],
  takesPart: ['参评', '是否参评', '是否参加考核', '参加考核', '参与考核', 'takespart', 'assessed'],
  secretary: ['书记', '党组织书记', '支部书记', '负责人', '党委书记'],
  memberCount: ['党员人数', '党员数', '党员总数', '人数'],
  founded: ['成立时间', '成立日期', '组建时间', '设立时间', 'founded'],
  leader: ['联系领导', '挂点领导', '挂钩领导', '包联领导', '联系人领导', '联系常委'],
  scheme: ['方案', '考核方案', '适用方案', '考核类型', 'scheme'],
  dimension: [
    '项目', '考核项目', '考评项目', '一级指标', '类别', '考核类别', '考核分类', '目标', '考核目标', '要素', '维度', '星级名称', '项目及分值', '项目(分值)',
    '考评项目及标准分', '内容分类', 'dimension',
  ],
  indicator: [
    '考核内容', '考评内容', '考核指标', '指标', '指标名称', '二级指标', '三级指标', '具体要求', '评分要点', '评价要素', '考核细则', '目标要求', '标准', '考核标准',
    '内容与要求', '评分项', '考核要点', '考核内容及标准', '考评内容和标准', '内容', '工作内容', '检查内容', '考核事项', '考核项目', '项目', 'indicator', 'criterion', 'item',
  ],
  indicatorId: ['指标编号', '指标代码', '编号', '代码', '指标序号', 'indicatorid', 'id'],
  max: ['分值', '标准分', '满分', '基本分', '基本分值', '权重', '考核分值', '分数', '应得分', '赋分', '标准分值', '满分值', 'max', 'points', 'weight'],
  standard: [
    '评分标准', '评分办法', '评分细则', '评分说明', '计分标准', '计分办法', '计(扣)分办法', '扣分标准', '减分标准', '考评标准', '赋分方法', '具体操作', '检查标准及评分办法',
    '考核办法', '考核标准', '评价标准', '扣分办法', '加分标准', 'standard',
  ],
  method: ['评分方式', '计分方式', '评分方法', '计分方法', '考评方式', '考评办法', '检查方法', '考核方式', '测评方法', 'method'],
  parameters: ['参数', '方式参数', '评分参数', '参数名', '参数名称', '参数项', 'parameter', 'parameters', 'key'],
  value: ['值', '参数值', '取值', '设定值', '设置', 'value'],
  origin: ['来源', '数据来源', '考核来源', 'source'],
  nature: ['性质', '指标性质', '定量/定性', '定性/定量', '定性定量', '指标类型', 'nature'],
  score: [
    '得分', '实得分', '最终得分', '综合得分', '评定得分', '评分', '打分', '考核分', '考核得分', '考评分', '考评得分', '自评分', '自评得分', '自查分', '自查得分', '评议分', '评议得分',
    '测评得分', '测评分', '核定分', '审定得分', '考评组审核得分', '检查得分', '实得', '分数', '自评', '自测分', 'score',
  ],
  raw: [
    '完成值', '实际', '实际值', '次数', '完成率', '情况', '完成情况', '实际完成', '实际完成情况', '实绩', '完成数', '实际数', '落实情况', '自评纪实', '工作情况', '指标完成情况', '考核情况',
    '实际情况', '数值', '原始值', 'actual', 'result',
  ],
  total: ['总分', '合计', '总计', '总得分', '累计得分', '考评总分', '总成绩', '合计得分', '考核总分', '最终得分', '综合得分', '总评分', '合计分', 'total', 'totalscore', 'score', 'sum', 'overall'],
  subtotal: ['小计', '小计得分', '分项小计', 'subtotal'],
  rank: ['名次', '排名', '排序', '位次', '考核名次', '排位', '综合排名', 'rank', 'ranking', 'place'],
  grade: ['等次', '等级', '档次', '考核结果', '考核等次', '评定等次', '结果', '星级', '定级', '评定等级', '考核等级', 'grade', 'level', 'rating'],
  award: ['流动红旗', '红旗', '获旗情况', '授旗', 'flag', 'award'],
  attained: ['达标', '是否达标', '达标情况', '是否五好', 'attained'],
  plus: ['加分', '加分项', '奖励分', '附加分', '加分值', 'bonus'],
  minus: ['扣分', '减分', '扣分项', '扣分值', '减分值', 'penalty'],
  item: ['项目', '事项', '加扣分项目', '加减分项目', '加分扣分项目', '考核事项', '项目名称', '加扣分事项', '否决事项', '内容', 'item'],
  times: ['次数', '数量', '起数', '件数', '情况', '是否', '人次', 'times', 'count'],
  basis: ['依据', '事由', '原因', '加扣分原因', '加分原因', '加分依据', '扣分原因', '扣分依据', '理由', '文件依据', '说明', 'basis', 'reason'],
  date: ['日期', '时间', '发生时间', '认定时间', '登记时间', 'date'],
  ballot: ['票号', '选票号', '选票编号', '票序号', 'ballot'],
  attendance: ['应到', '实到', '应到人数', '实到人数', '发出票', '收回票', '发出', '收回', '有效票', '发放', '发出票数', '收回票数', '有效票数', '应到会', '实到会', '总票数', '测评人数', '参评人数'],
  note: ['备注', '说明', '附注', '备考', '注', '联系人', '联系电话', '签字', '签名', '牵头部门', '考核部门', '责任部门', '考核人', '检查人', '职务', 'remarks', 'remark', 'note', 'notes', 'comment', 'comments'],
};

/** Words of the sources in headers, titles and file names (domain notes, section 4e). */
export const SOURCE_WORDS = {
  self: ['自评', '自查', '自我评价', '自测', '自我评分', '本人评价', '自我鉴定', 'self'],
  peer: ['民主评议', '民主测评', '评议', '测评', '互评', '群众打分', '党员打分', '群众评价', '群众评分', 'peer'],
  superior: [
    '上级考核', '上级评定', '上级考评', '上级评分', '上级党组织', '上级', '组织考核', '党委考核', '考核组', '支部打分', '支部考核', '支部评分', '考核分', '考核得分', '考评分', '考评得分', '考评组', '检查得分',
    '核定分', '审定得分', '组织评价', '党委评分', 'superior',
  ],
} as const;

/** Header words of points and of raw values, as parts of a longer header (specification, section 2). */
export const POINTS_PARTS: readonly string[] = ['得分', '评分', '自评分', '考核分', '评议分', '考评分', '自查分', '核定分', '打分', '测评分', '实得', '自评', '分数', 'score', 'points'];
export const RAW_PARTS: readonly string[] = ['完成值', '完成情况', '实际', '次数', '完成率', '情况', '实绩', '纪实', '完成数', '数值', 'actual'];

/** Level words of votes, best first; the first of each list is the one that parameters use. */
export const VOTE_LEVELS: readonly (readonly string[])[] = [
  ['优秀', '好', '满意', '优', '很好', '非常满意'],
  ['良好', '较好', '基本满意', '称职', '良', '比较满意'],
  ['合格', '一般', '基本称职', '基本合格', '中'],
  ['不合格', '差', '不满意', '不称职', '较差'],
];
export const ABSTAIN_WORDS: readonly string[] = ['弃权', '弃权票', '不了解', '弃权(不了解)'];

/** Beginnings of headers of one rater's scores: 评议人1, 评委一, 专家3. */
export const RATER_WORDS: readonly string[] = ['评议人', '评委', '评分人', '打分人', '考评人', '评审', '专家', '考核人', '测评人', 'rater', 'judge'];

/** Words that name a row of labels or sums, not a subject (specification, section 2). */
export const LABEL_ROW_WORDS: readonly string[] = ['分值', '标准分', '满分', '权重', '标准分值', '满分值', '目标值', '计量单位'];
export const SUM_ROW_WORDS: readonly string[] = [
  '小计', '合计', '总计', '平均', '平均分', '平均值', '均值', '最高分', '最低分', '最高', '最低', '总分', '累计', '得分合计', '扣分合计', '合计得分', '中位数', '标准差',
  'total', 'average', 'mean', 'max', 'min', 'sum', 'highest', 'lowest', 'subtotal', 'grandtotal', 'median',
];
