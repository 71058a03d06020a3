import './fabricConfig';
import './page.css';
import { createRoot } from 'react-dom/client';
import { translate } from '../i18n';
import { Notice } from './components/Notice';
import { registerIcons } from './icons';
import { preferredLocale } from './text';

/** Milliseconds after which Office counts as not loaded: `onReady` then never calls. */
const OFFICE_DEADLINE = 10_000;

registerIcons();

const root = createRoot(document.getElementById('root')!);
const locale = preferredLocale(navigator.languages);
const say = (key: string, data = {}) => root.render(<Notice text={translate(locale, `taskpane.${key}`, data)} />);

const source = document.querySelector<HTMLScriptElement>('script[data-office]')?.src ?? 'office.js';
if (typeof Office === 'undefined') say('noOffice', { url: source });
else {
  const late = setTimeout(() => say('noOffice', { url: source }), OFFICE_DEADLINE);
  void Office.onReady(({ host }) => {
    clearTimeout(late);
    // The host that reads and writes the open workbook is a room of its own and is chosen here.
    say(host === Office.HostType.Excel ? 'excelLater' : 'notInExcel');
  });
}
