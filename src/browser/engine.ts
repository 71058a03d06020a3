import { FileSet } from '../app/fileSet';
import { lastRunOf } from '../app/lastRunOf';
import { memoryOf } from '../app/memories';
import type { Progress } from '../app/port';
import { type ChangePreview, previewChanges } from '../app/preview';
import { runFacts } from '../app/runFacts';
import { createSession, type SessionRooms } from '../app/session';
import { SpokenError } from '../app/spokenError';
import {
  applyChangeSet,
  type ApplyReport,
  clearMarks,
  createWorkbook,
  type OpenedWorkbook,
  openWorkbook,
  readFile,
  type ReadFile,
  type SheetView,
} from '../hosts/xlsx';
import { translate, type Locale } from '../i18n';
import { parseCorrections, type ChangeSet, type WorkbookSnapshot } from '../model';
import type { OpenWorkbook, Question, Questions, Request } from './protocol';
import type { SavedFile } from '../taskpane/download';
import { viewOfSnapshot } from './grid/snapshotView';

/** A workbook as it is shown. */
interface Shown {
  readonly tabs: OpenWorkbook;
  readonly view: (sheet: number) => SheetView;
}

/** A file of the user; one in an old format is read only and has no looks. */
interface InputFile extends Shown, ReadFile {}

/** What the last run has written into a copy, or into a workbook of results. */
interface Scored extends Shown {
  readonly changes: ChangeSet;
  /** Index of the workbook with the results: the only one, or the one behind a set of several. */
  readonly at: number;
  readonly file: SavedFile;
  /** Names that the result sheets were given, by their marks. */
  readonly names: ReadonlyMap<string, string>;
  readonly warnings: readonly string[];
}

/** Files, the last run and its results, on the worker's side. */
export class Engine {
  private readonly set = new FileSet<InputFile>(async (bytes, name) => inputFile(await readFile(bytes, name)));
  private scored: Scored | null = null;
  private readonly session;

  constructor(rooms: SessionRooms) {
    this.session = createSession(rooms);
  }

  /** Answers a question of the page. */
  answer(
    request: Request,
    onProgress: (progress: Progress) => void,
  ): Questions[Question]['answer'] | Promise<Questions[Question]['answer']> {
    const { question, ask } = request;
    switch (question) {
      case 'open':
        return this.open(ask as Questions['open']['ask']);
      case 'close':
        return this.close(ask as Questions['close']['ask']);
      case 'view':
        return this.view(ask as Questions['view']['ask']);
      case 'score':
        return this.score(ask as Questions['score']['ask'], onProgress);
      case 'amend':
        return this.amend(ask as Questions['amend']['ask']);
      case 'clearMarks':
        return this.clearMarks(ask as Questions['clearMarks']['ask']);
      case 'preview':
        return this.preview();
      case 'save':
        return this.save();
      default:
        return this.session.answer(question, ask as Questions[typeof question]['ask']);
    }
  }

  private get files() {
    return this.set.files;
  }

  private async open({ name, bytes, locale, isInstead }: Questions['open']['ask']): Promise<OpenWorkbook> {
    const { tabs } = await this.set.add(bytes, name, locale, { isInstead });
    this.scored = null;
    return tabs;
  }

  private close({ workbook }: Questions['close']['ask']): null {
    this.set.remove(workbook);
    this.scored = null;
    return null;
  }

  private view({ workbook, sheet }: Questions['view']['ask']): SheetView {
    return this.shown()[workbook]!.view(sheet);
  }

  private score(
    { kind, locale, today, memory, known }: Questions['score']['ask'],
    onProgress: (progress: Progress) => void,
  ) {
    const workbooks = this.files.map(({ snapshot }) => snapshot);
    const summary = this.session.score(workbooks, {
      locale,
      today,
      memory: memoryOf(workbooks, [memory]),
      known: parseCorrections(known),
      run: runFacts(this.files.map(({ hash }) => hash)),
      onProgress: (stage, done) => onProgress({ stage, done }),
    });
    this.scored = null;
    if (kind === 'score') {
      onProgress({ stage: 'report', done: 0 });
      this.scored = this.write(locale);
    }
    return { summary, workbooks: this.shown().map(({ tabs }) => tabs), warnings: this.scored?.warnings ?? [] };
  }

  /** One file gets its results in a copy of itself; several, or one in an old format, a workbook of results. */
  private write(locale: Locale): Scored {
    const opened = this.files.length === 1 ? this.files[0]!.opened : null;
    if (opened) {
      const changes = this.session.changes(0, locale);
      const { bytes, report } = applyChangeSet(opened, changes);
      const names = new Map(report.sheets.map(({ mark, name }) => [mark, name]));
      const file = { name: scoredName(opened.name, locale), bytes: bytes as SavedFile['bytes'] };
      const shown = shownCopy(openWorkbook(bytes, opened.name), names);
      return { ...shown, changes, names, at: 0, file, warnings: warningsOf(report, locale) };
    }
    const changes = this.session.changes(null, locale);
    const bytes = createWorkbook(changes) as SavedFile['bytes'];
    const file = { name: translate(locale, 'browser.resultsFile'), bytes };
    const results = openWorkbook(bytes, file.name);
    const names = new Map(changes.sheets.map(({ mark }, i) => [mark, results.workbook.sheets[i]!.name]));
    return { ...shownCopy(results, names), changes, names, at: this.files.length, file, warnings: [] };
  }

