import { cutText } from './cellText';

/** Characters of a sheet name (Excel's limit). */
const MAX_SHEET_NAME = 31;

function legal(wanted: string): string {
  const name = wanted
    .replace(/[[\]:*?/\\]/g, '_')
    .replace(/[\0-\x1f\x7f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
    .trim();
  const bare = cutText(name, MAX_SHEET_NAME)
    .replace(/^'+|'+$/g, '')
    .trim();
  if (bare === '') return 'Sheet';
  // Excel keeps this name, in any case of letters, for tracked changes.
  return bare.toLowerCase() === 'history' ? `${bare}_` : bare;
}

/**
 * A sheet name that Excel accepts and no other sheet has: at most 31 characters, none of []:*?/\, no ' at the ends.
 * Names are compared without case.
 * @param taken names of the other sheets in lower case
 * @example freeSheetName("排名:五好党委", new Set(["排名_五好党委"])) // "排名_五好党委 (2)"
 */
export function freeSheetName(wanted: string, taken: ReadonlySet<string>): string {
  const name = legal(wanted);
  if (!taken.has(name.toLowerCase())) return name;
  for (let number = 2; ; number++) {
    const ending = ` (${number})`;
    const candidate = cutText(name, MAX_SHEET_NAME - ending.length).trimEnd() + ending;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}

/**
 * A sheet name as formulas write it.
 * @example quotedSheet("张三's") // "'张三''s'"
 */
export function quotedSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
