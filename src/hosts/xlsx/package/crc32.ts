/** Four tables of the CRC-32 of zip (polynomial 0xEDB88320), so that four bytes are taken at a time. */
function makeTables(): Int32Array[] {
  const tables = [0, 1, 2, 3].map(() => new Int32Array(256));
  const [first, ...others] = tables as [Int32Array, Int32Array, Int32Array, Int32Array];
  for (let n = 0; n < 256; n++) {
    let c = n;
    for (let bit = 0; bit < 8; bit++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
    first[n] = c;
  }
  for (let n = 0; n < 256; n++) {
    let c = first[n]!;
    for (const table of others) table[n] = c = first[c & 255]! ^ (c >>> 8);
  }
  return tables;
}

const [T0, T1, T2, T3] = makeTables() as [Int32Array, Int32Array, Int32Array, Int32Array];

/**
 * CRC-32 of bytes as unsigned number; `seed` is the sum of the bytes before them.
 * @example crc32(new TextEncoder().encode("123456789")) // 0xCBF43926
 */
export function crc32(bytes: Uint8Array, seed = 0): number {
  let c = ~seed;
  let i = 0;
  const whole = bytes.length - 3;
  for (; i < whole; i += 4) {
    c ^= bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24);
    c = T3[c & 255]! ^ T2[(c >>> 8) & 255]! ^ T1[(c >>> 16) & 255]! ^ T0[c >>> 24]!;
  }
  for (; i < bytes.length; i++) c = T0[(c ^ bytes[i]!) & 255]! ^ (c >>> 8);
  return ~c >>> 0;
}
