import type { Locale } from '../i18n';
import type { Assessment, CorrectionUse, Finding, OutValue, ResultSheet } from '../model';
import { parameterTexts, PARAMETER_SPECS, parseParameters } from '../rules';
import { countSubjects, RUN_MARK } from './lastRun';
import { COLORS, LOOKS, rowHeight } from './looks';
import { noteOf } from './notes';
import { statusOf, type SchemeView } from './schemeView';
import { a4, SheetBuilder } from './sheetBuilder';
import { lineCount } from './textWidth';
import type { Texts } from './texts';

/** What a run knows of itself: clock, files and version belong to the host. */
export interface RunFacts {
  readonly version: string;
  /** Day and time of the user's clock, e.g. "2005-01-20 10:32". */
  readonly at: string;
  /** SHA-256 of each file in the order of the workbooks, in hexadecimal; null where there is no file. */
  readonly hashes: readonly (string | null)[];
}

const NAME_WIDTH = 24;
/** Characters of the columns behind the first, however many there are. */
const ROOM = 84;
const LEAST_COLUMNS = 3;
/** Schemes side by side; of more only what the workbooks give is listed. */
const MOST_SCHEMES = 6;
/** Subjects without a full score that are named here; the rankings name all. */
const MOST_NAMED = 200;

export interface RunSource {
  readonly texts: Texts;
  readonly locale: Locale;
  readonly assessment: Assessment;
  readonly views: readonly SchemeView[];
  /** In unit order. */
  readonly findings: readonly Finding[];
  readonly facts: RunFacts | null;
  /** Sum of what people have entered in each workbook, see `contentSum`. */
  readonly sums: readonly string[];
}

/** 运行记录: with what a result was made: version, time, files, parameters, incomplete scores, decisions of people. */
export function runSheet(source: RunSource, name: string): ResultSheet {
  const { texts, assessment, views } = source;
  const columns = Math.max(LEAST_COLUMNS, views.length <= MOST_SCHEMES ? views.length : 0);
  const widths = [NAME_WIDTH, ...Array<number>(columns).fill(Math.floor(ROOM / columns))];
  const sheet = new SheetBuilder(name, RUN_MARK, widths);
  const period = assessment.period?.text ?? '';
  sheet.head(texts('run.title', { period }).trim(), texts('run.subtitle'));
  general(sheet, source);
  files(sheet, source);
  parameters(sheet, source);
  incomplete(sheet, source);
  decisions(sheet, source);
  const area = { top: 0, left: 0, bottom: sheet.row - 1, right: widths.length - 1 };
  return sheet.build({
    print: sheet.paged(a4('portrait', texts('print.footer'), undefined, area)),
    tabColor: COLORS.tab.run,
  });
}

/** A label and a text over the other columns. */
function line(sheet: SheetBuilder, label: string, text: OutValue): void {
  const others = sheet.columns - 1;
  const row = sheet.rows(
    [[label, text, ...Array<OutValue>(others - 1).fill(null)]],
    [LOOKS.text, ...Array.from({ length: others }, () => LOOKS.text)],
  );
  sheet.merge({ top: row, left: 1, bottom: row, right: others });
  const lines = Math.max(lineCount(label, NAME_WIDTH), lineCount(String(text ?? ''), sheet.room - NAME_WIDTH));
  sheet.height(row, rowHeight(lines));
}

function heading(sheet: SheetBuilder, text: string): void {
  sheet.line(text, LOOKS.heading, 28);
}

function general(sheet: SheetBuilder, { texts, assessment, views, facts }: RunSource): void {
  heading(sheet, texts('run.general'));
  if (facts) {
    line(sheet, texts('run.version'), texts('run.product', { version: facts.version }));
    line(sheet, texts('run.at'), facts.at);
  }
  line(sheet, texts('run.period'), assessment.period?.text ?? texts('run.noPeriod'));
  line(sheet, texts('run.asOf'), assessment.asOf);
  const read = assessment.sheets.filter(({ role }) => role !== 'results');
  const used = read.filter(({ role }) => role !== 'other').length;
  line(sheet, texts('run.subjects'), texts('run.subjectCount', countSubjects(views)));
  line(sheet, texts('run.sheets'), texts('run.sheetCount', { all: read.length, used, left: read.length - used }));
}

function files(sheet: SheetBuilder, { texts, assessment, facts, sums }: RunSource): void {
  heading(sheet, texts('run.files'));
  assessment.workbooks.forEach((workbook, index) => {
    const hash = facts?.hashes[index] ?? null;
    const sum = texts('run.contentSum', { sum: sums[index]! });
    line(sheet, workbook.name, hash === null ? sum : `${texts('run.fileHash', { hash })}\n${sum}`);
  });
}

