import '../i18n/work';
import { SESSION_ROOMS } from '../app/sessionRooms';
import { SpokenError } from '../app/spokenError';
import type { WorkerReply } from '../app/workerClient';
import { writeDocx } from '../hosts/docx/lazy';
import { FileError, newFiles, readFile } from '../hosts/xlsx';
import { translate } from '../i18n';
import type { Request } from './protocol';
import { Scorer } from './scorer';

/** The worker of the pane in Excel: files are read and the workbook is scored here, so that the pane never waits. */
const scorer = new Scorer({ ...SESSION_ROOMS, writeDocx, newFiles, readFile });

self.onmessage = async ({ data }: MessageEvent<Request>) => {
  const { id, ask } = data;
  const send = (reply: WorkerReply) => self.postMessage(reply);
  try {
    send({ id, answer: await scorer.answer(data, (progress) => send({ id, progress })) });
  } catch (error) {
    if (error instanceof FileError) send({ id, problem: error.describe(ask.locale) });
    else if (error instanceof SpokenError) send({ id, problem: error.message });
    else {
      const reason = error instanceof Error ? error.message : String(error);
      send({ id, problem: translate(ask.locale, 'taskpane.unexpected', { reason }) });
    }
  }
};
