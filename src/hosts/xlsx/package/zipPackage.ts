import { FileError } from '../fileError';
import { MAX_TOTAL_BYTES } from '../limits';
import { decodeXml, encodingOf } from '../xml/decode';
import { XmlScanner } from '../xml/scanner';
import { assertZip } from './container';
import { assertReasonable, inflatePart, inflateWhole } from './inflatePart';
import { readZipDirectory, type ZipEntry } from './zipDirectory';

/** The parts of a package, read when asked for; part names are compared without case, as the format demands. */
export class ZipPackage {
  readonly entries: readonly ZipEntry[];
  private readonly byName = new Map<string, ZipEntry>();

  /** @throws FileError when the bytes are no zip file or one that must not be opened. */
  constructor(readonly bytes: Uint8Array) {
    assertZip(bytes);
    this.entries = readZipDirectory(bytes);
    for (const entry of this.entries) this.byName.set(entry.name.toLowerCase(), entry);
  }

  entry(part: string): ZipEntry | undefined {
    return this.byName.get(part.toLowerCase());
  }

  has(part: string): boolean {
    return this.entry(part) !== undefined;
  }

  /**
   * Refuses a bomb before anything is inflated: the parts that will be read, one by one and together.
   * @throws FileError "tooLarge"
   */
  assertReadable(parts: readonly string[]): void {
    let total = 0;
    for (const part of parts) {
      const entry = this.entry(part);
      if (!entry) continue;
      assertReasonable(entry);
      total += entry.size;
    }
    if (total > MAX_TOTAL_BYTES) throw new FileError('tooLarge', { part: '', megabytes: Math.round(total / 2 ** 20) });
  }

  /** Text of a part, or null when there is none. */
  text(part: string): string | null {
    const entry = this.entry(part);
    return entry ? decodeXml(inflateWhole(entry)) : null;
  }

  /** Scanner over a whole part, or null when there is none. */
  scan(part: string): XmlScanner | null {
    const text = this.text(part);
    return text === null ? null : new XmlScanner(text);
  }

  /**
   * Feeds a part to a scanner piece by piece and calls `consume` after each, so that a large part is never held whole.
   * `consume` takes tokens until there are none.
   */
  stream(part: string, consume: (scanner: XmlScanner) => void): void {
    const entry = this.entry(part);
    if (!entry) throw new FileError('damaged', { part });
    const scanner = new XmlScanner('', false);
    let decoder: TextDecoder | null = null;
    try {
      inflatePart(entry, (piece) => {
        if (piece.length === 0) return;
        decoder ??= new TextDecoder(encodingOf(piece));
        scanner.feed(decoder.decode(piece, { stream: true }), false);
        consume(scanner);
      });
      scanner.feed((decoder as TextDecoder | null)?.decode() ?? '', true);
      consume(scanner);
    } catch (error) {
      if (error instanceof FileError && !Object.hasOwn(error.data, 'part')) {
        throw new FileError(error.code, { ...error.data, part });
      }
      throw error;
    }
  }

  /** Whether a part holds a word of ASCII letters, without keeping the part. */
  contains(part: string, word: string): boolean {
    const entry = this.entry(part);
    if (!entry) return false;
    let rest = '';
    let found = false;
    const decoder = new TextDecoder('latin1');
    inflatePart(entry, (piece) => {
      if (found) return;
      const text = rest + decoder.decode(piece);
      found = text.includes(word);
      rest = text.slice(-word.length);
    });
    return found;
  }
}
