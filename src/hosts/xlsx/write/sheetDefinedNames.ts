import { absoluteRange, columnName } from '../../../model/address';
import type { ResultSheet } from '../../../model/changeSet';
import { MARK_NAME, markFormula } from '../../shared/mark';
import { quotedSheet } from '../../shared/sheetNames';

/** A name that belongs to a result sheet. */
export interface SheetName {
  readonly name: string;
  readonly formula: string;
  readonly isHidden: boolean;
}

/** The names that a result sheet needs: filter, print area and titles, and the mark by which it is found again. */
export function sheetDefinedNames(sheet: ResultSheet, finalName: string): SheetName[] {
  const quoted = quotedSheet(finalName);
  const names: SheetName[] = [];
  const { area, titleRows, titleColumns } = sheet.print;
  if (sheet.autoFilter) {
    names.push({
      name: '_xlnm._FilterDatabase',
      formula: `${quoted}!${absoluteRange(sheet.autoFilter)}`,
      isHidden: true,
    });
  }
  if (area) names.push({ name: '_xlnm.Print_Area', formula: `${quoted}!${absoluteRange(area)}`, isHidden: false });
  const titles = [
    ...(titleColumns ? [`$${columnName(titleColumns.first)}:$${columnName(titleColumns.last)}`] : []),
    ...(titleRows ? [`$${titleRows.first + 1}:$${titleRows.last + 1}`] : []),
  ];
  if (titles.length > 0) {
    const formula = titles.map((range) => `${quoted}!${range}`).join(',');
    names.push({ name: '_xlnm.Print_Titles', formula, isHidden: false });
  }
  if (sheet.mark !== '') names.push({ name: MARK_NAME, formula: markFormula(sheet.mark), isHidden: true });
  return names;
}
