import type { Host } from '../app/port';
import { translate } from '../i18n';
import type { Desk } from './desk';
import { download } from './download';

/** The day of the user's clock as "YYYY-MM-DD". */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

/** The task pane's host in the browser: files on the desk, results in a copy that is downloaded. */
export function browserHost(desk: Desk): Host {
  return {
    target: 'copy',
    workbooks: () => desk.getState().names,
    subscribe: desk.subscribe,
    async score(locale, onProgress, signal) {
      const abort = () => desk.cancel(new DOMException('cancelled', 'AbortError'));
      signal.addEventListener('abort', abort, { once: true });
      try {
        const { summary, workbooks, warnings } = await desk.ask('score', { locale, today: today() }, { onProgress });
        desk.showResults(workbooks, warnings);
        return summary;
      } finally {
        signal.removeEventListener('abort', abort);
      }
    },
    explain: (scheme, subject, locale) => desk.ask('explain', { scheme, subject, locale }),
    async select(place) {
      if (!desk.showPlace(place)) throw new Error(translate(desk.locale, 'browser.noSheet', { sheet: place.sheet }));
    },
    preview: (locale) => desk.ask('preview', { locale }),
    write: async () => undefined,
    async save(locale) {
      download(await desk.ask('save', { locale }));
    },
  };
}
