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
    this.sheet.validations = this.sheet.validations.filter(({ range }) => !intersects(range, this.range));
  }

  private own(): Validation {
    this.sheet.assertUnprotected();
    const found = this.sheet.validations.find(({ range }) => a1Range(range) === a1Range(this.range));
    if (!found) throw new Fault('InvalidOperation', 'there is no rule');
    return found;
  }
}

function told(text: Told): Told {
  if ((text.title ?? '').length > MAX_TITLE || (text.message ?? '').length > MAX_TEXT)
    throw invalidArgument('too long');
  return text;
}
