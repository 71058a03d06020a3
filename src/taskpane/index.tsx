import './page.css';
import './starting.css';
import { createRoot } from 'react-dom/client';
import { today } from '../app/today';
import { ExcelError, excelPort, ExcelWorkbook, FLOOR } from '../hosts/excel';
import { translate, type Locale } from '../i18n';
import { Notice } from './components/Notice';
import { OfficePane } from './components/OfficePane';
import { ExcelHost } from './excelHost';
import { registerIcons } from './icons';
import { officeTheme } from './officeTheme';
import { preferredLocale } from './text';
import { wishOf } from './wish';

/** Milliseconds after which Office counts as not loaded: `onReady` then never calls. */
const OFFICE_DEADLINE = 10_000;
/** Milliseconds between tries to reach a workbook in which a cell is being edited. */
const RETRY = 1000;

registerIcons();
const root = createRoot(document.getElementById('root')!);
void start();

async function start(): Promise<void> {
  const browser = preferredLocale(navigator.languages);
  const url = document.querySelector<HTMLScriptElement>('script[data-office]')!.src;
  const noOffice = () => say(translate(browser, 'taskpane.noOffice', { url }));
  if (typeof Office === 'undefined') return noOffice();
  const late = setTimeout(noOffice, OFFICE_DEADLINE);
  const { host } = await Office.onReady();
  clearTimeout(late);
  if (host !== Office.HostType.Excel) return say(translate(browser, 'taskpane.notInExcel'));
  const language = preferredLocale([Office.context.displayLanguage]);
  if (!Office.context.requirements.isSetSupported('ExcelApi', FLOOR)) {
    return say(translate(language, 'taskpane.oldExcel'));
  }
  showPane(await openWorkbook(language), language);
}

/** The workbook around the pane; while a cell is being edited Excel answers nothing, so that it is asked again. */
async function openWorkbook(language: Locale): Promise<ExcelWorkbook> {
  for (;;) {
    try {
      return await ExcelWorkbook.open();
    } catch (error) {
      say(error instanceof ExcelError ? error.describe(language) : String(error));
      await new Promise((resolve) => setTimeout(resolve, RETRY));
    }
  }
}

function showPane(workbook: ExcelWorkbook, language: Locale): void {
  const startWorker = () => new Worker(new URL('./worker.ts', import.meta.url), { name: 'pane-worker' });
  const host = new ExcelHost(excelPort(workbook), startWorker, today);
  const readTheme = () => officeTheme(Office.context.officeTheme?.bodyBackgroundColor);
  root.render(<OfficePane host={host} wish={wishOf(location.search)} language={language} readTheme={readTheme} />);
}

function say(text: string): void {
  root.render(<Notice text={text} />);
}
