import type { GradeBand, IsoDate, MissingSource, NamedAmount, Rational, SchemeParameters } from '../model';
import {
  isNotApplicable,
  normaliseText,
  Q,
  readDate,
  readNumber,
  readRate,
  readYesNo,
  parsePeriod,
  tidyText,
} from '../values';
import type { ParameterType } from './parameterSpecs';

/** Value of a parameter by its type; undefined is a value that was not understood or is out of range. */
export interface ParameterValues {
  weight: Rational;
  rate: Rational;
  quota: Rational | null;
  count: number;
  optionalCount: number | null;
  amount: Rational;
  optionalAmount: Rational | null;
  yesNo: boolean;
  missing: MissingSource;
  blank: boolean;
  rankBy: 'grade' | 'total';
  grouping: SchemeParameters['groupBy'];
  cycle: SchemeParameters['flagCycle'];
  ties: 'competition' | 'dense';
  grades: readonly GradeBand[];
  voteWeights: readonly NamedAmount[];
  names: readonly string[];
  period: string | null;
  date: IsoDate | null;
}

const NO_LIMIT = new Set(['无', '没有', '不限', '无限制', '无上限', '']);

function isNone(text: string): boolean {
  const plain = normaliseText(text);
  return NO_LIMIT.has(plain) || isNotApplicable(plain);
}

function number(text: string, from: number, to: number | null): Rational | undefined {
  const reading = readNumber(text);
  if (reading.state !== 'value' || Q.compare(reading.value, Q.of(from)) < 0) return undefined;
  return to !== null && Q.compare(reading.value, Q.of(to)) > 0 ? undefined : reading.value;
}

function rate(text: string): Rational | undefined {
  const reading = readRate(text);
  if (reading.state !== 'value' || reading.value.n < 0n) return undefined;
  return Q.compare(reading.value, Q.ONE) > 0 ? undefined : reading.value;
}

function count(text: string): number | undefined {
  const value = number(text, 0, 1_000_000);
  return value && value.d === 1n ? Number(value.n) : undefined;
}

function choice<T>(text: string, words: readonly (readonly [T, ...string[]])[]): T | undefined {
  const plain = normaliseText(text).toLowerCase();
  return words.find(([, ...names]) => names.includes(plain))?.[0];
}

/** "优秀:90; 良好:80", also with full-width signs, = and commas; undefined when an item is no name:number. */
function namedAmounts(text: string, from: number, to: number): NamedAmount[] | undefined {
  const items: NamedAmount[] = [];
  for (const part of text
    .normalize('NFKC')
    .split(/[;,、\n]/u)
    .map(normaliseText)) {
    if (part === '') continue;
    const at = part.search(/[:=]/u);
    const amount = at > 0 ? number(part.slice(at + 1).replace(/^>=?|^≥/u, ''), from, to) : undefined;
    const name = part.slice(0, Math.max(0, at));
    if (!amount || items.some((item) => item.name === name)) return undefined;
    items.push({ name, amount });
  }
  return items.length > 0 ? items : undefined;
}

function grades(text: string): GradeBand[] | undefined {
  const items = namedAmounts(text, -1_000_000, 1_000_000);
  const falls = items?.every((item, i) => i === 0 || Q.compare(item.amount, items[i - 1]!.amount) < 0);
  // The last grade takes what is below all others, so that no total is without one.
  const isWhole = items !== undefined && items[items.length - 1]!.amount.n <= 0n;
  return falls && isWhole && items!.length <= 100
    ? items!.map(({ name, amount }) => ({ name, from: amount }))
    : undefined;
}

function date(text: string): IsoDate | undefined {
  const plain = normaliseText(text);
  const reading = readDate(/^\d+(?:\.\d+)?$/u.test(plain) ? Number(plain) : text, { date1904: false, year: null });
  return reading.state === 'value' ? reading.value.iso : undefined;
}

const READERS: { readonly [T in ParameterType]: (text: string) => ParameterValues[T] | undefined } = {
  weight: (text) => number(text.replace(/[%％]\s*$/u, ''), 0, 100),
  rate,
  quota: (text) => (isNone(text) ? null : rate(text)),
  count,
  optionalCount: (text) => (isNone(text) ? null : count(text)),
  amount: (text) => number(text, 0, null),
  optionalAmount: (text) => (isNone(text) ? null : number(text, 0, null)),
  yesNo: (text) => {
    const reading = readYesNo(text);
    return reading.state === 'value' ? reading.value : undefined;
  },
  missing: (text) =>
    choice<MissingSource>(text, [
      ['block', '不计总分', '不计', '不计分'],
      ['redistribute', '权重重分配', '重分配', '重新分配', '权重重新分配', '按比例分配'],
      ['zero', '按零分', '按0分', '零分', '计零分', '0分', '0'],
    ]),
  blank: (text) =>
    choice(text, [
      [true, '零', '0', '按零', '按0', '零分', '按零分'],
      [false, '未知', '缺失', '不计'],
    ]),
  rankBy: (text) =>
    choice<'grade' | 'total'>(text, [
      ['grade', '等次', '先等次后总分'],
      ['total', '总分', '得分', '分数'],
    ]),
  grouping: (text) =>
    choice<SchemeParameters['groupBy']>(text, [
      ['auto', '自动', '默认'],
      ['group', '组别', '按组别'],
      ['superior', '上级', '按上级', '上级党组织', '上级党委', '所属党委', '党委', '按党委'],
    ]),
  cycle: (text) =>
    choice<SchemeParameters['flagCycle']>(text, [
      [null, '不限', '每次', '无', '每次考核'],
      ['month', '月', '每月', '月度', '按月'],
      ['quarter', '季', '季度', '每季', '每季度', '按季', '按季度'],
      ['half', '半年', '每半年', '半年度', '按半年'],
      ['year', '年', '每年', '年度', '全年', '按年'],
    ]),
  ties: (text) =>
    choice<'competition' | 'dense'>(text, [
      ['competition', '竞争', '竞争式', '美式', '跳号'],
      ['dense', '中国式', '中式', '连续', '不跳号', '密集'],
    ]),
  grades,
  voteWeights: (text) => namedAmounts(text, 0, 100),
  names: (text) =>
    text
      .normalize('NFKC')
      .split(/[;,、>\n]/u)
      .map(normaliseText)
      .filter(Boolean),
  period: (text) => (tidyText(text) === '' ? null : parsePeriod(text) ? tidyText(text) : undefined),
  date: (text) => (isNone(text) ? null : date(text)),
};

/** Value that a text gives for a type of parameter, undefined when it is not understood or out of range. */
export function parameterValue<T extends ParameterType>(type: T, text: string): ParameterValues[T] | undefined {
  return READERS[type](text);
}

/** What a type of parameter accepts, in the words of the sheet. */
export const ALLOWED: Readonly<Record<ParameterType, string>> = {
  weight: '0–100',
  rate: '0–100%',
  quota: '0–100%、1/3、无',
  count: '0、1、2…',
  optionalCount: '0、1、2…、无',
  amount: '≥0',
  optionalAmount: '≥0、无',
  yesNo: '是、否',
  missing: '不计总分、权重重分配、按零分',
  blank: '未知、零',
  rankBy: '等次、总分',
  grouping: '自动、组别、上级',
  cycle: '不限、月、季度、半年、年',
  ties: '竞争、中国式',
  grades: '优秀:90; 良好:80; 合格:60; 不合格:0',
  voteWeights: '优秀:100; 良好:80; 合格:60; 不合格:40',
  names: '上级考核; 工作业绩好; 民主评议',
  period: '2004年上半年',
  date: '2004-06-30',
};
