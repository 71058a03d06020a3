import type { Opening } from '../app/fileQueue';
import type { Host } from '../app/port';
import type { Answer, Asked } from '../app/sessionQuestions';
import { today } from '../app/today';
import { translate } from '../i18n';
import { correctionEdits, type Memory } from '../model';
import type { Desk } from './desk';
import { shelf } from './shelf';
import { download } from '../taskpane/download';

/** The task pane's host in the browser: files on the desk, results in a copy that is downloaded. */
export function browserHost(desk: Desk): Host {
  /** What was corrected in this sitting, of the files that were open then. */
  let sitting: { readonly files: string; readonly memory: Memory } | null = null;
  const files = () => desk.getState().names.join('\n');
  /** What goes wrong is told above the desk, whatever it is about. */
  let opening: Opening = { opening: 0, problems: [] };
  return {
    target: 'copy',
    remembered: { count: () => correctionEdits(shelf.read()).length, forget: shelf.clear },
    files: {
      first: 0,
      opening: () => {
        const { opening: left } = desk.getState();
        if (left !== opening.opening) opening = { opening: left, problems: [] };
        return opening;
      },
      add: (added) => desk.open(added),
      remove: (workbook) => desk.close(workbook),
      dismiss: (problem) => desk.dismiss(problem),
    },
    workbooks: () => desk.getState().names,
    live: () => null,
    // Several files have their results in a file of its own.
    lastRun: () => (desk.getState().names.length === 1 ? (desk.getState().workbooks[0]?.lastRun ?? null) : null),
    subscribe: desk.subscribe,
    async run(kind, locale, onProgress, signal) {
      const abort = () => desk.cancel(new DOMException('cancelled', 'AbortError'));
      signal.addEventListener('abort', abort, { once: true });
      try {
        const memory = sitting?.files === files() ? sitting.memory : null;
        const ask = { kind, locale, today: today(), memory, known: shelf.read() };
        const { summary, workbooks, warnings } = await desk.ask('score', ask, { onProgress });
        desk.showRun(kind, workbooks, warnings);
        return summary;
      } finally {
        signal.removeEventListener('abort', abort);
      }
    },
    async ask(question, ask) {
      const answer = await desk.ask(question, ask);
      if (question === 'correct') {
        sitting = { files: files(), memory: (answer as Answer<'correct'>).memory };
        shelf.add((ask as Asked<'correct'>).edits);
      }
      return answer;
    },
    async select(place) {
      if (!desk.showPlace(place)) throw new Error(translate(desk.locale, 'browser.noSheet', { sheet: place.sheet }));
    },
    preview: (locale) => desk.ask('preview', { locale }),
    amend: (changes, locale) => desk.amend(changes, locale),
    clearMarks: (locale) => desk.clearMarks(locale),
    openNew: ({ name, bytes }) => desk.openInstead(new File([bytes], name)),
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
