import { encodeXml } from '../xml/decode';
import { CONTENT_TYPES, withContentType, withoutContentType } from './contentTypes';
import type { ZipPackage } from './zipPackage';
import { DEFLATE_LEVEL, packPart, writeZip, type PackedPart } from './zipWriter';

/** Part content as a whole or, when large, in pieces of text. */
export type PartContent = string | Iterable<string>;

/** What becomes of a part: text is compressed at the end, since some parts change several times. */
interface Change {
  readonly name: string;
  readonly content: string | PackedPart | null;
}

/** Characters from which a part counts as large. */
const LARGE_PART = 4 * 2 ** 20;

function packText(name: string, text: string): PackedPart {
  return packPart(name, [encodeXml(text)], text.length > LARGE_PART ? DEFLATE_LEVEL.large : DEFLATE_LEVEL.small);
}

function* encoded(pieces: Iterable<string>): Iterable<Uint8Array> {
  const encoder = new TextEncoder();
  for (const piece of pieces) yield encoder.encode(piece);
}

/** Changes to a package; parts that are not changed keep their compressed bytes. */
export class PackageEdit {
  private readonly changes = new Map<string, Change>();

  constructor(readonly pkg: ZipPackage) {}

  has(part: string): boolean {
    const change = this.changes.get(part.toLowerCase());
    return change ? change.content !== null : this.pkg.has(part);
  }

  /** Text of a part as it is now, or null when there is none. */
  text(part: string): string | null {
    const change = this.changes.get(part.toLowerCase());
    if (!change) return this.pkg.text(part);
    return typeof change.content === 'string' ? change.content : null;
  }

  /** Writes a part; text equal to what the package holds is no change. Pieces cannot be read back with `text`. */
  set(part: string, content: PartContent, contentType?: string): void {
    const key = part.toLowerCase();
    const name = this.pkg.entry(part)?.name ?? part;
    if (typeof content !== 'string') {
      this.changes.set(key, { name, content: packPart(name, encoded(content), DEFLATE_LEVEL.large) });
    } else if (this.pkg.text(part) === content) this.changes.delete(key);
    else this.changes.set(key, { name, content });
    if (contentType !== undefined) this.set(CONTENT_TYPES, withContentType(this.contentTypes(), part, contentType));
  }

  /** Removes a part and its content type. */
  remove(part: string): void {
    if (!this.has(part)) return;
    this.changes.set(part.toLowerCase(), { name: part, content: null });
    this.set(CONTENT_TYPES, withoutContentType(this.contentTypes(), part));
  }

  /** First part name of a numbered family that is free, e.g. "xl/charts/chart3.xml". */
  freeName(before: string, after: string): string {
    let number = 1;
    while (this.has(`${before}${number}${after}`)) number++;
    return `${before}${number}${after}`;
  }

  /** The package with its changes; without any, the very bytes that it was read from. */
  toBytes(): Uint8Array {
    const pending = new Map(this.changes);
    const parts: PackedPart[] = [];
    const add = ({ name, content }: Change): void => {
      if (content !== null) parts.push(typeof content === 'string' ? packText(name, content) : content);
    };
    let isChanged = false;
    for (const entry of this.pkg.entries) {
      const key = entry.name.toLowerCase();
      const change = pending.get(key);
      pending.delete(key);
      if (change) {
        isChanged = true;
        add(change);
      } else parts.push(entry);
    }
    for (const change of pending.values()) {
      if (change.content === null) continue;
      isChanged = true;
      add(change);
    }
    return isChanged ? writeZip(parts) : this.pkg.bytes;
  }

  private contentTypes(): string {
    return this.text(CONTENT_TYPES) ?? '';
  }
}
