import type { MissingSource, NamedAmount, Rational, SchemeParameters } from '../model';
import { Q } from '../values';
import { PARAMETER_SPECS, type ParameterType } from './parameterSpecs';
import type { ParameterValues } from './parameterValues';

/** More places than anybody writes, so that nothing is lost. */
const PLACES = 10;

function amount(value: Rational): string {
  return Q.formatRational(value, PLACES);
}

/** A share as people write it: a percentage where it is one, else a fraction. */
function share(value: Rational): string {
  const percent = Q.mul(value, Q.HUNDRED);
  return Q.equals(Q.roundHalfUp(percent, PLACES), percent) ? Q.formatPercent(value, PLACES) : `${value.n}/${value.d}`;
}

function listed(items: readonly NamedAmount[]): string {
  return items.map(({ name, amount: own }) => `${name}:${amount(own)}`).join('; ');
}

const MISSING: Readonly<Record<MissingSource, string>> = {
  block: '不计总分',
  redistribute: '权重重分配',
  zero: '按零分',
};
const CYCLES = { month: '月', quarter: '季度', half: '半年', year: '年' } as const;

const WRITERS: { readonly [T in ParameterType]: (value: ParameterValues[T]) => string } = {
  weight: amount,
  rate: share,
  quota: (value) => (value ? share(value) : '无'),
  count: String,
  optionalCount: (value) => (value === null ? '无' : String(value)),
  amount,
  optionalAmount: (value) => (value ? amount(value) : '无'),
  yesNo: (value) => (value ? '是' : '否'),
  missing: (value) => MISSING[value],
  blank: (value) => (value ? '零' : '未知'),
  rankBy: (value) => (value === 'grade' ? '等次' : '总分'),
  grouping: (value) => ({ auto: '自动', group: '组别', superior: '上级' })[value],
  cycle: (value) => (value ? CYCLES[value] : '不限'),
  ties: (value) => (value === 'competition' ? '竞争' : '中国式'),
  grades: (value) => listed(value.map(({ name, from }) => ({ name, amount: from }))),
  voteWeights: listed,
  names: (value) => value.join('; '),
  period: (value) => value ?? '',
  date: (value) => value ?? '',
};

/** What each key of the table of parameters is in resolved parameters. */
const VALUES: Readonly<Record<string, (parameters: SchemeParameters) => unknown>> = {
  '权重.自评': ({ weights }) => weights.self,
  '权重.民主评议': ({ weights }) => weights.peer,
  '权重.上级考核': ({ weights }) => weights.superior,
  '缺项.自评': ({ missing }) => missing.self,
  '缺项.民主评议': ({ missing }) => missing.peer,
  '缺项.上级考核': ({ missing }) => missing.superior,
  空白: ({ blankIsZero }) => blankIsZero,
  等次: ({ grades }) => grades,
  等次含加分: ({ gradeWithBonus }) => gradeWithBonus,
  优秀比例上限: ({ topGradeQuota }) => topGradeQuota,
  分组依据: ({ groupBy }) => groupBy,
  排名依据: ({ rankBy }) => rankBy,
  并列: ({ tiePlaces }) => tiePlaces,
  同分排序: ({ tieBreak }) => tieBreak,
  '达标线.总分': ({ passTotal }) => passTotal,
  '达标线.维度': ({ passDimension }) => passDimension,
  '达标目标.党委': ({ committeeGoal }) => committeeGoal,
  '达标目标.支部': ({ branchGoal }) => branchGoal,
  红旗名额: ({ flags }) => flags,
  红旗周期: ({ flagCycle }) => flagCycle,
  加分上限: ({ bonusCap }) => bonusCap,
  总分上限: ({ totalCap }) => totalCap,
  票数权重: ({ voteWeights }) => voteWeights,
  去极值: ({ trimExtremes }) => trimExtremes,
  '参评.最短月数': ({ minMonths }) => minMonths,
  期间: ({ period }) => period,
  截止日: ({ asOf }) => asOf,
  宽限天数: ({ graceDays }) => graceDays,
};

/**
 * Resolved parameters in the words of a parameter sheet, by key in the order of the specification, section 9: what
 * `parseParameters` reads as the same again.
 * @example parameterTexts(defaultParameters("member")).get("权重.上级考核") // "50"
 */
export function parameterTexts(parameters: SchemeParameters): ReadonlyMap<string, string> {
  return new Map(
    PARAMETER_SPECS.map(({ key, type }) => {
      // The table pairs each key with a value of its type, which the checker cannot follow through an index.
      const write = WRITERS[type] as (value: unknown) => string;
      return [key, write(VALUES[key]!(parameters))];
    }),
  );
}
