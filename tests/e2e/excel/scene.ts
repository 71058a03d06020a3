import type { WorkbookSnapshot } from '../../../src/model';
import { allCases, openFile, type Case } from '../../cases/caseFiles';
import type { Book } from '../../excel-host/book';
import { bookOf } from '../../excel-host/load';
import { SimulatedExcel } from '../../excel-host/session';
import { ExcelWindow, type WindowOptions } from './excelWindow';
import { PanePage } from './panePage';

/** A workbook in the simulated Excel with the pane beside it. */
export interface Scene {
  readonly excel: SimulatedExcel;
  readonly window: ExcelWindow;
  readonly pane: PanePage;
}

export interface SceneOptions extends Partial<WindowOptions> {
  /** A cell is being edited when the pane opens. */
  readonly isEditing?: boolean;
}

let shown: ExcelWindow | null = null;

/** Opens a workbook with the pane that a button of the ribbon opens; the one before is closed. */
export async function openBook(book: Book, page: string, options: SceneOptions = {}): Promise<Scene> {
  await closeScene();
  const { isEditing = false, language = 'zh-CN', ...rest } = options;
  const excel = new SimulatedExcel(book, options.apiVersion);
  excel.isEditing = isEditing;
  const window = await ExcelWindow.open({ excel, page, language, ...rest });
  shown = window;
  return { excel, window, pane: new PanePage(window.page, language === 'zh-CN' ? 'zh-CN' : 'en-US') };
}

/** Closes what is open, and gives whatever should not have happened in it. */
export async function closeScene(): Promise<readonly string[]> {
  const troubles = shown?.troubles ?? [];
  await shown?.close();
  shown = null;
  return troubles;
}

export function caseOf(name: string): Case {
  return allCases().find((each) => each.name === name)!;
}

/** The only workbook of a case, as its file says. */
export function snapshotOf({ files }: Case): WorkbookSnapshot {
  return openFile(files[0]!).snapshot();
}

/** Opens a case. */
export function openCase(name: string, page: string, options?: SceneOptions): Promise<Scene> {
  return openBook(bookOf(snapshotOf(caseOf(name))), page, options);
}

/** Opens a case by the button 评分 and waits for its results. */
export async function scoreCase(name: string, options?: SceneOptions): Promise<Scene> {
  const scene = await openCase(name, 'taskpane.html?do=score', options);
  await scene.pane.scored();
  return scene;
}

/** Waits for something that the simulated Excel is to become; the test's own deadline ends it. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((done) => setTimeout(done, 20));
}
