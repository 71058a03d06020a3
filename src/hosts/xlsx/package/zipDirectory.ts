import { FileError } from '../fileError';
import { MAX_ENTRIES } from '../limits';

/** One entry of a zip file; sizes in bytes. */
export interface ZipEntry {
  /** Name of the part without a leading slash, with "/" between folders. */
  readonly name: string;
  readonly nameBytes: Uint8Array;
  readonly flags: number;
  readonly method: number;
  /** Time and date in MS-DOS form. */
  readonly stamp: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Compressed bytes, a window on the file. */
  readonly packed: Uint8Array;
}

const END_SIGNATURE = 0x06054b50;
const END64_LOCATOR = 0x07064b50;
const END64_SIGNATURE = 0x06064b50;
const CENTRAL_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_SIZE = 22;
const ENCRYPTED_FLAG = 1;
const ZIP64_EXTRA = 1;
const FULL_32 = 0xffffffff;

interface Directory {
  readonly count: number;
  readonly offset: number;
}

/** An unsigned 64-bit number; above 2^53 no file can be, so it is damage. */
function uint64(view: DataView, at: number): number {
  const value = view.getUint32(at + 4, true) * 2 ** 32 + view.getUint32(at, true);
  if (!Number.isSafeInteger(value)) throw new FileError('damaged', { part: '' });
  return value;
}

/** Finds the directory through the record at the end of the file, which a comment of up to 64 KB can follow. */
function findDirectory(view: DataView): Directory {
  const lowest = Math.max(0, view.byteLength - END_SIZE - 0xffff);
  for (let at = view.byteLength - END_SIZE; at >= lowest; at--) {
    if (view.getUint32(at, true) !== END_SIGNATURE) continue;
    const plain = { count: view.getUint16(at + 10, true), offset: view.getUint32(at + 16, true) };
    const isZip64 = plain.count === 0xffff || plain.offset === FULL_32;
    if (!isZip64 || at < 20 || view.getUint32(at - 20, true) !== END64_LOCATOR) return plain;
    const end64 = uint64(view, at - 12);
    if (end64 + 56 > view.byteLength || view.getUint32(end64, true) !== END64_SIGNATURE) break;
    return { count: uint64(view, end64 + 32), offset: uint64(view, end64 + 48) };
  }
  throw new FileError('truncated');
}

/** Sizes and offset that did not fit into 32 bits stand in an extra field, in this order. */
function zip64Values(view: DataView, start: number, end: number, fields: number[]): number[] {
  for (let at = start; at + 4 <= end;) {
    const length = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === ZIP64_EXTRA) {
      let next = at + 4;
      return fields.map((field) => {
        if (field !== FULL_32 || next + 8 > at + 4 + length) return field;
        next += 8;
        return uint64(view, next - 8);
      });
    }
    at += 4 + length;
  }
  return fields;
}

/** Name of a part as text; some writers use backslashes or a leading slash. */
function partName(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).replaceAll('\\', '/').replace(/^\/+/, '');
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): { entry: ZipEntry; start: number; next: number } {
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const nameEnd = at + 46 + nameLength;
  const next = nameEnd + extraLength + view.getUint16(at + 32, true);
  const raw = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
  const [size, packedSize, start] = zip64Values(view, nameEnd, nameEnd + extraLength, raw) as [number, number, number];
  const nameBytes = bytes.subarray(at + 46, nameEnd);
  const name = partName(nameBytes);
  if (start + 30 > view.byteLength) throw new FileError('truncated');
  if (view.getUint32(start, true) !== LOCAL_SIGNATURE) throw new FileError('damaged', { part: name });
  const data = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
  if (data + packedSize > view.byteLength) throw new FileError('truncated');
  const entry: ZipEntry = {
    name,
    nameBytes,
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    stamp: view.getUint32(at + 12, true),
    crc: view.getUint32(at + 16, true),
    packedSize,
    size,
    packed: bytes.subarray(data, data + packedSize),
  };
  return { entry, start, next };
}

/** Two entries that share bytes are the mark of a bomb: one small block inflated many times. */
function assertApart(extents: { start: number; end: number }[]): void {
  extents.sort((a, b) => a.start - b.start);
  for (let i = 1; i < extents.length; i++) {
    if (extents[i]!.start < extents[i - 1]!.end) throw new FileError('damaged', { part: '' });
  }
}

/**
 * Reads the directory of a zip file (with zip64) without inflating anything; folders are left out.
 * @throws FileError for a cut-off, damaged or encrypted file, too many entries, and two entries of one name.
 */
export function readZipDirectory(bytes: Uint8Array): ZipEntry[] {
  try {
    return readEntries(bytes);
  } catch (error) {
    // A damaged field can lead to any place; what lies outside the file is damage too.
    throw error instanceof RangeError ? new FileError('damaged', { part: '' }) : error;
  }
}

function readEntries(bytes: Uint8Array): ZipEntry[] {
  if (bytes.length < END_SIZE) throw new FileError('truncated');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, offset } = findDirectory(view);
  if (count > MAX_ENTRIES) throw new FileError('tooManyParts', { limit: MAX_ENTRIES });
  const entries: ZipEntry[] = [];
  const extents: { start: number; end: number }[] = [];
  const seen = new Set<string>();
  let at = offset;
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length) throw new FileError('truncated');
    if (view.getUint32(at, true) !== CENTRAL_SIGNATURE) throw new FileError('damaged', { part: '' });
    const { entry, start, next } = readEntry(bytes, view, at);
    at = next;
    extents.push({ start, end: start + 30 + entry.packedSize });
    if (entry.flags & ENCRYPTED_FLAG) throw new FileError('encrypted');
    if (entry.name.endsWith('/')) continue;
    const key = entry.name.toLowerCase();
    if (seen.has(key)) throw new FileError('duplicateParts', { part: entry.name });
    seen.add(key);
    entries.push(entry);
  }
  assertApart(extents);
  return entries;
}
