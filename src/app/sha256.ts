/** SHA-256 of a file in hexadecimal; null where the page is not trusted with cryptography (plain http). */
export async function sha256(bytes: Uint8Array): Promise<string | null> {
  // Absent outside of secure pages, whatever its type says.
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  if (!subtle) return null;
  const digest = await subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
