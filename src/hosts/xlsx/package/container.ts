import { FileError } from '../fileError';

/** What the first bytes of a file say that it is. */
export type Container = 'zip' | 'encrypted' | 'xls' | 'csv' | 'unknown' | 'empty';

const OLE_MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte);
}

/** Whether an OLE compound file has a stream of this name: names stand in its directory as UTF-16. */
function holdsStream(bytes: Uint8Array, name: string): boolean {
  const first = name.charCodeAt(0);
  // A directory entry starts at a multiple of 128 bytes.
  for (let at = 0; at + name.length * 2 <= bytes.length; at += 128) {
    if (bytes[at] !== first) continue;
    let i = 0;
    while (i < name.length && bytes[at + 2 * i] === name.charCodeAt(i) && bytes[at + 2 * i + 1] === 0) i++;
    if (i === name.length) return true;
  }
  return false;
}

/** Text begins with the mark of UTF-16 or has no control characters but tab and line ends; a sample is enough to tell. */
function looksLikeText(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true;
  const sample = bytes.subarray(0, 4096);
  return sample.every((byte) => byte >= 32 || byte === 9 || byte === 10 || byte === 13);
}

/** Tells a zip package, an encrypted workbook, an old .xls, text and anything else apart by content, never by name. */
export function containerOf(bytes: Uint8Array): Container {
  if (bytes.length === 0) return 'empty';
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return 'zip';
  if (startsWith(bytes, OLE_MAGIC)) return holdsStream(bytes, 'EncryptedPackage') ? 'encrypted' : 'xls';
  // A BIFF file without container (Excel 2 to 4).
  if (bytes[0] === 0x09 && (bytes[1] === 0x04 || bytes[1] === 0x02 || bytes[1] === 0x00 || bytes[1] === 0x08))
    return 'xls';
  return looksLikeText(bytes) ? 'csv' : 'unknown';
}

/**
 * Refuses everything that is not a zip package.
 * @throws FileError that says what the file is instead.
 */
export function assertZip(bytes: Uint8Array): void {
  switch (containerOf(bytes)) {
    case 'zip':
      return;
    case 'empty':
      throw new FileError('empty');
    case 'encrypted':
      throw new FileError('encrypted');
    case 'xls':
      throw new FileError('oldFormat');
    case 'csv':
      throw new FileError('text');
    default:
      throw new FileError('notPackage');
  }
}
