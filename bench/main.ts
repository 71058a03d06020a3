import '../src/i18n/work';
// npm run bench [-- --quick]: how long the product takes, as ratios to what a person would write by hand.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildReport, explainSubject, scoreWorkbooks, type Outcome } from '../src/app';
import { textTable } from '../src/cli/table';
import { applyChangeSet, createWorkbook, openWorkbook } from '../src/hosts/xlsx';
import { recognise } from '../src/recognise';
import { scoreAssessment } from '../src/score';
import { disagreements } from './agree';
import { asSheets } from './asSheets';
import { pointTables, scoreByHand } from './handLoop';
import { interleaved, median, medianRatio, timed } from './measure';
import { fresh, makeMembers, type Members } from './members';
import { tryingOut } from './whatIf';

/** One line of the result; a line without aim is for information. */
interface Line {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly aim?: number;
}

const quick = process.argv.includes('--quick');
const MEMBERS = quick ? 5000 : 100_000;
const FILE_MEMBERS = quick ? 2000 : 20_000;
const ROUNDS = quick ? 3 : 7;
const FILE_ROUNDS = quick ? 1 : 5;
const TRIED = quick ? 2000 : 10_000;
const TODAY = '2004-07-20';

/** Recognising and scoring against a loop by hand over the same raw values. */
function scoring(members: Members): Line[] {
  const tables = pointTables(members);
  const run = () => {
    const assessment = recognise([fresh(members.workbook)], { today: TODAY });
    return { assessment, result: scoreAssessment(assessment) };
  };
  const wrong = disagreements(run(), scoreByHand(members, tables));
  if (wrong.length > 0) throw new Error(`the product and the loop by hand differ: ${wrong.slice(0, 3).join('; ')}`);
  const { assessment } = run();
  const times = interleaved(ROUNDS, {
    hand: () => scoreByHand(members, tables),
    recognise: () => recognise([fresh(members.workbook)], { today: TODAY }),
    score: () => scoreAssessment(assessment),
    whole: run,
  });
  return [
    { what: 'score: recognise + score / loop by hand', value: medianRatio(times.whole, times.hand), unit: '×', aim: 6 },
    { what: 'score: recognise / loop by hand', value: medianRatio(times.recognise, times.hand), unit: '×' },
    { what: 'score: score / loop by hand', value: medianRatio(times.score, times.hand), unit: '×' },
    { what: 'score: recognise + score', value: median(times.whole), unit: 'ms', aim: 500 },
    { what: 'score: loop by hand', value: median(times.hand), unit: 'ms' },
  ];
}

/**
 * A file in, a file with all result sheets out, against a program that opens the same file, reads every cell and saves
 * every cell again through the same package core.
 */
function files(bytes: Uint8Array): Line[] {
  const sizes = { scored: 0, saved: 0 };
  const stages = { read: 0, score: 0, report: 0, write: 0 };
  const times = interleaved(FILE_ROUNDS, {
    saved: () => {
      const sheets = asSheets(openWorkbook(bytes, 'bench.xlsx').snapshot());
      const out = createWorkbook({ workbook: null, sheets, removedMarks: [], writes: [], highlights: [] });
      sizes.saved = out.length;
    },
    scored: () => {
      const opened = openWorkbook(bytes, 'bench.xlsx');
      let outcome: Outcome;
      let changes: ReturnType<typeof buildReport>;
      let snapshot: ReturnType<typeof opened.snapshot>;
      stages.read = timed(() => (snapshot = opened.snapshot()));
      stages.score = timed(() => (outcome = scoreWorkbooks([snapshot], { locale: 'zh-CN', today: TODAY })));
      stages.report = timed(() => (changes = buildReport(outcome, { locale: 'zh-CN', workbook: 0 })));
      stages.write = timed(() => (sizes.scored = applyChangeSet(opened, changes).bytes.length));
    },
  });
  const megabytes = (size: number) => size / 2 ** 20;
  return [
    {
      what: 'file: scored file / file read and saved',
      value: medianRatio(times.scored, times.saved),
      unit: '×',
      aim: 1.5,
    },
    { what: 'file: scored file', value: median(times.scored), unit: 'ms' },
    ...Object.entries(stages).map(([stage, value]) => ({ what: `file: of it ${stage}`, value, unit: 'ms' })),
    { what: 'file: read and saved', value: median(times.saved), unit: 'ms' },
    { what: 'file: size before', value: megabytes(bytes.length), unit: 'MB' },
    { what: 'file: size scored', value: megabytes(sizes.scored), unit: 'MB' },
    { what: 'file: size saved', value: megabytes(sizes.saved), unit: 'MB' },
  ];
}

