import { type ChangeOutline, outlineOf, partOf } from '../app/changeParts';
import type { Progress } from '../app/port';
import { memoryOf } from '../app/memories';
import { runFacts } from '../app/runFacts';
import { createSession, type SessionRooms } from '../app/session';
import type { ChangeSet } from '../model';
import type { Questions, Request } from './protocol';

type Answer = Questions[keyof Questions]['answer'];

/** The worker's side of the pane: scores the workbook that it is sent and answers for the last run. */
export class Scorer {
  private readonly session;
  private changes: ChangeSet | null = null;

  constructor(rooms: SessionRooms) {
    this.session = createSession(rooms);
  }

  /** Answers a question of the page. */
  answer({ question, ask }: Request, onProgress: (progress: Progress) => void): Answer | Promise<Answer> {
    switch (question) {
      case 'score':
        return this.score(ask as Questions['score']['ask'], onProgress);
      case 'changes':
        return this.outline(ask as Questions['changes']['ask']);
      case 'part': {
        const { list, from } = ask as Questions['part']['ask'];
        return partOf(this.changes!, list, from);
      }
      default:
        return this.session.answer(question, ask as Questions[typeof question]['ask']);
    }
  }

  private score(
    { workbook, memories, locale, today }: Questions['score']['ask'],
    onProgress: (progress: Progress) => void,
  ) {
    this.changes = null;
    return this.session.score([workbook], {
      locale,
      today,
      memory: memoryOf([workbook], memories),
      run: runFacts([null]),
      onProgress: (stage, done) => onProgress({ stage, done }),
    });
  }

  private outline({ locale }: Questions['changes']['ask']): ChangeOutline {
    this.changes = this.session.changes(0, locale);
    return outlineOf(this.changes);
  }
}
