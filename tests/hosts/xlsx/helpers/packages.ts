import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, deflateRawSync } from 'node:zlib';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Bytes of a file in the tests folder. */
export function fixture(path: string): Uint8Array {
  return new Uint8Array(readFileSync(join(process.cwd(), 'tests', path)));
}

/** A zip package of text parts, made by other code than ours. */
export function pack(parts: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

/** Parts of a package as text, read by other code than ours. */
export function unpack(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]));
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Parts of a small workbook: one sheet with the given XML inside `worksheet`. */
export function bookParts(
  sheet: string,
  more: { strings?: string; styles?: string; workbook?: string } = {},
): Record<string, string> {
  const types = [
    ['xl/workbook.xml', `${TYPE}.sheet.main+xml`],
    ['xl/worksheets/sheet1.xml', `${TYPE}.worksheet+xml`],
    ...(more.strings === undefined ? [] : [['xl/sharedStrings.xml', `${TYPE}.sharedStrings+xml`]]),
    ...(more.styles === undefined ? [] : [['xl/styles.xml', `${TYPE}.styles+xml`]]),
  ];
  const relationship = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`;
  return {
    '[Content_Types].xml':
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/>` +
      `${types.map(([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`).join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships">${relationship('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">${more.workbook ?? ''}<sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      `<Relationships xmlns="${PACKAGE}/relationships">${relationship('rId1', 'worksheet', 'worksheets/sheet1.xml')}` +
      `${more.strings === undefined ? '' : relationship('rId2', 'sharedStrings', 'sharedStrings.xml')}` +
      `${more.styles === undefined ? '' : relationship('rId3', 'styles', 'styles.xml')}</Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">${sheet}</worksheet>`,
    ...(more.strings === undefined ? {} : { 'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${more.strings}</sst>` }),
    ...(more.styles === undefined
      ? {}
      : { 'xl/styles.xml': `<styleSheet xmlns="${MAIN}">${more.styles}</styleSheet>` }),
  };
}

export function book(sheet: string, more: Parameters<typeof bookParts>[1] = {}): Uint8Array {
  return pack(bookParts(sheet, more));
}

/** Offset of the directory entry of a part. */
function directoryEntry(zip: Uint8Array, part: string): number {
  const buffer = Buffer.from(zip.buffer, zip.byteOffset, zip.length);
  const at = buffer.lastIndexOf(part);
  return at - 46;
}

/**
 * A workbook of about 1 MB whose sheet inflates to 1.1 GB of zeros. One compressed block is repeated, so nothing of
 * that size is ever made. `declared` is the size that the directory claims.
 */
export function zipBomb(declared = 1100 * 2 ** 20): Uint8Array {
  const piece = deflateRawSync(new Uint8Array(2 ** 20), { finishFlush: constants.Z_FULL_FLUSH });
  const packed = Buffer.concat([...new Array<Buffer>(1100).fill(piece), Buffer.of(3, 0)]);
  const name = 'xl/worksheets/sheet1.xml';
  const parts = Object.entries(bookParts('')).filter(([part]) => part !== name);
  // The placeholder is stored, then replaced by the block: its entry is the last of the file.
  const zip = Buffer.from(
    zipSync(
      Object.fromEntries([...parts, [name, '']].map(([n, t]) => [n!, [strToU8(t!), { level: n === name ? 0 : 6 }]])),
    ),
  );
  const entry = directoryEntry(zip, name);
  const local = zip.readUInt32LE(entry + 42);
  const data = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const directory = zip.readUInt32LE(zip.length - 6);
  const out = Buffer.concat([zip.subarray(0, data), packed, zip.subarray(directory)]);
  const moved = entry + packed.length;
  out.writeUInt16LE(8, moved + 10);
  out.writeUInt32LE(packed.length, moved + 20);
  out.writeUInt32LE(declared, moved + 24);
  out.writeUInt32LE(directory + packed.length, out.length - 6);
  return new Uint8Array(out);
}
