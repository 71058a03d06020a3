/** Bytes that become letters at once: more would overflow the stack of a call. */
const PIECE = 0x8000;

/**
 * Bytes as base64, in which Excel takes files.
 * @example base64Of(Uint8Array.of(80, 75)) // "UEs="
 */
export function base64Of(bytes: Uint8Array): string {
  let letters = '';
  for (let at = 0; at < bytes.length; at += PIECE) letters += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(letters);
}
