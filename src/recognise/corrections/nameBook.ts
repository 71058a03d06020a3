import type { NameCorrection } from '../../model';
import { normaliseText } from '../../values';
import type { CorrectionBook } from './book';

/** Whom people have said that written names mean. */
export class NameBook {
  private readonly said = new Map<string, NameCorrection[]>();

  constructor(private readonly book: CorrectionBook) {
    for (const name of book.corrections.names) {
      const key = normaliseText(name.written);
      const list = this.said.get(key);
      if (list) list.push(name);
      else this.said.set(key, [name]);
    }
  }

  get isEmpty(): boolean {
    return this.said.size === 0;
  }

  /** What was said of a name, the latest first; of a member's, only what was said of that branch or of any. */
  of(written: string, branch = ''): readonly NameCorrection[] {
    if (this.said.size === 0) return NOTHING;
    const list = this.said.get(normaliseText(written));
    if (!list) return NOTHING;
    const key = normaliseText(branch);
    return list.filter((name) => name.branch === null || normaliseText(name.branch) === key).reverse();
  }

  /** True when a person has said that a name is nobody who is assessed. */
  isNobody(written: string, branch = ''): boolean {
    const [first] = this.of(written, branch);
    if (first?.target !== null) return false;
    this.note(first, true);
    return true;
  }

  /** Notes that a name was found where it is meant; or that whom it means is no longer there. */
  note(name: NameCorrection, isThere: boolean): void {
    this.book.note(name, isThere ? null : 'noTarget');
  }
}

const NOTHING: readonly NameCorrection[] = [];
