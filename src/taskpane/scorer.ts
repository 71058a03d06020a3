import { type ChangeOutline, outlineOf, partOf } from '../app/changeParts';
import { FileSet } from '../app/fileSet';
import type { Progress } from '../app/port';
import { lastRunOf } from '../app/lastRunOf';
import { memoryOf } from '../app/memories';
import { inputSum } from '../app/inputSum';
import { runFacts } from '../app/runFacts';
import { createSession, type SessionRooms } from '../app/session';
import type { ChangeSet, WorkbookSnapshot } from '../model';
import type { Questions, Request } from './protocol';

type Answer = Questions[keyof Questions]['answer'];

/** What the worker is given besides the rooms: how a file of the user is read. */
export interface ScorerRooms extends SessionRooms {
  readonly readFile: (bytes: Uint8Array, name: string) => Promise<{ readonly snapshot: WorkbookSnapshot }>;
}

/** The worker's side of the pane: scores the workbook that it is sent with the files, and answers for the last run. */
export class Scorer {
  private readonly session;
  private readonly set;
  private changes: ChangeSet | null = null;

  constructor(rooms: ScorerRooms) {
    this.session = createSession(rooms);
    this.set = new FileSet(async (bytes, name) => ({ snapshot: (await rooms.readFile(bytes, name)).snapshot }));
  }

  /** Answers a question of the page. */
  answer({ question, ask }: Request, onProgress: (progress: Progress) => void): Answer | Promise<Answer> {
    switch (question) {
      case 'open':
        return this.open(ask as Questions['open']['ask']);
      case 'close':
        this.set.remove((ask as Questions['close']['ask']).file);
        return null;
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

  private async open({ name, bytes, taken, locale }: Questions['open']['ask']) {
    const { snapshot } = await this.set.add(bytes, name, locale, { taken });
    return { name: snapshot.name };
  }

  private score(
    { workbook, memories, locale, today }: Questions['score']['ask'],
    onProgress: (progress: Progress) => void,
  ): Questions['score']['answer'] {
    this.changes = null;
    const same = this.sameAs(workbook);
    for (const file of [...same].reverse()) this.set.remove(file);
    const { files } = this.set;
    const workbooks = [workbook, ...files.map(({ snapshot }) => snapshot)];
    const summary = this.session.score(workbooks, {
      locale,
      today,
      memory: memoryOf(workbooks, memories),
      run: runFacts([null, ...files.map(({ hash }) => hash)]),
      onProgress: (stage, done) => onProgress({ stage, done }),
    });
    return { summary, same, lastRun: lastRunOf(workbook) };
  }

  /** Files that hold what the open workbook holds: who chooses a whole folder has chosen it too. */
  private sameAs(workbook: WorkbookSnapshot): number[] {
    const { files } = this.set;
    if (files.length === 0) return [];
    const sum = inputSum(workbook);
    return files.flatMap(({ snapshot }, file) => (inputSum(snapshot) === sum ? [file] : []));
  }

  private outline({ locale }: Questions['changes']['ask']): ChangeOutline {
    this.changes = this.session.changes(0, locale);
    return outlineOf(this.changes);
  }
}
