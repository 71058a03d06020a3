import { buildReport, scoreWorkbooks } from '../../../src/app';
import { ExcelWorkbook } from '../../../src/hosts/excel';
import type { ChangeSet, WorkbookSnapshot } from '../../../src/model';
import type { RunFacts } from '../../../src/report';
import type { Book } from '../../excel-host/book';
import { installClient } from '../../excel-host/client';
import { SimulatedExcel } from '../../excel-host/session';

export const TASK = { onProgress: () => undefined, signal: new AbortController().signal };

/** No pause takes time in a test. */
const noPause = (): Promise<void> => Promise.resolve();

/** A pane beside a workbook in a simulated Excel; what opening it took is not counted. */
export async function openIn(
  book: Book,
  version?: string,
): Promise<{ excel: SimulatedExcel; workbook: ExcelWorkbook }> {
  const excel = new SimulatedExcel(book, version);
  installClient(excel);
  const workbook = await ExcelWorkbook.open(noPause);
  excel.syncs.length = 0;
  return { excel, workbook };
}

/** Changes that a run over a workbook asks for; on a day on which nothing more falls due. */
export function changesFor(snapshot: WorkbookSnapshot, run?: RunFacts): ChangeSet {
  const outcome = scoreWorkbooks([snapshot], { locale: 'zh-CN', today: '2030-06-15', ...(run && { run }) });
  return buildReport(outcome, { locale: 'zh-CN', workbook: 0 });
}
