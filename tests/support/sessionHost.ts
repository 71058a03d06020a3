import type { Host } from '../../src/app/port';
import type { Answer, Asked, SessionQuestion } from '../../src/app/sessionQuestions';
import { createSession } from '../../src/app/session';
import { SESSION_ROOMS } from '../../src/app/sessionRooms';
import { withKnown } from '../../src/app/memories';
import { correctionEdits, NO_CORRECTIONS, type Corrections, type Memory, type WorkbookSnapshot } from '../../src/model';
import type { Place } from '../../src/app/summary';
import { writeDocx } from '../../src/hosts/docx/lazy';
import { newFiles } from '../../src/hosts/xlsx';
import { outcomeOf } from './outcome';
import { testHost } from './paneHost';

/** A host over a real session: what is said of its workbooks is read and scored as the product does it. */
export interface SessionHost extends Host {
  readonly selected: Place[];
  /** What the host was asked to remember last. */
  memory(): Memory | null;
}

/** @param known what was corrected in other files */
export function sessionHost(workbooks: readonly WorkbookSnapshot[], known: Corrections = NO_CORRECTIONS): SessionHost {
  const session = createSession({ ...SESSION_ROOMS, writeDocx, newFiles });
  const base = testHost(outcomeOf([]));
  const names = workbooks.map(({ name }) => name);
  let memory: Memory | null = null;
  let shelf = known;
  return {
    ...base,
    memory: () => memory,
    remembered: { count: () => correctionEdits(shelf).length, forget: () => void (shelf = NO_CORRECTIONS) },
    workbooks: () => names,
    run: async (_kind, locale) =>
      session.score(workbooks, { locale, today: '2005-01-20', known: shelf, ...(memory && { memory }) }),
    ask: async <Q extends SessionQuestion>(question: Q, ask: Asked<Q>): Promise<Answer<Q>> => {
      const answer = await session.answer(question, ask);
      if (question === 'correct') {
        memory = (answer as Answer<'correct'>).memory;
        shelf = withKnown(shelf, (ask as Asked<'correct'>).edits);
      }
      return JSON.parse(JSON.stringify(answer)) as Answer<Q>;
    },
  };
}
