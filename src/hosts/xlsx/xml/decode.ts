/** Encoding of an XML part by its first bytes (XML 1.0, appendix F): UTF-8, or UTF-16 with or without a mark. */
export function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return 'utf-16le';
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return 'utf-16be';
  return 'utf-8';
}

/** Text of an XML part, without a byte order mark. */
export function decodeXml(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

/** Bytes of an XML part in UTF-8; a declaration of another encoding is corrected. */
export function encodeXml(text: string): Uint8Array {
  const end = text.startsWith('<?xml') ? text.indexOf('?>') : -1;
  if (end < 0) return new TextEncoder().encode(text);
  const declaration = text.slice(0, end).replace(/encoding\s*=\s*(["'])utf-?16[a-z]*\1/i, 'encoding="UTF-8"');
  return new TextEncoder().encode(declaration + text.slice(end));
}
