import type { UnitFiles } from '../app/port';
import type { Place } from '../app/summary';

/** Whether a cell is in a workbook that is shown beside the pane: files that were added to the open one are not. */
export function isShown({ first }: UnitFiles, { workbook }: Place): boolean {
  return first === 0 || workbook < first;
}
