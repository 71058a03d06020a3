import '../i18n/work';
import { readFileSync, realpathSync, statSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import {
  buildReport,
  explainSubject,
  findSubjects,
  parsePeriod,
  resultJson,
  runFacts,
  scoreWorkbooks,
  sha256,
  today,
  type Outcome,
} from '../app';
import { translate, type Locale } from '../i18n';
import type { WorkbookSnapshot } from '../model';
import {
  applyChangeSet,
  clearMarks,
  createWorkbook,
  decodeText,
  FileError,
  openWorkbook,
  type ApplyReport,
  type OpenedWorkbook,
} from '../hosts/xlsx';
import { readOldFormat } from './oldFormats';
import { wantsDocuments, writeDocuments } from './documents';
import { isWorkbookPath, makeWorkbooks } from './newWorkbook';
import type { NewWorkbookOptions } from './newWorkbookOptions';
import { parseArguments, type CliOptions } from './options';
import { printExplanation, printOverview, printSheets } from './print';
import { Progress } from './progress';

/** Exit codes: something was scored; wrong usage; nothing could be scored. */
const SCORED = 0;
const WRONG_USAGE = 1;
const NOT_SCORED = 2;

/** A file that was read: its cells, and the package behind them when results can be written into a copy of it. */
interface InputFile {
  readonly path: string;
  readonly snapshot: WorkbookSnapshot;
  readonly opened: OpenedWorkbook | null;
  readonly hash: string | null;
}

const say = (text: string) => process.stdout.write(`${text}\n`);
const warn = (text: string) => process.stderr.write(`${text}\n`);

/** Runs a command line and gives the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const options = parseArguments(args);
  if ('fault' in options) {
    warn(translate(options.locale, `cli.${options.fault}`, options.data));
    warn(usage(options.locale));
    return WRONG_USAGE;
  }
  if (options.help) {
    say(usage(options.locale));
    return SCORED;
  }
  if (options.period !== undefined && !parsePeriod(options.period)) {
    warn(translate(options.locale, 'cli.usage.period', { value: options.period }));
    return WRONG_USAGE;
  }
  if (options.create) return create(options.create, options);
  const progress = new Progress(options.locale);
  const paths = differentFiles(options.files.flatMap(workbooksIn), options.locale);
  if (paths.length === 0) warn(translate(options.locale, 'cli.noWorkbook', { path: options.files.join(', ') }));
  const clash = options.out === null ? undefined : paths.find((path) => samePath(path, options.out!));
  if (clash !== undefined) {
    warn(translate(options.locale, 'cli.usage.outIsInput', { path: clash }));
    return WRONG_USAGE;
  }
  if (options.clearMarks) return clear(paths, options);
  const files: InputFile[] = [];
  for (const path of paths) {
    progress.stage('read', basename(path));
    const file = await read(path, options.locale);
    if (file) files.push(file);
  }
  if (files.length === 0) return NOT_SCORED;
  try {
    return await score(files, options, progress);
  } catch (error) {
    if (!isNodeError(error)) throw error;
    warn(translate(options.locale, 'cli.cannotWrite', { path: error.path ?? '', reason: error.code ?? '' }));
    return NOT_SCORED;
  }
}

/** Writes a copy of a workbook without the marks of earlier runs. */
async function clear(paths: readonly string[], { out, locale }: CliOptions): Promise<number> {
  const [path, other] = paths;
  if (path === undefined || other !== undefined) {
    warn(translate(locale, 'cli.usage.clear'));
    return WRONG_USAGE;
  }
  const file = await read(path, locale);
  if (!file) return NOT_SCORED;
  if (!file.opened) {
    warn(translate(locale, 'cli.clearOldFormat', { path }));
    return NOT_SCORED;
  }
  try {
    const { bytes } = clearMarks(file.opened);
    writeFileSync(out!, bytes);
    say(translate(locale, bytes === file.opened.bytes ? 'hosts.noMarks' : 'cli.cleared', { path: out! }));
    return SCORED;
  } catch (error) {
    if (error instanceof FileError) warn(error.describe(locale));
    else if (isNodeError(error)) warn(translate(locale, 'cli.cannotWrite', { path: out!, reason: error.code ?? '' }));
    else throw error;
    return NOT_SCORED;
  }
}

function usage(locale: Locale): string {
  return ['cli.usage', 'cli.usage.clearMarks', 'cli.usage.create'].map((key) => translate(locale, key)).join('\n\n');
}

/** Makes new workbooks with the rules and rosters of the files, where there are any. */
async function create(wanted: NewWorkbookOptions, options: CliOptions): Promise<number> {
  const { locale } = options;
  const unused = [
    ...(options.out === null ? [] : ['--out']),
    ...(options.json === null ? [] : ['--json']),
    ...(options.explain === null ? [] : ['--explain']),
  ];
  if (unused.length > 0) warn(translate(locale, 'cli.new.stray', { options: unused.join(', ') }));
  const readAll = async (paths: readonly string[]): Promise<Outcome | null | undefined> => {
    const files: InputFile[] = [];
    for (const path of paths) {
      const file = await read(path, locale);
      if (!file) return undefined;
      files.push(file);
    }
    const snapshots = files.map(({ snapshot }) => snapshot);
    return files.length === 0 ? null : scoreWorkbooks(snapshots, { locale, today: today() });
  };
  const paths = differentFiles(options.files.flatMap(workbooksIn), locale);
  const clash = paths.find((path) => samePath(path, wanted.out));
  if (clash !== undefined) {
    warn(translate(locale, 'cli.new.isInput', { path: clash }));
    return WRONG_USAGE;
  }
  const outcome = await readAll(paths);
  const isBook = wanted.roster !== null && isWorkbookPath(wanted.roster);
  const units = isBook ? await readAll([wanted.roster!]) : readText(wanted.roster, locale);
  const members = readText(wanted.members, locale);
  if (outcome === undefined || units === undefined || members === undefined) return NOT_SCORED;
  try {
    const made = makeWorkbooks(wanted, options.period!, outcome, { units, members }, locale);
    for (const warning of made.warnings) warn(warning);
    for (const line of made.said) say(line);
    return made.isMade ? SCORED : NOT_SCORED;
  } catch (error) {
    if (!isNodeError(error)) throw error;
    warn(translate(locale, 'cli.cannotWrite', { path: error.path ?? '', reason: error.code ?? '' }));
    return NOT_SCORED;
  }
}

/** Text of a list in UTF-8 or a Chinese encoding; null without a path, undefined when it cannot be read. */
function readText(path: string | null, locale: Locale): string | null | undefined {
  try {
    return path === null ? null : decodeText(new Uint8Array(readFileSync(path)));
  } catch (error) {
    if (!isNodeError(error)) throw error;
    warn(translate(locale, 'cli.cannotRead', { path: path ?? '', reason: error.code ?? '' }));
    return undefined;
  }
}

/** Each file once, however often and by whatever path it is named. */
function differentFiles(paths: readonly string[], locale: Locale): string[] {
  const kept: string[] = [];
  for (const path of paths) {
    if (kept.some((known) => samePath(known, path))) warn(translate(locale, 'cli.twice', { path }));
    else kept.push(path);
  }
  return kept;
}

async function score(files: readonly InputFile[], options: CliOptions, progress: Progress): Promise<number> {
  const { locale } = options;
  const outcome = scoreWorkbooks(
    files.map((file) => file.snapshot),
    {
      locale,
      today: today(),
      asOf: options.asOf,
      period: options.period,
      run: runFacts(
        files.map(({ hash }) => hash),
        version(),
      ),
      onProgress: (stage) => progress.stage(stage),
    },
  );
  if (options.json !== null) writeFileSync(options.json, `${JSON.stringify(resultJson(outcome), null, 1)}\n`, 'utf8');
  const { schemes, registers } = outcome.assessment;
  // Registers alone can be checked: their gaps are a result too.
  if (schemes.length === 0 && registers.length === 0) {
    progress.end();
    explainNothing(outcome, files, locale);
    return NOT_SCORED;
  }
  if (options.out !== null) {
    progress.stage('report');
    writeResults(outcome, files, options.out, locale);
  }
  if (wantsDocuments(options)) {
    progress.stage('report');
    await writeDocuments(outcome, options);
  }
  progress.end();
  if (options.explain !== null) return explain(outcome, options.explain, locale);
  const isQuiet = options.out !== null || options.json !== null || wantsDocuments(options);
  if (!isQuiet) for (const line of printOverview(outcome, locale)) say(line);
  return SCORED;
}

/** One input gives a copy with the results in it, several (or a format that is only read) a workbook of results. */
function writeResults(outcome: Outcome, files: readonly InputFile[], out: string, locale: Locale): void {
  const only = files.length === 1 ? files[0]! : null;
  const copy = only?.opened ?? null;
  const changes = buildReport(outcome, { locale, workbook: copy ? 0 : null });
  if (!copy) {
    writeFileSync(out, createWorkbook(changes));
    return;
  }
  const applied = applyChangeSet(copy, changes);
  writeFileSync(out, applied.bytes);
  reportApplied(applied.report, locale);
}

function reportApplied(report: ApplyReport, locale: Locale): void {
  if (report.refused.length > 0) warn(translate(locale, 'cli.refused', { count: report.refused.length }));
  for (const { code, data } of report.warnings) warn(translate(locale, `hosts.warning.${code}`, data));
}

function explain(outcome: Outcome, wanted: string, locale: Locale): number {
  const names = outcome.assessment.workbooks.map((workbook) => workbook.name);
  const found = findSubjects(outcome, wanted);
  for (const { scheme, subject } of found) {
    for (const line of printExplanation(explainSubject(outcome, scheme, subject, locale), names)) say(line);
  }
  if (found.length > 0) return SCORED;
  warn(translate(locale, 'cli.explainNobody', { id: wanted }));
  return NOT_SCORED;
}

/** Says why nothing was scored: rules to be mended, or no table of an assessment. */
function explainNothing(outcome: Outcome, files: readonly InputFile[], locale: Locale): void {
  const names = files.map((file) => file.snapshot.name).join('、');
  const { unscoredSchemes } = outcome.assessment;
  if (unscoredSchemes.length === 0) warn(translate(locale, 'cli.nothing', { files: names }));
  else warn(translate(locale, 'cli.badRules', { files: names, schemes: unscoredSchemes.join('、') }));
  for (const line of printSheets(outcome.assessment, locale)) warn(line);
  for (const finding of outcome.findings.filter((f) => f.code === 'R01').slice(0, 10)) {
    warn(
      `- ${locale === 'zh-CN' ? `${finding.message}${finding.action}` : `${finding.messageEn} ${finding.actionEn}`}`,
    );
  }
}

async function read(path: string, locale: Locale): Promise<InputFile | null> {
  const name = basename(path);
  try {
    const bytes = new Uint8Array(readFileSync(path));
    const hash = await sha256(bytes);
    try {
      const opened = openWorkbook(bytes, name);
      return { path, snapshot: opened.snapshot(), opened, hash };
    } catch (error) {
      const old = await readOldFormat(path, name, bytes, error);
      if (old) return { path, snapshot: old, opened: null, hash };
      throw error;
    }
  } catch (error) {
    if (error instanceof FileError) warn(error.describe(locale));
    else if (isNodeError(error)) warn(translate(locale, 'cli.cannotRead', { path, reason: error.code ?? '' }));
    else throw error;
    return null;
  }
}

function isNodeError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}

/** A folder stands for the workbooks in it; temporary files that Excel leaves beside open ones are left out. */
function workbooksIn(path: string): string[] {
  try {
    if (!statSync(path).isDirectory()) return [path];
  } catch {
    return [path];
  }
  return readdirSync(path)
    .filter(
      (name) =>
        /^\.(?:xlsx|xlsm|xls|xlsb|ods|csv)$/i.test(extname(name)) && !name.startsWith('~$') && !name.startsWith('.'),
    )
    .sort((a, b) => a.localeCompare(b, 'zh-CN'))
    .map((name) => join(path, name));
}

function samePath(a: string, b: string): boolean {
  try {
    return realpathSync(a) === realpathSync(b);
  } catch {
    return resolve(a) === resolve(b);
  }
}

/** Version of the product. */
function version(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

process.exitCode = await main(process.argv.slice(2));
