import { FONTS, LATIN_FONT } from './looks';

/**
 * word/fontTable.xml: the fonts with the names that stand in for them, so that a machine without 方正小标宋 or the
 * GB2312 fonts shows the nearest one it has and not just any.
 */
export function fontTable(): string {
  const chinese = Object.values(FONTS).map(
    ({ name, instead, family }) =>
      `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="86"/>` +
      `<w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
    `<w:font w:name="${LATIN_FONT}"><w:charset w:val="00"/><w:family w:val="roman"/>` +
    `<w:pitch w:val="variable"/></w:font>${chinese.join('')}</w:fonts>`
  );
}
