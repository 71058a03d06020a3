import { escapeXml } from './text';
import type { XmlNode } from './outline';

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Replacements in one text, collected and applied in one pass; those at one place keep their order, insertions before replacements. */
export class XmlEdits {
  private readonly edits: Edit[] = [];

  constructor(readonly source: string) {}

  replace(start: number, end: number, text: string): void {
    this.edits.push({ start, end, text });
  }

  insert(at: number, text: string): void {
    this.replace(at, at, text);
  }

  /** Appends children to an element; an empty element is opened. */
  append(node: XmlNode, xml: string): void {
    if (xml === '') return;
    if (!node.isEmpty) return this.insert(node.innerEnd, xml);
    const slash = this.source.lastIndexOf('/', node.openEnd - 1);
    this.replace(slash, node.openEnd, `>${xml}</${node.prefix}${node.name}>`);
  }

  /** Sets or, with null, removes an attribute without prefix in an element's opening tag. */
  attribute(node: XmlNode, name: string, value: string | null): void {
    const tag = this.source.slice(node.start, node.openEnd);
    const found = new RegExp(`\\s${name}\\s*=\\s*("[^"]*"|'[^']*')`).exec(tag);
    const text = value === null ? '' : ` ${name}="${escapeXml(value)}"`;
    if (found) this.replace(node.start + found.index, node.start + found.index + found[0].length, text);
    else if (text !== '') this.insert(node.start + 1 + node.prefix.length + node.name.length, text);
  }

  /**
   * Inserts a new child of a parent where the schema's order of elements wants it.
   * @param order names of the parent's children in the order of the schema; unknown children keep their place
   */
  insertInOrder(parent: XmlNode, name: string, order: readonly string[], xml: string): void {
    const rank = order.indexOf(name);
    const follower = parent.children.find((at) => order.indexOf(at.name) > rank);
    if (follower) this.insert(follower.start, xml);
    else this.append(parent, xml);
  }

  apply(): string {
    if (this.edits.length === 0) return this.source;
    const sorted = this.edits
      .map((edit, i) => ({ ...edit, i }))
      .sort((a, b) => a.start - b.start || Number(a.end > a.start) - Number(b.end > b.start) || a.i - b.i);
    const out: string[] = [];
    let at = 0;
    for (const edit of sorted) {
      out.push(this.source.slice(at, edit.start), edit.text);
      at = edit.end;
    }
    out.push(this.source.slice(at));
    return out.join('');
  }
}

/**
 * Our own XML with the prefix that the part uses for its elements.
 * @example withPrefix('<xf a="1"><b/></xf>', 'x:') // '<x:xf a="1"><x:b/></x:xf>'
 */
export function withPrefix(xml: string, prefix: string): string {
  return prefix === '' ? xml : xml.replace(/<(\/?)(?=[A-Za-z])/g, `<$1${prefix}`);
}
