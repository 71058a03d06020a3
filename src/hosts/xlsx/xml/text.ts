const NAMED = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

function entity(body: string): string | null {
  const named = NAMED.get(body);
  if (named !== undefined) return named;
  if (body[0] !== '#') return null;
  const isHex = body[1] === 'x';
  const digits = body.slice(isHex ? 2 : 1);
  if (!(isHex ? /^[0-9a-fA-F]{1,8}$/ : /^\d{1,10}$/).test(digits)) return null;
  const code = parseInt(digits, isHex ? 16 : 10);
  return code <= 0x10ffff ? String.fromCodePoint(code) : null;
}

/**
 * Text of XML with its entities resolved: the five named ones and character references; others stay as they are,
 * since a part that declares entities is refused.
 * @example unescapeXml("A&amp;B&#10;") // "A&B\n"
 */
export function unescapeXml(raw: string): string {
  let at = raw.indexOf('&');
  if (at < 0) return raw;
  let out = '';
  let done = 0;
  while (at >= 0) {
    const end = raw.indexOf(';', at);
    // The longest entity is "&#1114111;"; a lone "&" must not make the search quadratic.
    if (end < 0) break;
    const value = end - at <= 12 ? entity(raw.slice(at + 1, end)) : null;
    if (value !== null) {
      out += raw.slice(done, at) + value;
      done = end + 1;
    }
    at = raw.indexOf('&', value === null ? at + 1 : end + 1);
  }
  return out + raw.slice(done);
}

/**
 * Text with the escapes of spreadsheet strings resolved (ECMA-376, part 1, 22.9.2.19).
 * @example unescapeCell("a_x000D_b_x005F_x0041_") // "a\rb_x0041_"
 */
export function unescapeCell(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** XML text or attribute value; characters that XML cannot hold are left out. */
export function escapeXml(text: string): string {
  return text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '').replace(/[&<>"\t\n\r]/g, (c) => {
    switch (c) {
      case '&':
        return '&amp;';
      case '<':
        return '&lt;';
      case '>':
        return '&gt;';
      case '"':
        return '&quot;';
      default:
        return `&#${c.charCodeAt(0)};`;
    }
  });
}

const NEEDS_ESCAPE = /[&<>\0-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_x[0-9A-Fa-f]{4}_/;

function hexEscape(code: number): string {
  return `_x${code.toString(16).toUpperCase().padStart(4, '0')}_`;
}

/**
 * Cell text as XML: control characters, halves of surrogate pairs and text that looks like an escape become `_xHHHH_`,
 * so that reading gives the same text back.
 * @example escapeCell("a<b\u0007") // "a&lt;b_x0007_"
 */
export function escapeCell(text: string): string {
  if (!NEEDS_ESCAPE.test(text)) return text;
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[\ud800-\udbff][\udc00-\udfff]|[\0-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]/g, (c) =>
      c.length === 2 ? c : hexEscape(c.charCodeAt(0)),
    )
    .replace(/[&<>]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : '&gt;'));
}

/**
 * A copy that does not keep the large text alive from which it was cut.
 * Engines store a slice as a window on its source: one kept cell would hold a whole chunk of the sheet.
 */
export function detached(text: string): string {
  if (text.length < 13 || text.length > 4096) return text;
  const codes = new Array<number>(text.length);
  for (let i = 0; i < text.length; i++) codes[i] = text.charCodeAt(i);
  return String.fromCharCode(...codes);
}
