import { Inflate } from 'fflate';
import { FileError } from '../fileError';
import { INFLATE_STEP, MAX_PART_BYTES, MAX_RATIO, RATIO_FREE_BYTES } from '../limits';
import { crc32 } from './crc32';
import type { ZipEntry } from './zipDirectory';

const STORED = 0;
const DEFLATED = 8;

/**
 * Refuses a part by what the directory declares, before a byte of it is inflated.
 * @throws FileError "tooLarge" for size or ratio.
 */
export function assertReasonable(entry: ZipEntry): void {
  const isBomb = entry.size > RATIO_FREE_BYTES && entry.size > entry.packedSize * MAX_RATIO;
  if (entry.size > MAX_PART_BYTES || isBomb) {
    throw new FileError('tooLarge', { part: entry.name, megabytes: Math.round(entry.size / 2 ** 20) });
  }
}

/**
 * Inflates a part piece by piece; a piece is valid only during the call. Never gives more than the declared size.
 * @throws FileError when the part is too large, its data are damaged, or size or checksum (CRC-32) differ.
 */
export function inflatePart(entry: ZipEntry, onPiece: (piece: Uint8Array) => void): void {
  assertReasonable(entry);
  let size = 0;
  let crc = 0;
  const take = (piece: Uint8Array): void => {
    size += piece.length;
    if (size > entry.size) throw new FileError('damaged', { part: entry.name });
    crc = crc32(piece, crc);
    onPiece(piece);
  };
  if (entry.method === STORED) take(entry.packed);
  else if (entry.method === DEFLATED) inflateSteps(entry, take);
  else throw new FileError('damaged', { part: entry.name });
  if (size !== entry.size || crc !== entry.crc) throw new FileError('damaged', { part: entry.name });
}

function inflateSteps(entry: ZipEntry, take: (piece: Uint8Array) => void): void {
  const stream = new Inflate((piece) => take(piece));
  const { packed } = entry;
  for (let at = 0; at < packed.length || at === 0; at += INFLATE_STEP) {
    try {
      stream.push(packed.subarray(at, at + INFLATE_STEP), at + INFLATE_STEP >= packed.length);
    } catch (error) {
      // The inflater throws errors of its own; those from the consumer pass through.
      if (error instanceof FileError || !isInflateError(error)) throw error;
      throw new FileError('damaged', { part: entry.name });
    }
  }
}

function isInflateError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'number';
}

/** The whole part in one array. */
export function inflateWhole(entry: ZipEntry): Uint8Array {
  assertReasonable(entry);
  const whole = new Uint8Array(entry.size);
  let at = 0;
  inflatePart(entry, (piece) => {
    whole.set(piece, at);
    at += piece.length;
  });
  return whole;
}
