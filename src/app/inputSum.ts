import type { WorkbookSnapshot } from '../model';
import { contentSum, readRecord } from '../report';

/** Sum (16 hexadecimal digits) of what people have entered in a workbook; what this product wrote is left out. */
export function inputSum(workbook: WorkbookSnapshot): string {
  return contentSum(workbook, readRecord(workbook));
}