/** Peak of a process that reads a file, for each million of its cells. */
function memory(bytes: Uint8Array): Line[] {
  const folder = mkdtempSync(join(tmpdir(), 'pioneer-bench-'));
  try {
    const path = join(folder, 'bench.xlsx');
    writeFileSync(path, bytes);
    const script = fileURLToPath(new URL('./reading.ts', import.meta.url));
    const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', 'tsx', script, path], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    const { bytes: peak, cells } = JSON.parse(stdout) as { bytes: number; cells: number };
    return [{ what: 'memory: peak of reading, each million cells', value: peak / 2 ** 20 / (cells / 1e6), unit: 'MB' }];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Explaining one subject of many. */
function explaining(members: Members): Line[] {
  const outcome = scoreWorkbooks([fresh(members.workbook)], { locale: 'zh-CN', today: TODAY });
  const step = Math.max(1, Math.floor(members.branch.length / 200));
  const times: number[] = [];
  for (let i = 0; i < members.branch.length; i += step) times.push(timed(() => explainSubject(outcome, 0, i, 'zh-CN')));
  return [{ what: 'explain: one member', value: median(times), unit: 'ms', aim: 5 }];
}

/** Other weights, bands or rules for a scored workbook of 25 indicators in one group. */
function whatIf(): Line[] {
  const { run, tries } = tryingOut(TRIED, ROUNDS);
  return [
    { what: `what-if: a whole run over ${TRIED} subjects`, value: run, unit: 'ms' },
    ...tries.flatMap(({ kind, time, ratio }) => [
      { what: `what-if: other ${kind}`, value: time, unit: 'ms', aim: 100 },
      { what: `what-if: other ${kind} / a whole run`, value: ratio, unit: '×', aim: 0.35 },
    ]),
  ];
}

function shown({ what, value, unit, aim }: Line): string[] {
  const verdict = aim === undefined ? '' : value <= aim ? 'met' : 'MISSED';
  return [what, value.toFixed(value < 10 ? 2 : 1), unit, aim === undefined ? '' : `≤ ${aim}`, verdict];
}

const members = makeMembers(MEMBERS);
const book = { workbook: null, removedMarks: [], writes: [], highlights: [] };
const fileOf = (of: Members) => createWorkbook({ ...book, sheets: asSheets(of.workbook) });
const file = fileOf(makeMembers(FILE_MEMBERS, 2));
const lines = [...scoring(members), ...files(file), ...memory(fileOf(members)), ...explaining(members), ...whatIf()];
console.log(
  `${MEMBERS} members × 18 indicators; files of ${FILE_MEMBERS} members; medians of ${ROUNDS} and ${FILE_ROUNDS} rounds\n`,
);
const columns = [
  { title: 'what' },
  { title: 'value', align: 'right' as const },
  { title: '' },
  { title: 'aim' },
  { title: '' },
];
for (const line of textTable(columns, lines.map(shown))) console.log(line);
const missed = lines.filter(({ value, aim }) => aim !== undefined && value > aim);
console.log(missed.length === 0 ? '\nAll aims are met.' : `\nMissed: ${missed.map(({ what }) => what).join('; ')}`);
