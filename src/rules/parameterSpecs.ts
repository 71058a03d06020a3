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
  | 'grouping'
  | 'cycle'
  | 'ties'
  | 'grades'
  | 'voteWeights'
  | 'names'
  | 'period'
  | 'date';

/** A row of the specification's table of parameters (section 9): the one place for checks, forms and documents. */
export interface SchemeParameterSpec {
  readonly key: string;
  readonly type: ParameterType;
  readonly default: string;
  /** Defaults that differ for a kind of scheme. */
  readonly defaultOf?: Readonly<Partial<Record<Scheme['kind'], string>>>;
}

export const PARAMETER_SPECS: readonly SchemeParameterSpec[] = [
  { key: '权重.自评', type: 'weight', default: '10' },
  {
    key: '权重.民主评议',
    type: 'weight',
    default: '30',
    defaultOf: { member: '40' },
  },
  {
    key: '权重.上级考核',
    type: 'weight',
    default: '60',
    defaultOf: { member: '50' },
  },
  { key: '缺项.自评', type: 'missing', default: '权重重分配' },
  { key: '缺项.民主评议', type: 'missing', default: '权重重分配' },
  { key: '缺项.上级考核', type: 'missing', default: '不计总分' },
  { key: '空白', type: 'blank', default: '未知' },
  { key: '等次', type: 'grades', default: '优秀:90; 良好:80; 合格:60; 不合格:0' },
  { key: '等次含加分', type: 'yesNo', default: '是' },
  { key: '优秀比例上限', type: 'quota', default: '无' },
  { key: '分组依据', type: 'grouping', default: '自动' },
  { key: '排名依据', type: 'rankBy', default: '等次' },
  { key: '并列', type: 'ties', default: '竞争' },
  { key: '同分排序', type: 'names', default: '' },
  { key: '达标线.总分', type: 'weight', default: '80' },
  { key: '达标线.维度', type: 'rate', default: '80%' },
  { key: '达标目标.党委', type: 'rate', default: '95%' },
  { key: '达标目标.支部', type: 'rate', default: '85%' },
  { key: '红旗名额', type: 'count', default: '3', defaultOf: { member: '0', table: '0' } },
  { key: '红旗周期', type: 'cycle', default: '不限' },
  { key: '加分上限', type: 'amount', default: '5', defaultOf: { member: '10' } },
  { key: '总分上限', type: 'optionalAmount', default: '无' },
  {
    key: '票数权重',
    type: 'voteWeights',
    default: '优秀:100; 良好:80; 合格:60; 不合格:40',
  },
  { key: '去极值', type: 'yesNo', default: '否' },
  { key: '参评.最短月数', type: 'optionalCount', default: '无' },
  { key: '期间', type: 'period', default: '' },
  { key: '截止日', type: 'date', default: '' },
  { key: '宽限天数', type: 'count', default: '5' },
];
