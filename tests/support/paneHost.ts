import { summarizeData } from '../../src/app/dataSummary';
import type { Opening } from '../../src/app/fileQueue';
import type { Host, LiveState, Report } from '../../src/app/port';
import { previewChanges } from '../../src/app/preview';
import type { Answer, Asked, SessionQuestion } from '../../src/app/sessionQuestions';
import { type Place, summarize } from '../../src/app/summary';
import type { Outcome } from '../../src/app/types';
import type { ChangeSet } from '../../src/model';
import { storyOfTest } from './story';

/** A host for tests: one open workbook, an outcome that a run gives, and a record of what was asked. */
export interface TestHost extends Host {
  readonly selected: Place[];
  readonly calls: string[];
  open(names: readonly string[]): void;
  /** Sets what is known of the open workbook, as edits or writes would. */
  become(state: Partial<LiveState>): void;
}

export const CHANGES: ChangeSet = {
  workbook: '年度考核.xlsx',
  sheets: [],
  removedMarks: [],
  writes: [{ sheet: '考核汇总', row: 4, column: 5, expected: null, value: 92.35 }],
  highlights: [],
};

export const REPORT: Report = { done: '已写入 3 张结果表。', warnings: [], kept: [] };

type TestAnswers = {
  readonly [Q in SessionQuestion]?: (ask: Asked<Q>, outcome: Outcome) => Answer<Q>;
};

/** What the host answers where the test says nothing else. */
const ANSWERED: TestAnswers = {
  data: (_ask, { assessment }) => summarizeData(assessment, true),
  story: ({ scheme, subject }, { assessment }) =>
    storyOfTest({ subject, name: assessment.schemes[scheme]!.subjects[subject]!.name }),
};

export function testHost(outcome: Outcome, part: Partial<Host> = {}, answers: TestAnswers = {}): TestHost {
  let names: readonly string[] = ['年度考核.xlsx'];
  const listeners = new Set<() => void>();
  const selected: Place[] = [];
  const calls: string[] = [];
  let opening: Opening = { opening: 0, problems: [] };
  let live: LiveState = { isStale: false, canUndo: false, limits: [] };
  return {
    target: 'copy',
    remembered: null,
    files: {
      first: part.target === 'workbook' ? 1 : 0,
      opening: () => opening,
      add: async (files) => {
        opening = { opening: 0, problems: [] };
        for (const { name } of files) {
          if (name.startsWith('坏')) opening = { ...opening, problems: [...opening.problems, `“${name}”已损坏。`] };
          else names = [...names, name];
        }
        calls.push('add');
        for (const listener of listeners) listener();
      },
      remove: async (workbook) => {
        names = names.filter((_, i) => i !== workbook);
        for (const listener of listeners) listener();
      },
      dismiss: () => {
        opening = { opening: 0, problems: [] };
        for (const listener of listeners) listener();
      },
    },
    selected,
    calls,
    open(wanted) {
      names = wanted;
      for (const listener of listeners) listener();
    },
    become(state) {
      live = { ...live, ...state };
      for (const listener of listeners) listener();
    },
    workbooks: () => names,
    live: () => live,
    lastRun: () => null,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    run: async (_kind, _locale, onProgress) => {
      onProgress({ stage: 'score', done: 0.5 });
      return summarize(outcome);
    },
    ask: async (question, ask) => {
      calls.push(question);
      const answer = answers[question] ?? ANSWERED[question];
      if (!answer) throw new Error(`the test has no answer for ${question}`);
      return answer(ask, outcome);
    },
    select: async (place) => void selected.push(place),
    preview: async () => previewChanges(CHANGES, 0),
    write: async () => {
      calls.push('write');
      return REPORT;
    },
    amend: async ({ workbook }) => {
      calls.push(`amend ${workbook}`);
      return REPORT;
    },
    clearMarks: async () => {
      calls.push('clear marks');
      return REPORT;
    },
    openNew: async ({ name }) => void calls.push(`open ${name}`),
    undo: async (_locale, all) => {
      calls.push(all ? 'undo all' : 'undo');
      return REPORT;
    },
    save: async () => void calls.push('save'),
    ...part,
  };
}