/** Parameters in force: those that the workbooks give are told from the defaults. */
function parameters(sheet: SheetBuilder, { texts, assessment, views }: RunSource): void {
  if (views.length === 0) return;
  heading(sheet, texts('run.parameters'));
  const { isGiven } = parseParameters(assessment.parameterRows, assessment.knownSchemes);
  const schemes = views.map(({ scheme: { scheme, parameters: resolved } }) => ({
    name: scheme.name,
    origin: texts(`run.rules.${scheme.origin}`),
    values: parameterTexts(resolved),
    isGiven: (key: string) => isGiven(scheme.name, key),
  }));
  if (schemes.length > MOST_SCHEMES) {
    for (const { name, origin, values, isGiven: given } of schemes) {
      const own = PARAMETER_SPECS.filter(({ key }) => given(key)).map(({ key }) => `${key}=${values.get(key)}`);
      line(sheet, name, [origin, ...own].join(texts('word.semicolon')));
    }
    return;
  }
  const pad = (row: readonly string[]) => [...row, ...Array<string>(sheet.columns - row.length).fill('')];
  const rows = [
    pad([texts('run.rules'), ...schemes.map(({ origin }) => origin)]),
    ...PARAMETER_SPECS.map(({ key }) =>
      pad([key, ...schemes.map(({ values, isGiven: given }) => valueText(texts, values.get(key)!, given(key)))]),
    ),
  ];
  const header = sheet.rows(
    [pad([texts('run.parameter'), ...schemes.map(({ name }) => name)])],
    Array.from({ length: sheet.columns }, () => LOOKS.header),
  );
  sheet.height(header, rowHeight(heightOf(sheet, [texts('run.parameter'), ...schemes.map(({ name }) => name)]), 10));
  const first = sheet.rows(
    rows,
    Array.from({ length: sheet.columns }, () => LOOKS.text),
  );
  rows.forEach((row, offset) => sheet.height(first + offset, rowHeight(heightOf(sheet, row))));
  sheet.line(texts('run.given'), LOOKS.note, 20);
}

function valueText(texts: Texts, value: string, isGiven: boolean): string {
  const text = value === '' ? '—' : value;
  return isGiven ? texts('run.givenValue', { value: text }) : text;
}

/** Lines of the highest cell of a row. */
function heightOf(sheet: SheetBuilder, row: readonly string[]): number {
  return Math.max(...row.map((text, column) => lineCount(text, sheet.widthOf(column))));
}

/** Who has no total or a provisional one, and why. */
function incomplete(sheet: SheetBuilder, { texts, views }: RunSource): void {
  const lines = views.flatMap((view) =>
    [...view.result.order].flatMap((subject) => {
      const status = statusOf(view, subject);
      if (status !== 'blocked' && status !== 'provisional') return [];
      return [{ name: view.scheme.subjects[subject]!.name, note: noteOf(view, subject, null, null) }];
    }),
  );
  heading(sheet, texts('run.incomplete', { count: lines.length }));
  for (const { name, note } of lines.slice(0, MOST_NAMED)) line(sheet, name, note);
  if (lines.length > MOST_NAMED) line(sheet, '', texts('run.more', { count: lines.length - MOST_NAMED }));
  if (lines.length === 0) line(sheet, texts('run.none'), '');
}

/** Grades entered by a person, ties that await a decision, and what a person said of the tables. */
function decisions(sheet: SheetBuilder, { texts, locale, findings, assessment, views }: RunSource): void {
  heading(sheet, texts('run.decisions'));
  const first = sheet.row;
  for (const finding of findings.filter(({ code }) => code === 'T03').slice(0, MOST_NAMED)) {
    line(sheet, finding.subjectName ?? '', locale === 'en-US' ? finding.messageEn : finding.message);
  }
  const open = findings.filter(({ code }) => code === 'T01' || code === 'T02').length;
  if (open > 0) line(sheet, texts('run.open'), texts('run.openCount', { count: open }));
  for (const text of correctionTexts(texts, assessment.corrections)) line(sheet, texts('run.correction'), text);
  for (const scheme of assessment.unscoredSchemes) line(sheet, scheme, texts('run.unscored'));
  if (sheet.row === first) line(sheet, texts('run.none'), '');
  if (views.length === 0) sheet.line(texts('run.checkedOnly'), LOOKS.note, 20);
}

/** What a person said of the tables, as far as it took effect, in words. */
function correctionTexts(texts: Texts, corrections: readonly CorrectionUse[]): string[] {
  return corrections
    .filter(({ unfit }) => unfit === null)
    .map(({ edit }) => {
      switch (edit.type) {
        case 'name': {
          const { written } = edit;
          const target = edit.value?.target?.name;
          return target ? texts('run.named', { written, target }) : texts('run.nobody', { written });
        }
        case 'header':
          return texts('run.header');
        case 'column':
        case 'row':
          return texts(`run.${edit.type}`, { sheet: edit.table.sheet, key: edit.key });
        default:
          return texts(`run.${edit.type}`, { sheet: edit.table.sheet });
      }
    });
}
