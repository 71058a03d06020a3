import '../i18n/work';
import { writeDocx } from '../hosts/docx/lazy';
import { translate } from '../i18n';
import { FileError, newFiles } from '../hosts/xlsx';
import { Engine } from './engine';
import type { Reply, Request } from './protocol';
import { SESSION_ROOMS } from '../app/sessionRooms';
import { SpokenError } from '../app/spokenError';

/** The worker of the browser edition: foreign files are opened and scored here, so that the page never waits. */
const engine = new Engine({ ...SESSION_ROOMS, writeDocx, newFiles });

self.onmessage = async ({ data }: MessageEvent<Request>) => {
  const { id, ask } = data;
  const send = (reply: Reply, transfer: Transferable[] = []) => self.postMessage(reply, { transfer });
  try {
    const answer = await engine.answer(data, (progress) => send({ id, progress }));
    send({ id, answer });
  } catch (error) {
    const locale = 'locale' in ask ? ask.locale : 'zh-CN';
    if (error instanceof FileError) send({ id, problem: error.describe(locale) });
    else if (error instanceof SpokenError) send({ id, problem: error.message });
    else {
      const reason = error instanceof Error ? error.message : String(error);
      send({ id, problem: translate(locale, 'browser.unexpected', { reason }) });
    }
  }
};
