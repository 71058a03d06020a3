import type { CellRange } from '../../../src/model';
import { type Condition, intersects, type Sheet } from '../book';
import { Fault, invalidArgument } from '../fault';
import { ApiCollection, ApiObject, bagOf } from './apiObject';
import { RangeAreas } from './range';

/** Conditional formats that touch one or several blocks, in the order in which they win. */
export class ConditionalFormatCollection extends ApiCollection {
  constructor(
    private readonly sheet: Sheet,
    private readonly ranges: readonly CellRange[],
  ) {
    super();
  }
  items(): readonly ConditionalFormat[] {
    const touches = ({ ranges }: Condition) => ranges.some((a) => this.ranges.some((b) => intersects(a, b)));
    return this.sheet.conditions.filter(touches).map((condition) => new ConditionalFormat(this.sheet, condition));
  }
  item(id: string): ConditionalFormat {
    const found = this.items().find(({ Id }) => Id === id);
    if (!found) throw new Fault('ItemNotFound', `no conditional format ${id}`);
    return found;
  }
  /** A new one wins over all others. */
  Add(type: string): ConditionalFormat {
    this.sheet.assertUnprotected();
    if (!['Custom', 'DataBar', 'ColorScale'].includes(type)) throw invalidArgument(type);
    const id = this.sheet.book.nextId();
    const condition: Condition = { id, type, ranges: this.ranges, rule: new Map() };
    this.sheet.conditions.unshift(condition);
    return new ConditionalFormat(this.sheet, condition);
  }
  ClearAll(): void {
    this.sheet.assertUnprotected();
    const gone = new Set(this.items().map(({ Id }) => Id));
    this.sheet.conditions = this.sheet.conditions.filter(({ id }) => !gone.has(id));
  }
}

class ConditionalFormat extends ApiObject {
  constructor(
    private readonly sheet: Sheet,
    private readonly condition: Condition,
  ) {
    super();
  }
  override identity(): Record<string, unknown> {
    return { ...super.identity(), Id: this.Id };
  }
  get Id(): string {
    return this.condition.id;
  }
  get Type(): string {
    return this.condition.type;
  }
  get Priority(): number {
    return this.sheet.conditions.indexOf(this.condition);
  }
  /** Moves it among the others; a negative priority counts from the end. */
  set Priority(wanted: number) {
    this.sheet.assertUnprotected();
    const others = this.sheet.conditions.filter((other) => other !== this.condition);
    const at = wanted < 0 ? others.length + 1 + wanted : wanted;
    others.splice(Math.max(0, Math.min(at, others.length)), 0, this.condition);
    this.sheet.conditions = others;
  }
  get Custom(): Custom {
    return this.as('Custom', new Custom(this.condition));
  }
  get DataBar(): ApiObject {
    return this.as('DataBar', new DataBar(this.condition.rule));
  }
  get ColorScale(): ApiObject {
    return this.as('ColorScale', new ColorScale(this.condition.rule));
  }
  GetRanges(): RangeAreas {
    return new RangeAreas(this.sheet, this.condition.ranges);
  }
  Delete(): void {
    this.sheet.assertUnprotected();
    this.sheet.conditions = this.sheet.conditions.filter((other) => other !== this.condition);
  }

  private as<T>(type: string, object: T): T {
    if (this.condition.type !== type) throw new Fault('InvalidOperation', `it is a ${this.condition.type}`);
    return object;
  }
}

class Custom extends ApiObject {
  constructor(private readonly condition: Condition) {
    super();
  }
  get Rule(): Rule {
    return new Rule(this.condition);
  }
  get Format(): CustomFormat {
    return new CustomFormat(this.condition);
  }
}

class Rule extends ApiObject {
  constructor(private readonly condition: Condition) {
    super();
  }
  get Formula(): string {
    return String(this.condition.rule.get('Formula') ?? '');
  }
  set Formula(formula: string) {
    if (!formula.startsWith('=')) throw invalidArgument('a formula starts with =');
    this.condition.rule.set('Formula', formula);
  }
}

class CustomFormat extends ApiObject {
  constructor(private readonly condition: Condition) {
    super();
  }
  get Fill(): ApiObject {
    return new (bagOf('Color'))(this.condition.rule, 'Fill.');
  }
  get Font(): ApiObject {
    return new (bagOf('Color', 'Bold'))(this.condition.rule, 'Font.');
  }
}

class DataBar extends bagOf('LowerBoundRule', 'UpperBoundRule', 'ShowDataBarOnly') {
  get PositiveFormat(): ApiObject {
    return new (bagOf('FillColor', 'GradientFill'))(this.values, 'PositiveFormat.');
  }
}

const ColorScale = bagOf('Criteria');
