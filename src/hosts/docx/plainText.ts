/**
 * A text without what XML cannot hold: control characters and halves of surrogate pairs, which foreign cells may have.
 * @example plainText("甲\u0000党委") // "甲党委"
 */
export function plainText(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '');
}