  private amend({ changes, locale }: Questions['amend']['ask']): Questions['amend']['answer'] {
    const workbook = this.files.findIndex(({ tabs }) => tabs.name === changes.workbook);
    const file = this.files[workbook];
    if (!file?.opened)
      throw new SpokenError(translate(locale, 'browser.cannotAmend', { file: changes.workbook ?? '' }));
    const { bytes, report } = applyChangeSet(file.opened, changes);
    const opened = openWorkbook(bytes, file.opened.name);
    const amended = inputFile({ opened, snapshot: opened.snapshot() });
    this.set.amend(workbook, amended);
    this.scored = null;
    return {
      workbook,
      opened: amended.tabs,
      bytes: bytes.slice(),
      report: {
        done: translate(locale, 'browser.amended', { file: file.opened.name, cells: report.written }),
        warnings: warningsOf(report, locale),
        kept: [],
      },
    };
  }

  private clearMarks({ locale }: Questions['clearMarks']['ask']): Questions['clearMarks']['answer'] {
    const scored = this.results();
    const marked = openWorkbook(scored.file.bytes, scored.tabs.name);
    const { bytes } = clearMarks(marked);
    const isChanged = bytes !== marked.bytes;
    if (isChanged) {
      const changes = { ...scored.changes, highlights: [], notes: [] };
      const file = { ...scored.file, bytes: bytes as SavedFile['bytes'] };
      this.scored = { ...scored, ...shownCopy(openWorkbook(bytes, marked.name), scored.names), changes, file };
    }
    const done = translate(locale, isChanged ? 'browser.marksCleared' : 'hosts.noMarks');
    return { workbook: scored.at, opened: this.results().tabs, report: { done, warnings: [], kept: [] } };
  }

  /** The change set in words; sheets have the names that they were given in the file. */
  private preview(): ChangePreview {
    const { changes, names, at } = this.results();
    const preview = previewChanges(changes, at);
    const sheets = preview.sheets.map((sheet) => ({ ...sheet, name: names.get(sheet.mark) ?? sheet.name }));
    return { ...preview, sheets };
  }

  /** A copy of the file: what is sent away must not be missing here. */
  private save(): SavedFile {
    const { name, bytes } = this.results().file;
    return { name, bytes: bytes.slice() };
  }

  /** The workbooks as they are shown: after a run, with its results. */
  private shown(): readonly Shown[] {
    if (!this.scored) return this.files;
    const shown: Shown[] = this.files.slice();
    shown[this.scored.at] = this.scored;
    return shown;
  }

  private results(): Scored {
    if (!this.scored) throw new Error('nothing has been scored yet');
    return this.scored;
  }
}

function inputFile({ opened, snapshot }: ReadFile): InputFile {
  const view = opened
    ? (sheet: number) => opened.view(sheet)
    : (sheet: number) => viewOfSnapshot(snapshot, snapshot.sheets[sheet]!);
  return { opened, snapshot, tabs: tabsOf(snapshot), view };
}

/** A file with results as it is shown: its tabs are known without reading its sheets. */
function shownCopy(opened: OpenedWorkbook, results: ReadonlyMap<string, string>): Shown {
  const isResult = new Set(results.values());
  const sheets = opened.workbook.sheets
    .filter(({ isWorksheet, part }) => isWorksheet && opened.pkg.has(part))
    .map(({ name, visibility }, index) => ({ name, index, visibility, isResult: isResult.has(name) }))
    .filter(({ visibility }) => visibility === 'visible');
  return { tabs: { name: opened.name, sheets, lastRun: null }, view: (sheet) => opened.view(sheet) };
}

/** What a person should know before the copy is saved. */
function warningsOf(report: ApplyReport, locale: Locale): readonly string[] {
  const warnings = report.warnings.map(({ code, data }) => translate(locale, `hosts.warning.${code}`, data));
  const refused = report.refused.length;
  return refused > 0 ? [...warnings, translate(locale, 'browser.refused', { count: refused })] : warnings;
}

function tabsOf(workbook: WorkbookSnapshot): OpenWorkbook {
  const { name, sheets } = workbook;
  return {
    name,
    lastRun: lastRunOf(workbook),
    sheets: sheets.flatMap(({ name: sheet, visibility, mark }, index) =>
      visibility === 'visible' ? [{ name: sheet, index, isResult: mark !== null }] : [],
    ),
  };
}

/**
 * Name of the scored copy of a file.
 * @example scoredName("年度考核.xlsx", "zh-CN") // "年度考核-评分.xlsx"
 */
export function scoredName(name: string, locale: Locale): string {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '.xlsx'];
  return `${stem}${translate(locale, 'browser.scoredSuffix')}${ending}`;
}
