import '../i18n/work';
import { SESSION_ROOMS } from '../app/sessionRooms';
import type { WorkerReply } from '../app/workerClient';
import { writeDocx } from '../hosts/docx/lazy';
import { newFiles } from '../hosts/xlsx/newFiles';
import { translate } from '../i18n';
import type { Request } from './protocol';
import { Scorer } from './scorer';

/** The worker of the pane in Excel: the workbook is scored here, so that the pane never waits. */
const scorer = new Scorer({ ...SESSION_ROOMS, writeDocx, newFiles });

self.onmessage = async ({ data }: MessageEvent<Request>) => {
  const { id, ask } = data;
  const send = (reply: WorkerReply) => self.postMessage(reply);
  try {
    send({ id, answer: await scorer.answer(data, (progress) => send({ id, progress })) });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    send({ id, problem: translate(ask.locale, 'taskpane.unexpected', { reason }) });
  }
};
