import type { Scheme } from '../model';

/** Kind of value that a parameter takes; what each accepts stands in `parameterValues.ts`. */
export type ParameterType =
  | 'weight'
  | 'rate'
  | 'quota'
  | 'count'
  | 'optionalCount'
  | 'amount'
  | 'optionalAmount'
  | 'yesNo'
  | 'missing'
  | 'blank'
  | 'rankBy'
  | 'ties'
  | 'grades'
  | 'voteWeights'
  | 'names'
  | 'period'
  | 'date';

/** A row of the specification's table of parameters (section 9): the one place for checks, forms and documents. */
export interface SchemeParameterSpec {
  readonly key: string;
  readonly synonyms: readonly string[];
  readonly type: ParameterType;
  readonly default: string;
  /** Defaults that differ for a kind of scheme. */
  readonly defaultOf?: Readonly<Partial<Record<Scheme['kind'], string>>>;
}

export const PARAMETER_SPECS: readonly SchemeParameterSpec[] = [
  { key: '权重.自评', synonyms: ['自评权重', '权重.自我评价'], type: 'weight', default: '10' },
  {
    key: '权重.民主评议',
    synonyms: ['民主评议权重', '评议权重'],
    type: 'weight',
    default: '30',
    defaultOf: { member: '40' },
  },
  {
    key: '权重.上级考核',
    synonyms: ['上级考核权重', '考核权重'],
    type: 'weight',
    default: '60',
    defaultOf: { member: '50' },
  },
  { key: '缺项.自评', synonyms: ['缺项.自我评价'], type: 'missing', default: '权重重分配' },
  { key: '缺项.民主评议', synonyms: [], type: 'missing', default: '权重重分配' },
  { key: '缺项.上级考核', synonyms: [], type: 'missing', default: '不计总分' },
  { key: '空白', synonyms: ['空白单元格', '空白按'], type: 'blank', default: '未知' },
  { key: '等次', synonyms: ['等次标准', '等次分数线'], type: 'grades', default: '优秀:90; 良好:80; 合格:60; 不合格:0' },
  { key: '等次含加分', synonyms: [], type: 'yesNo', default: '是' },
  { key: '优秀比例上限', synonyms: ['优秀比例', '优秀名额比例'], type: 'quota', default: '无' },
  { key: '排名依据', synonyms: [], type: 'rankBy', default: '等次' },
  { key: '并列', synonyms: ['并列方式', '并列名次'], type: 'ties', default: '竞争' },
  { key: '同分排序', synonyms: ['同分排序依据'], type: 'names', default: '' },
  { key: '达标线.总分', synonyms: ['达标总分'], type: 'weight', default: '80' },
  { key: '达标线.维度', synonyms: ['达标维度'], type: 'rate', default: '80%' },
  { key: '达标目标.党委', synonyms: [], type: 'rate', default: '95%' },
  { key: '达标目标.支部', synonyms: [], type: 'rate', default: '85%' },
  { key: '红旗名额', synonyms: ['流动红旗名额'], type: 'count', default: '3', defaultOf: { member: '0', table: '0' } },
  { key: '加分上限', synonyms: [], type: 'amount', default: '5', defaultOf: { member: '10' } },
  { key: '总分上限', synonyms: [], type: 'optionalAmount', default: '无' },
  {
    key: '票数权重',
    synonyms: ['评议权重分', '票权重'],
    type: 'voteWeights',
    default: '优秀:100; 良好:80; 合格:60; 不合格:40',
  },
  { key: '去极值', synonyms: ['去掉最高最低', '去最高最低'], type: 'yesNo', default: '否' },
  { key: '参评.最短月数', synonyms: ['参评最短月数'], type: 'optionalCount', default: '无' },
  { key: '期间', synonyms: ['考核期间', '考核时间'], type: 'period', default: '' },
  { key: '截止日', synonyms: ['截止日期'], type: 'date', default: '' },
  { key: '宽限天数', synonyms: ['宽限期'], type: 'count', default: '5' },
];
