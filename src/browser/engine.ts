import type { Progress } from '../app/port';
import { type ChangePreview, previewChanges } from '../app/preview';
import { createSession, type SessionRooms } from '../app/session';
import {
  applyChangeSet,
  type ApplyReport,
  createWorkbook,
  FileError,
  type FileErrorCode,
  type OpenedWorkbook,
  openWorkbook,
  readLegacy,
  type SheetView,
} from '../hosts/xlsx';
import { translate, type Locale } from '../i18n';
import type { ChangeSet, WorkbookSnapshot } from '../model';
import type { OpenWorkbook, Question, Questions, Request, SavedFile } from './protocol';
import { viewOfSnapshot } from './grid/snapshotView';

/** A workbook that is shown; one in an old format is read only and has no looks. */
interface Shown {
  readonly opened: OpenedWorkbook | null;
  readonly snapshot: WorkbookSnapshot;
}

/** What the last run would write and has written into a copy. */
interface Scored {
  readonly changes: ChangeSet;
  /** Index of the workbook with the results: the only one, or the one behind a set of several. */
  readonly at: number;
  readonly copy: Shown;
  readonly warnings: readonly string[];
}

/** Files, the last run and its results, on the worker's side. */
export class Engine {
  private readonly files: Shown[] = [];
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
      case 'explain': {
        const { scheme, subject, locale } = ask as Questions['explain']['ask'];
        return this.session.explain(scheme, subject, locale);
      }
      case 'preview':
        return this.preview();
      case 'save':
        return this.save(ask as Questions['save']['ask']);
    }
  }

  private async open({ name, bytes }: Questions['open']['ask']): Promise<OpenWorkbook> {
    const file = await readAny(bytes, name);
    this.files.push(file);
    this.scored = null;
    return tabsOf(file);
  }

  private close({ workbook }: Questions['close']['ask']): null {
    this.files.splice(workbook, 1);
    this.scored = null;
    return null;
  }

  private view({ workbook, sheet }: Questions['view']['ask']): SheetView {
    const shown = this.shown()[workbook]!;
    return shown.opened ? shown.opened.view(sheet) : viewOfSnapshot(shown.snapshot, shown.snapshot.sheets[sheet]!);
  }

  private score({ locale, today }: Questions['score']['ask'], onProgress: (progress: Progress) => void) {
    const summary = this.session.score(
      this.files.map(({ snapshot }) => snapshot),
      { locale, today, onProgress: (stage, done) => onProgress({ stage, done }) },
    );
    onProgress({ stage: 'report', done: 0 });
    this.scored = this.write(locale);
    return { summary, workbooks: this.shown().map(tabsOf), warnings: this.scored.warnings };
  }

  /** One file gets its results in a copy of itself; several, or one in an old format, a workbook of results. */
  private write(locale: Locale): Scored {
    const opened = this.files.length === 1 ? this.files[0]!.opened : null;
    if (opened) {
      const changes = this.session.changes(0, locale);
      const { bytes, report } = applyChangeSet(opened, changes);
      return { changes, at: 0, copy: read(bytes, opened.name), warnings: warningsOf(report, locale) };
    }
    const changes = this.session.changes(null, locale);
    const copy = read(createWorkbook(changes), translate(locale, 'browser.resultsFile'));
    return { changes, at: this.files.length, copy, warnings: [] };
  }

  /** The change set in words; sheets have the names that they were given in the file. */
  private preview(): ChangePreview {
    const { changes, copy, at } = this.results();
    const names = new Map(copy.snapshot.sheets.map(({ mark, name }) => [mark, name]));
    const preview = previewChanges(changes, at);
    return {
      ...preview,
      sheets: preview.sheets.map((sheet) => ({ ...sheet, name: names.get(sheet.mark) ?? sheet.name })),
    };
  }

  private save({ locale }: Questions['save']['ask']): SavedFile {
    const { copy, at } = this.results();
    const { name } = copy.snapshot;
    const bytes = copy.opened!.bytes.slice();
    return { name: at === this.files.length ? name : scoredName(name, locale), bytes };
  }

  /** The workbooks as they are shown: after a run, with its results. */
  private shown(): readonly Shown[] {
    if (!this.scored) return this.files;
    const shown = this.files.slice();
    shown[this.scored.at] = this.scored.copy;
    return shown;
  }

  private results(): Scored {
    if (!this.scored) throw new Error('nothing has been scored yet');
    return this.scored;
  }
}

/** What a format that is only read is called when it is taken for an .xlsx file. */
const OLD_FORMATS: ReadonlySet<FileErrorCode> = new Set(['oldFormat', 'binaryFormat', 'openDocument']);

async function readAny(bytes: Uint8Array, name: string): Promise<Shown> {
  try {
    return read(bytes, name);
  } catch (error) {
    const code = error instanceof FileError ? error.code : null;
    const isTable = code === 'text' && /\.(csv|txt)$/i.test(name);
    if (!isTable && !(code && OLD_FORMATS.has(code))) throw error;
    return { opened: null, snapshot: await readLegacy(bytes, name) };
  }
}

function read(bytes: Uint8Array, name: string): Shown {
  const opened = openWorkbook(bytes, name);
  return { opened, snapshot: opened.snapshot() };
}

/** What a person should know before the copy is saved. */
function warningsOf(report: ApplyReport, locale: Locale): readonly string[] {
  const warnings = report.warnings.map(({ code, data }) => translate(locale, `hosts.warning.${code}`, data));
  const refused = report.refused.length;
  return refused > 0 ? [...warnings, translate(locale, 'browser.refused', { count: refused })] : warnings;
}

function tabsOf({ snapshot }: Shown): OpenWorkbook {
  return {
    name: snapshot.name,
    sheets: snapshot.sheets.flatMap(({ name, visibility, mark }, index) =>
      visibility === 'visible' ? [{ name, index, isResult: mark !== null }] : [],
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
