/** Longest name of a worksheet. */
const LONGEST = 31;
const ILLEGAL = /[[\]:*?/\\\u0000-\u001f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** Gives out names of worksheets: legal, at most 31 characters long, none twice whatever its case. */
export class SheetNames {
  private readonly taken = new Set<string>();

  /**
   * A name made of a kind and the scheme it is about.
   * @example new SheetNames().name("排名", "五好党委") // "排名-五好党委"
   */
  name(kind: string, about: string | null): string {
    const wanted = about === null ? kind : `${kind}-${about}`;
    const clean =
      wanted
        .replace(ILLEGAL, '')
        .replace(/^'+|'+$/gu, '')
        .trim() || kind;
    for (let copy = 1; ; copy++) {
      const suffix = copy === 1 ? '' : `(${copy})`;
      const name = cut(clean, LONGEST - suffix.length) + suffix;
      if (this.taken.has(name.toLowerCase())) continue;
      this.taken.add(name.toLowerCase());
      return name;
    }
  }
}

/** The first UTF-16 units of a text, without half a character at the end. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length).trimEnd();
}
