import { normaliseText } from '../values';
import type { Choice, SourceCode } from '../model';
import type { Block, HeaderColumn } from './blocks';
import { headerKey } from './labels';
import { fieldsOf, isRater, monthOf, sourceIn, voteLevelOf, type ScoredMatch, type Vocabulary } from './vocabulary';
import { RAW_PARTS, type HeaderField } from './words';

/** A column of a table with everything that its header can mean. */
export interface ColumnMeaning {
  readonly column: number;
  readonly header: HeaderColumn;
  /** Lowest level, as a lookup key. */
  readonly key: string;
  readonly fields: ReadonlySet<HeaderField>;
  /** Indicators or dimensions that one of its levels names, in all schemes. */
  readonly scored: readonly ScoredMatch[];
  /** Source that its header names. */
  readonly source: SourceCode | null;
  /** What its header says of its values, null when it says nothing. */
  readonly reading: 'points' | 'raw' | null;
  readonly month: number | null;
  /** Vote level, 0 best, -1 弃权. */
  readonly level: number | null;
  readonly rater: boolean;
  /** What a person has said that it is. */
  readonly choice?: Choice;
}

const STRONG_POINTS = /得分|评分|自查分|考核分|考评分|评议分|测评分|自评分|核定分|自测分|实得|打分|分数|score|points/;
const WEAK_POINTS = /自评|自查|评议|测评|考核|考评|评定|^得$/;
const DEDUCTION = /[扣减]分(?:值|数)?$/;
const TEXT_COLUMN = /标准|办法|细则|说明|方法|方式|原因|依据|备注|因素/;

/** Meanings of all columns of a table. */
export function columnMeanings(block: Block, vocabulary: Vocabulary): ColumnMeaning[] {
  return block.columns.map((header) => columnMeaning(header, vocabulary));
}

function columnMeaning(header: HeaderColumn, vocabulary: Vocabulary): ColumnMeaning {
  const { levels } = header;
  const key = headerKey(levels[levels.length - 1]!);
  const fields = fieldsOf(key);
  let scoredLevel = -1;
  let scored: readonly ScoredMatch[] = [];
  let rest = '';
  for (let k = levels.length - 1; k >= 0; k--) {
    const { matches, rest: word } = vocabulary.matchWithWord(levels[k]!);
    const indicators = matches.filter((match) => match.type === 'indicator');
    if (indicators.length > 0) {
      scored = indicators;
      scoredLevel = k;
      rest = word;
      break;
    }
    // The outermost dimension counts; a subtotal below it is a sum of that dimension.
    if (matches.length > 0) {
      scored = matches;
      scoredLevel = k;
      rest = word;
    }
  }
  // What the rest of the header says of source and values; the word behind the name itself is the innermost.
  const others = [...levels.filter((_, k) => k !== scoredLevel), ...(rest === '' ? [] : [rest])];
  // A dimension above a column that names something else (an unknown indicator) says nothing of that column.
  const lowestIsOwn = scoredLevel >= 0 && scored[0]!.type === 'dimension' && scoredLevel < levels.length - 1;
  const lowestText = normaliseText(levels[levels.length - 1]!);
  if (lowestIsOwn && !fields.has('subtotal') && !isValueWord(lowestText, fields) && sourceIn(lowestText) === null) {
    scored = [];
  }
  return {
    column: header.column,
    header,
    key,
    fields,
    scored,
    source: firstSource(others),
    reading: readingOf(others),
    month: monthIn(levels),
    level: voteLevelOf(key),
    rater: isRater(key),
  };
}

function isValueWord(text: string, fields: ReadonlySet<HeaderField>): boolean {
  return fields.has('score') || fields.has('raw') || fields.has('max') || STRONG_POINTS.test(text);
}

function firstSource(levels: readonly string[]): SourceCode | null {
  // The innermost level that names one source wins: {自评, 上级考核} under a heading such as 考核得分.
  for (let k = levels.length - 1; k >= 0; k--) {
    const source = sourceIn(levels[k]!);
    if (source !== null && !TEXT_COLUMN.test(levels[k]!)) return source;
  }
  return null;
}

/**
 * Whether header texts say that a column holds points or raw values (specification, section 2).
 * @example readingOf(["考核指标完成情况"]) // "raw"
 */
export function readingOf(levels: readonly string[]): 'points' | 'raw' | null {
  for (let k = levels.length - 1; k >= 0; k--) {
    const text = normaliseText(levels[k]!).toLowerCase();
    if (TEXT_COLUMN.test(text) || DEDUCTION.test(text)) continue;
    if (STRONG_POINTS.test(text)) return 'points';
    if (RAW_PARTS.some((part) => text.includes(part))) return 'raw';
    if (WEAK_POINTS.test(text) || sourceIn(text) !== null) return 'points';
  }
  return null;
}

/** Month that a header names at any level, e.g. 1月 over {联系领导, 组织部}. */
function monthIn(levels: readonly string[]): number | null {
  for (let k = levels.length - 1; k >= 0; k--) {
    const month = monthOf(headerKey(levels[k]!));
    if (month !== null) return month;
  }
  return null;
}

/** True where nobody has said what a column is: then its cells may tell. */
export function isOpen({ choice, fields }: ColumnMeaning): boolean {
  return choice === undefined && !fields.has('ignored');
}

/** The column of which a person has said that it is a field. */
export function givenColumn(columns: readonly ColumnMeaning[], field: HeaderField): number | null {
  return columns.find(({ choice }) => choice?.kind === 'field' && choice.name === field)?.column ?? null;
}

/** The first column that can mean a field. */
export function columnOf(columns: readonly ColumnMeaning[], ...wanted: HeaderField[]): number | null {
  for (const field of wanted) {
    const found = columns.find((column) => column.fields.has(field));
    if (found) return found.column;
  }
  return null;
}
