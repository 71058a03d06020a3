import './page.css';
import { createRoot } from 'react-dom/client';
import { translate, type Locale } from '../i18n';
import { Notice } from './components/Notice';
import { registerIcons } from './icons';
import { preferredLocale } from './text';

/** Milliseconds after which Office counts as not loaded: `onReady` then never calls. */
const OFFICE_DEADLINE = 10_000;
/** The set of functions without which nothing can be read or written; the manifest asks for it too. */
const FLOOR = '1.9';

registerIcons();
const root = createRoot(document.getElementById('root')!);
void start();

async function start(): Promise<void> {
  const browser = preferredLocale(navigator.languages);
  const url = document.querySelector<HTMLScriptElement>('script[data-office]')!.src;
  if (typeof Office === 'undefined') return say(browser, 'noOffice', { url });
  const late = setTimeout(() => say(browser, 'noOffice', { url }), OFFICE_DEADLINE);
  const { host } = await Office.onReady();
  clearTimeout(late);
  if (host !== Office.HostType.Excel) return say(browser, 'notInExcel');
  const language = preferredLocale([Office.context.displayLanguage]);
  if (!Office.context.requirements.isSetSupported('ExcelApi', FLOOR)) return say(language, 'oldExcel');
  say(language, 'excelLater');
}

function say(locale: Locale, key: string, data = {}): void {
  root.render(<Notice text={translate(locale, `taskpane.${key}`, data)} />);
}
