/** Name of everything by which this product knows its own work in a workbook. */
export const MARK_NAME = 'PioneerScorecard';

/**
 * Formula of the hidden sheet-scoped name that marks a result sheet: its mark as text constant.
 * @example markFormula('ranking:五好党委') // '"ranking:五好党委"'
 */
export function markFormula(mark: string): string {
  return `"${mark.replaceAll('"', '""')}"`;
}

/**
 * Mark that such a formula holds, or null when it is no text constant.
 * @example markOf('"ranking:五好党委"') // "ranking:五好党委"
 */
export function markOf(formula: string): string | null {
  const text = formula.trim().replace(/^=/, '');
  return text.length >= 2 && text.startsWith('"') && text.endsWith('"')
    ? text.slice(1, -1).replaceAll('""', '"')
    : null;
}

/** Always true, and found again by its text: the formula of the conditional formats that mark the user's cells. */
export const HIGHLIGHT_FORMULA = `LEN("${MARK_NAME}")>0`;
