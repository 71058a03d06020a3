import { FileError } from '../fileError';
import { MAX_ATTRIBUTES, MAX_TOKEN_CHARS, MAX_XML_DEPTH } from '../limits';
import { unescapeXml } from './text';

/** What `XmlScanner.next` found; `none` is the end of what has been fed. */
export const Token = { none: 0, open: 1, close: 2, text: 3 } as const;

const TAB = 9;
const SPACE = 32;
const BANG = 33;
const QUOTE = 34;
const APOSTROPHE = 39;
const SLASH = 47;
const COLON = 58;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;
const QUESTION = 63;

function isSpace(code: number): boolean {
  return code === SPACE || (code >= TAB && code <= 13);
}

/**
 * A linear pull scanner over XML: every character is looked at once, nothing recurses, names are compared without
 * their prefix. It can be fed a part in pieces; an unfinished token waits for the next piece.
 *
 * After `next()` the members below describe the token. An empty element (`<a/>`) is one `open` with `isEmpty`.
 */
export class XmlScanner {
  /** Extent of the token in `source`. */
  start = 0;
  end = 0;
  /** Extent of the element's name, with prefix, and where the local part begins. */
  nameStart = 0;
  localStart = 0;
  nameEnd = 0;
  isEmpty = false;
  isCData = false;
  /** Elements around the token; an element's own `open` and `close` have the same depth. */
  depth = 0;
  attributeCount = 0;
  /** Four positions for each attribute: local name start, name end, value start, value end. */
  readonly attributes = new Int32Array(MAX_ATTRIBUTES * 4);
  private nextDepth = 0;
  private isLast: boolean;

  constructor(
    public source = '',
    isComplete = true,
  ) {
    this.isLast = isComplete;
  }

  /** Appends the next piece of the part; positions of earlier tokens become invalid. */
  feed(piece: string, isLast: boolean): void {
    const rest = this.end < this.source.length ? this.source.slice(this.end) : '';
    if (rest.length > MAX_TOKEN_CHARS) throw new FileError('tooComplex');
    this.source = rest + piece;
    this.end = 0;
    this.isLast = isLast;
  }

  /** Moves to the next token; `Token.none` means that more has to be fed, or the end. */
  next(): number {
    const { source } = this;
    for (;;) {
      const at = this.end;
      if (at >= source.length) return this.finish();
      if (source.charCodeAt(at) !== LESS) return this.readText(at);
      const code = source.charCodeAt(at + 1);
      if (code === BANG || code === QUESTION) {
        const kind = this.skipSpecial(at, code);
        if (kind !== -1) return kind;
      } else if (code === SLASH) return this.readClose(at);
      else return this.readOpen(at);
    }
  }

  private finish(): number {
    if (this.isLast && this.nextDepth !== 0) throw new FileError('badXml');
    return Token.none;
  }

  /** The token reaches past what was fed: wait, or fail when nothing more comes. */
  private unfinished(): number {
    if (this.isLast) throw new FileError('badXml');
    return Token.none;
  }

  private readText(at: number): number {
    let end = this.source.indexOf('<', at);
    if (end < 0) {
      if (!this.isLast) return Token.none;
      end = this.source.length;
    }
    this.start = at;
    this.end = end;
    this.isCData = false;
    this.depth = this.nextDepth;
    return Token.text;
  }

  /** Comments and instructions are passed over (-1), CDATA is text, a document type is refused. */
  private skipSpecial(at: number, code: number): number {
    const { source } = this;
    if (code === QUESTION) return this.skipTo('?>', at);
    if (source.length < at + 9 && !this.isLast) return Token.none;
    if (source.startsWith('<!--', at)) return this.skipTo('-->', at + 2);
    if (!source.startsWith('<![CDATA[', at)) throw new FileError('documentType');
    const end = source.indexOf(']]>', at + 9);
    if (end < 0) return this.unfinished();
    this.start = at + 9;
    this.end = end + 3;
    this.isCData = true;
    this.depth = this.nextDepth;
    return Token.text;
  }

  private skipTo(mark: string, at: number): number {
    const end = this.source.indexOf(mark, at + 2);
    if (end < 0) return this.unfinished();
    this.end = end + mark.length;
    return -1;
  }

  private readClose(at: number): number {
    const end = this.source.indexOf('>', at + 2);
    if (end < 0) return this.unfinished();
    this.readName(at + 2, end);
    this.start = at;
    this.end = end + 1;
    this.isEmpty = false;
    this.depth = --this.nextDepth;
    if (this.nextDepth < 0) throw new FileError('badXml');
    return Token.close;
  }

