import { a1Range, type CellRange } from '../../../src/model';
import { intersects, type Sheet, type Validation } from '../book';
import { Fault, invalidArgument } from '../fault';
import { ApiObject } from './apiObject';

const MAX_TITLE = 32;
const MAX_TEXT = 255;

interface Told {
  readonly title?: string;
  readonly message?: string;
}

/** The data validation of a block of cells: one for exactly this block, or none. */
export class DataValidation extends ApiObject {
  constructor(
    private readonly sheet: Sheet,
    private readonly range: CellRange,
  ) {
    super();
  }

  /** None, the kind of the one validation that all cells share, or that they differ. */
  get Type(): string {
    const met = this.sheet.validations.filter(({ range }) => intersects(range, this.range));
    if (met.length === 0) return 'None';
    const kinds = new Set(met.map(({ properties }) => Object.keys(properties.get('Rule') as object)[0]!));
    const isAll = met.length === 1 && covers(met[0]!.range, this.range);
    const [kind] = kinds;
    return kinds.size > 1 || !isAll ? 'Inconsistent' : kind![0]!.toUpperCase() + kind!.slice(1);
  }
  get Rule(): Readonly<Record<string, unknown>> {
    return (this.shared('Rule') as Record<string, unknown> | undefined) ?? {};
  }
  get Prompt(): Told {
    return (this.shared('Prompt') as Told | undefined) ?? { title: '', message: '' };
  }
  set Rule(rule: Readonly<Record<string, unknown>>) {
    this.sheet.assertUnprotected();
    const kinds = Object.keys(rule).filter((key) => rule[key] !== undefined && rule[key] !== null);
    if (kinds.length !== 1) throw invalidArgument('a rule is of one kind');
    const source = (rule.list as { source?: unknown } | undefined)?.source;
    if (typeof source === 'string' && !source.startsWith('=') && source.length > MAX_TEXT) {
      throw invalidArgument('the list is too long');
    }
    if (this.sheet.validations.some(({ range }) => intersects(range, this.range))) {
      throw new Fault('NotSimulated', `a second validation at ${a1Range(this.range)}`);
    }
    this.sheet.validations.push({ range: this.range, properties: new Map([['Rule', rule]]) });
  }
  set IgnoreBlanks(value: boolean) {
    this.own().properties.set('IgnoreBlanks', value);
  }
  set ErrorAlert(alert: Told) {
    this.own().properties.set('ErrorAlert', told(alert));
  }
  set Prompt(prompt: Told) {
    this.own().properties.set('Prompt', told(prompt));
  }
  Clear(): void {
    this.sheet.assertUnprotected();
    if (this.sheet.validations.some(({ range }) => intersects(range, this.range) && !covers(this.range, range))) {
      throw new Fault('NotSimulated', `a part of a validation cleared at ${a1Range(this.range)}`);
    }
    this.sheet.validations = this.sheet.validations.filter(({ range }) => !intersects(range, this.range));
  }

  private shared(name: string): unknown {
    return this.sheet.validations.find(({ range }) => covers(range, this.range))?.properties.get(name);
  }

  private own(): Validation {
    this.sheet.assertUnprotected();
    const found = this.sheet.validations.find(({ range }) => covers(range, this.range) && covers(this.range, range));
    if (!found) throw new Fault('InvalidOperation', 'there is no rule');
    return found;
  }
}

function covers(outer: CellRange, inner: CellRange): boolean {
  return (
    outer.top <= inner.top && outer.left <= inner.left && outer.bottom >= inner.bottom && outer.right >= inner.right
  );
}

function told(text: Told): Told {
  if ((text.title ?? '').length > MAX_TITLE || (text.message ?? '').length > MAX_TEXT)
    throw invalidArgument('too long');
  return text;
}
