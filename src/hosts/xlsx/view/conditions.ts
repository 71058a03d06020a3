import { a1, a1Range, parseA1Range, type CellRange } from '../../../model/address';
import type { ConditionalFormat } from '../../../model/changeSet';
import { cutAtReferences, shiftFormula } from '../../shared/formula/references';
import type { ViewStyle } from '../view';
import { Token, type XmlScanner } from '../xml/scanner';
import { colorOf } from './colors';

/** A rule as the file holds it. */
interface RawRule {
  readonly ranges: readonly CellRange[];
  readonly type: string;
  readonly operator: string;
  readonly priority: number;
  readonly overlay: number;
  readonly rank: number;
  readonly isBottom: boolean;
  readonly isPercent: boolean;
  readonly isAbove: boolean;
  readonly formulas: string[];
  readonly bounds: { readonly type: string; readonly value: number }[];
  readonly colors: string[];
}

/** Ranges of a rule that are shown; each becomes a rule of its own. */
const MAX_RANGES = 2_000;

function rangesOf(sqref: string): CellRange[] {
  const ranges: CellRange[] = [];
  for (const text of sqref.split(/\s+/)) {
    const range = parseA1Range(text);
    if (range) ranges.push(range);
    if (ranges.length >= MAX_RANGES) break;
  }
  return ranges;
}

/** Comparisons by operator; `x` is the cell, `a` and `b` the formulas of the rule. */
const COMPARISONS = new Map<string, (x: string, a: string, b: string) => string>([
  ['greaterThan', (x, a) => `${x}>(${a})`],
  ['greaterThanOrEqual', (x, a) => `${x}>=(${a})`],
  ['lessThan', (x, a) => `AND(${x}<>"",${x}<(${a}))`],
  ['lessThanOrEqual', (x, a) => `AND(${x}<>"",${x}<=(${a}))`],
  ['equal', (x, a) => `${x}=(${a})`],
  ['notEqual', (x, a) => `${x}<>(${a})`],
  ['between', (x, a, b) => `AND(${x}>=(${a}),${x}<=(${b}))`],
  ['notBetween', (x, a, b) => `OR(${x}<(${a}),${x}>(${b}))`],
]);

/** The formula, relative to the first cell, that means the same as a rule; null for kinds that have none. */
function ruleFormula(rule: RawRule): string | null {
  const [first] = rule.ranges;
  const [a = '', b = ''] = rule.formulas;
  if (!first) return null;
  const x = a1({ row: first.top, column: first.left });
  const all = a1Range(first).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
  switch (rule.type) {
    case 'cellIs':
      return COMPARISONS.get(rule.operator)?.(x, a, b) ?? null;
    case 'duplicateValues':
      return `AND(${x}<>"",COUNTIF(${all},${x})>1)`;
    case 'uniqueValues':
      return `COUNTIF(${all},${x})=1`;
    case 'aboveAverage':
      return `AND(ISNUMBER(${x}),${x}${rule.isAbove ? '>' : '<'}AVERAGE(${all}))`;
    case 'top10': {
      const rank = rule.isPercent ? `MAX(1,INT(COUNT(${all})*${rule.rank}/100))` : `MIN(${rule.rank},COUNT(${all}))`;
      return `AND(ISNUMBER(${x}),${x}${rule.isBottom ? `<=SMALL` : `>=LARGE`}(${all},${rank}))`;
    }
    default:
      return a === '' ? null : a;
  }
}

/** A formula of the rule's first range as another of its ranges sees it. */
function movedFormula(formula: string, from: CellRange, to: CellRange): string {
  if (from === to) return formula;
  return shiftFormula(cutAtReferences(formula), to.top - from.top, to.left - from.left);
}

function boundOf(rule: RawRule, index: number): number | undefined {
  const bound = rule.bounds[index];
  return bound?.type === 'num' && Number.isFinite(bound.value) ? bound.value : undefined;
}

function conditionsOf(rule: RawRule, overlays: readonly ViewStyle[]): ConditionalFormat[] {
  if (rule.type === 'dataBar') {
    const [color = '#638EC6'] = rule.colors;
    return rule.ranges.map((range) => ({
      type: 'dataBar',
      range,
      color,
      min: boundOf(rule, 0),
      max: boundOf(rule, 1),
    }));
  }
  if (rule.type === 'colorScale') {
    const [low, middle, high] = rule.colors;
    if (low === undefined || middle === undefined) return [];
    const colors = high === undefined ? ([low, middle] as const) : ([low, middle, high] as const);
    return rule.ranges.map((range) => ({ type: 'colorScale', range, colors }));
  }
  const formula = ruleFormula(rule);
  const overlay = overlays[rule.overlay];
  if (formula === null || !overlay) return [];
  const { fill, color, bold } = overlay;
  return rule.ranges.map((range) => ({
    type: 'formula',
    range,
    formula: movedFormula(formula, rule.ranges[0]!, range),
    ...(fill === undefined ? {} : { fill }),
    ...(color === undefined ? {} : { color }),
    ...(bold === undefined ? {} : { bold }),
  }));
}

/** Reads the conditional formats of a sheet as it streams by. Icon sets are left out: they have no formula. */
export class ConditionReader {
  private readonly rules: RawRule[] = [];
  private ranges: readonly CellRange[] = [];
  private rule: RawRule | null = null;
  private isInFormula = false;

  constructor(private readonly theme: readonly string[]) {}

  take(token: number, scanner: XmlScanner): void {
    if (scanner.depth === 1 && token === Token.open) {
      this.rule = null;
      this.ranges = scanner.is('conditionalFormatting') ? rangesOf(scanner.attribute('sqref') ?? '') : [];
    } else if (this.ranges.length === 0 || scanner.depth < 2) return;
    else if (token === Token.text) {
      if (this.isInFormula) this.rule!.formulas.push((this.rule!.formulas.pop() ?? '') + scanner.textValue());
    } else if (token === Token.close) this.isInFormula = false;
    else if (scanner.depth === 2) this.startRule(scanner);
    else if (this.rule) this.takeInRule(this.rule, scanner);
  }

  /** The conditional formats in the order in which they win. */
  conditions(overlays: readonly ViewStyle[]): ConditionalFormat[] {
    const sorted = [...this.rules].sort((a, b) => a.priority - b.priority);
    return sorted.flatMap((rule) => conditionsOf(rule, overlays));
  }

  private startRule(scanner: XmlScanner): void {
    this.rule = {
      ranges: this.ranges,
      type: scanner.attribute('type') ?? '',
      operator: scanner.attribute('operator') ?? '',
      priority: scanner.number('priority', 0),
      overlay: scanner.number('dxfId', -1),
      rank: scanner.number('rank', 10),
      isBottom: scanner.flag('bottom'),
      isPercent: scanner.flag('percent'),
      isAbove: scanner.flag('aboveAverage', true),
      formulas: [],
      bounds: [],
      colors: [],
    };
    this.rules.push(this.rule);
  }

  private takeInRule(rule: RawRule, scanner: XmlScanner): void {
    this.isInFormula = scanner.is('formula') && !scanner.isEmpty;
    if (this.isInFormula) rule.formulas.push('');
    else if (scanner.is('cfvo'))
      rule.bounds.push({ type: scanner.attribute('type') ?? '', value: scanner.number('val', NaN) });
    else if (scanner.is('color')) rule.colors.push(colorOf(scanner, this.theme) ?? '#000000');
  }
}