  /** Sets the extent of a name that starts at a position; returns where it ends. */
  private readName(at: number, limit: number): number {
    const { source } = this;
    this.nameStart = this.localStart = at;
    let i = at;
    for (; i < limit; i++) {
      const code = source.charCodeAt(i);
      if (code === COLON) this.localStart = i + 1;
      else if (code <= SPACE || code === SLASH || code === GREATER || code === EQUALS) break;
    }
    this.nameEnd = i;
    return i;
  }

  private readOpen(at: number): number {
    const { source } = this;
    const { length } = source;
    let i = this.readName(at + 1, length);
    let count = 0;
    for (;;) {
      while (i < length && isSpace(source.charCodeAt(i))) i++;
      if (i >= length) return this.unfinished();
      const code = source.charCodeAt(i);
      if (code === GREATER) {
        this.isEmpty = false;
        break;
      }
      if (code === SLASH) {
        if (i + 1 >= length) return this.unfinished();
        if (source.charCodeAt(i + 1) !== GREATER) throw new FileError('badXml');
        this.isEmpty = true;
        i++;
        break;
      }
      i = this.readAttribute(i, count);
      if (i < 0) return this.unfinished();
      if (++count === MAX_ATTRIBUTES) throw new FileError('tooComplex');
    }
    if (this.nameEnd === this.localStart) throw new FileError('badXml');
    this.attributeCount = count;
    this.start = at;
    this.end = i + 1;
    this.depth = this.nextDepth;
    if (!this.isEmpty && ++this.nextDepth > MAX_XML_DEPTH) throw new FileError('tooComplex');
    return Token.open;
  }

  /** Notes the attribute that starts at a position; returns where it ends, or -1 when it is unfinished. */
  private readAttribute(at: number, index: number): number {
    const { source, attributes } = this;
    const { length } = source;
    let i = at;
    let local = at;
    let code = 0;
    for (; i < length; i++) {
      code = source.charCodeAt(i);
      if (code === COLON) local = i + 1;
      else if (code === EQUALS || code <= SPACE) break;
      else if (code === GREATER || code === LESS) throw new FileError('badXml');
    }
    const nameEnd = i;
    while (i < length && isSpace(source.charCodeAt(i))) i++;
    if (i >= length) return -1;
    if (source.charCodeAt(i) !== EQUALS) throw new FileError('badXml');
    i++;
    while (i < length && isSpace(source.charCodeAt(i))) i++;
    if (i >= length) return -1;
    const quote = source.charCodeAt(i);
    if (quote !== QUOTE && quote !== APOSTROPHE) throw new FileError('badXml');
    const end = source.indexOf(quote === QUOTE ? '"' : "'", i + 1);
    if (end < 0) return -1;
    const slot = index * 4;
    attributes[slot] = local;
    attributes[slot + 1] = nameEnd;
    attributes[slot + 2] = i + 1;
    attributes[slot + 3] = end;
    return end + 1;
  }

  /** Whether the element's name without prefix is this. */
  is(name: string): boolean {
    return this.nameEnd - this.localStart === name.length && this.source.startsWith(name, this.localStart);
  }

  /** Name of the element without prefix. */
  get name(): string {
    return this.source.slice(this.localStart, this.nameEnd);
  }

  /** Prefix of the element with its colon, or "". */
  get prefix(): string {
    return this.source.slice(this.nameStart, this.localStart);
  }

  /** Slot of an attribute by its name without prefix, or -1. */
  slot(name: string): number {
    const { source, attributes } = this;
    for (let slot = 0; slot < this.attributeCount * 4; slot += 4) {
      if (attributes[slot + 1]! - attributes[slot]! === name.length && source.startsWith(name, attributes[slot]!))
        return slot;
    }
    return -1;
  }

  /** Value of an attribute by its name without prefix, or null. */
  attribute(name: string): string | null {
    const slot = this.slot(name);
    if (slot < 0) return null;
    return unescapeXml(this.source.slice(this.attributes[slot + 2], this.attributes[slot + 3]));
  }

  /** Value of a number attribute, or the fallback when it is missing or no number. */
  number(name: string, fallback: number): number {
    const text = this.attribute(name);
    const value = text === null || text.trim() === '' ? NaN : Number(text);
    return Number.isFinite(value) ? value : fallback;
  }

  /** Value of a boolean attribute (1, true, on), or the fallback when it is missing. */
  flag(name: string, fallback = false): boolean {
    const text = this.attribute(name);
    return text === null ? fallback : text === '1' || text === 'true' || text === 'on';
  }

  /** Text of a text token with entities resolved. */
  textValue(): string {
    if (this.isCData) return this.source.slice(this.start, this.end - 3);
    return unescapeXml(this.source.slice(this.start, this.end));
  }
}
