import { encodeXml } from '../xml/decode';
import { CONTENT_TYPES, withContentType, withoutContentType } from './contentTypes';
import type { ZipPackage } from './zipPackage';
import { packPart, writeZip, type PackedPart } from './zipWriter';

/** Part content as a whole or, when large, in pieces of text. */
export type PartContent = string | Iterable<string>;

interface Change {
  readonly name: string;
  /** null when the part is removed. */
  readonly packed: PackedPart | null;
  readonly text: string | null;
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
    return change ? change.packed !== null : this.pkg.has(part);
  }

  /** Text of a part as it is now, or null when there is none. */
  text(part: string): string | null {
    const change = this.changes.get(part.toLowerCase());
    return change ? change.text : this.pkg.text(part);
  }

  /** Writes a part; text equal to what the package holds is no change. Pieces cannot be read back with `text`. */
  set(part: string, content: PartContent, contentType?: string): void {
    const key = part.toLowerCase();
    const name = this.pkg.entry(part)?.name ?? part;
    if (typeof content === 'string') {
      if (this.pkg.text(part) === content) this.changes.delete(key);
      else this.changes.set(key, { name, packed: packPart(name, [encodeXml(content)]), text: content });
    } else this.changes.set(key, { name, packed: packPart(name, encoded(content)), text: null });
    if (contentType !== undefined) this.set(CONTENT_TYPES, withContentType(this.contentTypes(), part, contentType));
  }

  /** Removes a part and its content type. */
  remove(part: string): void {
    if (!this.has(part)) return;
    this.changes.set(part.toLowerCase(), { name: part, packed: null, text: null });
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
    const parts: PackedPart[] = [];
    const pending = new Map(this.changes);
    let isChanged = false;
    for (const entry of this.pkg.entries) {
      const key = entry.name.toLowerCase();
      const change = pending.get(key);
      pending.delete(key);
      if (change) isChanged = true;
      if (!change) parts.push(entry);
      else if (change.packed) parts.push(change.packed);
    }
    for (const change of pending.values()) {
      if (!change.packed) continue;
      isChanged = true;
      parts.push(change.packed);
    }
    return isChanged ? writeZip(parts) : this.pkg.bytes;
  }

  private contentTypes(): string {
    return this.text(CONTENT_TYPES) ?? '';
  }
}
