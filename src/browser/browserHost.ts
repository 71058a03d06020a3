import type { Host } from '../app/port';
import { today } from '../app/today';
import { translate } from '../i18n';
import type { Desk } from './desk';
import { download } from './download';

/** The task pane's host in the browser: files on the desk, results in a copy that is downloaded. */
export function browserHost(desk: Desk): Host {
  return {
    target: 'copy',
    workbooks: () => desk.getState().names,
    live: () => null,
    subscribe: desk.subscribe,
    async run(kind, locale, onProgress, signal) {
      const abort = () => desk.cancel(new DOMException('cancelled', 'AbortError'));
      signal.addEventListener('abort', abort, { once: true });
      try {
        const { summary, workbooks, warnings } = await desk.ask(
          'score',
          { kind, locale, today: today() },
          { onProgress },
        );
        desk.showRun(kind, workbooks, warnings);
        return summary;
      } finally {
        signal.removeEventListener('abort', abort);
      }
    },
    ask: (question, ask) => desk.ask(question, ask),
    async select(place) {
      if (!desk.showPlace(place)) throw new Error(translate(desk.locale, 'browser.noSheet', { sheet: place.sheet }));
    },
    preview: (locale) => desk.ask('preview', { locale }),
    amend: (changes, locale) => desk.amend(changes, locale),
    write: notHere,
    undo: notHere,
    async save(locale) {
      download(await desk.ask('save', { locale }));
    },
  };
}

/** The browser edition writes into a copy at once, which is saved or thrown away. */
async function notHere(): Promise<never> {
  throw new Error('the results are in a copy');
}
