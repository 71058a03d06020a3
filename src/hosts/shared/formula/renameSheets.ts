import { splitWords } from './references';

/**
 * A formula in which sheets have their final names.
 * @param finalNames final name by wanted name in lower case
 * @example renameSheets("SUM('排名'!A1:A3)", new Map([["排名", "排名 (2)"]])) // "SUM('排名 (2)'!A1:A3)"
 */
export function renameSheets(formula: string, finalNames: ReadonlyMap<string, string>): string {
  if (finalNames.size === 0 || !formula.includes('!')) return formula;
  const words = splitWords(formula);
  return words
    .map((word, i) => {
      if (words[i + 1] !== '!' || words[i - 1]?.startsWith('[')) return word;
      const name = word.startsWith("'") ? word.slice(1, -1).replaceAll("''", "'") : word;
      const final = finalNames.get(name.toLowerCase());
      return final === undefined || final === name ? word : `'${final.replaceAll("'", "''")}'`;
    })
    .join('');
}
