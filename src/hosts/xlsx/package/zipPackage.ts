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
  /** Whether a part holds a word, as far as it was found while the part streamed by. */
  private readonly holds = new Map<string, boolean>();

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
   * `consume` takes tokens until there are none. `word` is looked for on the way, for `contains`.
   */
  stream(part: string, consume: (scanner: XmlScanner) => void, word?: string): void {
    const entry = this.entry(part);
    if (!entry) throw new FileError('damaged', { part });
    const scanner = new XmlScanner('', false);
    let decoder: TextDecoder | null = null;
    const search = word === undefined ? null : new WordSearch(word);
    try {
      inflatePart(entry, (piece) => {
        if (piece.length === 0) return;
        decoder ??= new TextDecoder(encodingOf(piece));
        const text = decoder.decode(piece, { stream: true });
        search?.take(text);
        scanner.feed(text, false);
        consume(scanner);
      });
      if (search) this.holds.set(holdsKey(part, search.word), search.isFound);
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
    const known = this.holds.get(holdsKey(part, word));
    if (known !== undefined) return known;
    const entry = this.entry(part);
    if (!entry) return false;
    const search = new WordSearch(word);
    const decoder = new TextDecoder('latin1');
    inflatePart(entry, (piece) => search.take(decoder.decode(piece)));
    return search.isFound;
  }
}

function holdsKey(part: string, word: string): string {
  return `${word} ${part.toLowerCase()}`;
}

/** Looks for a word in a text that comes in pieces. */
class WordSearch {
  isFound = false;
  private rest = '';

  constructor(readonly word: string) {}

  take(piece: string): void {
    if (this.isFound) return;
    const seam = this.rest + piece.slice(0, this.word.length);
    this.isFound = seam.includes(this.word) || piece.includes(this.word);
    this.rest = (piece.length < this.word.length ? seam : piece).slice(-this.word.length);
  }
}
