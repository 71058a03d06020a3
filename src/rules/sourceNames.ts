import type { SourceCode } from '../model';

const SOURCE_NAMES: ReadonlyMap<string, SourceCode> = new Map<string, SourceCode>([
  ['自评', 'self'],
  ['自我评价', 'self'],
  ['自评分', 'self'],
  ['民主评议', 'peer'],
  ['评议', 'peer'],
  ['民主测评', 'peer'],
  ['上级考核', 'superior'],
  ['上级党组织考核', 'superior'],
  ['考核', 'superior'],
]);

/**
 * The source (来源) that a word of a parameter names (specification, section 9, 同分排序).
 * @example sourceOfName("上级考核") // "superior"
 */
export function sourceOfName(name: string): SourceCode | undefined {
  return SOURCE_NAMES.get(name);
}
