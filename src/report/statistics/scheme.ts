import type { TextData } from '../../i18n';
import type { SchemeView } from '../schemeView';
import type { SheetBuilder } from '../sheetBuilder';
import { balancePart } from './balance';
import { gradeTable } from './grades';
import { gap, writeCharts } from './grid';
import type { GroupNumbers, SchemeNumbers } from './groups';
import { levelTable } from './levels';
import { rateTable } from './rates';
import { sourceGapTable } from './sourceGaps';

/** Groups beyond which a table by group says nothing any more. */
const MOST_GROUPS = 60;

/** What the tables of a scheme are made of. */
export interface SchemePart {
  readonly sheet: SheetBuilder;
  readonly view: SchemeView;
  readonly numbers: SchemeNumbers;
  /** Groups that are listed, best-known first as in the ranking; and all of them together. */
  readonly groups: readonly GroupNumbers[];
  readonly lines: readonly GroupNumbers[];
  /** A heading, counted （一）, （二）, … */
  readonly heading: (key: string, data?: TextData) => string;
}

/** Grades, totals, dimensions, differences between groups and between sources of one scheme. */
export function schemePart(sheet: SheetBuilder, view: SchemeView, numbers: SchemeNumbers): void {
  const { texts } = view;
  const numerals = texts('word.numerals').split(',');
  let count = 0;
  const groups = numbers.groups.length <= MOST_GROUPS ? numbers.groups : [];
  const part: SchemePart = {
    sheet,
    view,
    numbers,
    groups,
    lines: [...groups, numbers.all],
    heading: (key, data = {}) => texts(`statistics.${key}`, { number: numerals[count++]!, ...data }),
  };
  const grades = gradeTable(part);
  gap(sheet);
  levelTable(part);
  const rates = rateTable(part);
  writeCharts(sheet, rates ? [grades, rates] : [grades]);
  balancePart(part);
  sourceGapTable(part);
}
