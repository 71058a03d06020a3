import type { Locale } from '../i18n';
import {
  NO_MEMORY,
  type Assessment,
  type ChangeSet,
  type CellWrite,
  type Finding,
  type Memory,
  type Result,
  type ResultSheet,
} from '../model';
import { openWorkings } from '../score';
import { auditSheet } from './audit';
import { awardSheet } from './awards';
import { contentSum } from './contentSum';
import { breakdownSheet } from './breakdown';
import { cellNotes } from './cellNotes';
import { dutySheet } from './duties';
import { gapSheet, type GapList } from './gaps';
import { highlightsOf } from './highlights';
import { historySheet, readHistory, resultsNow, type PastResult } from './history';
import { countSubjects } from './lastRun';
import { memorySheet } from './memory';
import { earlierSheet, KeptOnSheets } from './kept';
import { previousOf } from './previous';
import { rankingNotes, rankingSheet } from './ranking';
import { readRecord, recordSheet } from './record';
import { runSheet, type RunFacts } from './run';
import { sourcesInPlay, type SchemeView } from './schemeView';
import { SheetNames } from './sheetNames';
import { statisticsSheet } from './statistics';
import { textsOf, titleOf, type Texts } from './texts';
import { inUnitOrder } from './unitOrder';
import { writeBacks } from './writeBack';

export { LOOKS } from './looks';
export { a4, SheetBuilder } from './sheetBuilder';

/** What a run found, as far as the report needs it. */
export interface ReportSource {
  readonly assessment: Assessment;
  readonly result: Result;
  readonly findings: readonly Finding[];
  /** What people have corrected, to be remembered in the workbook. */
  readonly memory?: Memory;
  /** What the host knows of the run; left out, the record of the run is without it. */
  readonly run?: RunFacts;
}

export { contentSum } from './contentSum';
export { lastRunIn } from './lastRun';
export { memoryIn } from './memory';
export { readRecord } from './record';
export type { RunFacts };

/**
 * Everything that a run wants to change in one workbook: result sheets, results for the user's own result columns, and
 * marks with notes on cells that show gaps. With `workbook` null it is a new workbook of results only, for a set of files.
 */
export function buildReport(
  { assessment, result, findings, memory = NO_MEMORY, run }: ReportSource,
  { locale, workbook }: { readonly locale: Locale; readonly workbook: number | null },
): ChangeSet {
  const texts = textsOf(locale);
  const names = new SheetNames();
  const ordered = inUnitOrder(findings, assessment);
  const history = readHistory(assessment.workbooks);
  const views = viewsOf(texts, { assessment, result, findings }, history);
  const people = new KeptOnSheets(workbook === null ? null : assessment.workbooks[workbook]!, texts('kept.orphans'));
  const sheets: ResultSheet[] = [];
  const ownNotes = new Map(views.map((view) => [view, rankingNotes(view)]));
  for (const [view, notes] of ownNotes) {
    const about = view.scheme.scheme.name;
    const name = names.name(texts('sheet.ranking'), about);
    sheets.push(people.withRemarks((remarks) => rankingSheet(view, name, notes, remarks), true));
    const workings = openWorkings(assessment, view.result);
    const breakdown = breakdownSheet(view, workings, names.name(texts('sheet.breakdown'), about));
    if (breakdown) sheets.push(breakdown.sheet);
    const audit = auditSheet(view, workings, breakdown, names.name(texts('sheet.audit'), about));
    if (audit) sheets.push(audit);
  }
  sheets.push(...gapSheets({ texts, locale, names, workbook, assessment, views, findings: ordered, people }));
  const duties = dutySheet({ texts, assessment, result, workbook }, names.name(texts('sheet.duties'), null));
  if (duties) sheets.push(duties);
  const awards = awardSheet(views, { texts, locale, assessment }, names.name(texts('sheet.awards'), null));
  if (awards) sheets.push(awards);
  sheets.push(
    statisticsSheet(
      { texts, assessment, views, findings, attainment: result.attainment },
      names.name(texts('sheet.statistics'), null),
    ),
  );
  const sums = assessment.workbooks.map((each) => contentSum(each, readRecord(each)));
  const record = { texts, locale, assessment, views, findings: ordered, facts: run ?? null, sums };
  sheets.push(runSheet(record, names.name(texts('sheet.run'), null)));
  const past = historySheet(names.name(texts('sheet.history'), null), history, resultsNow(views, assessment));
  if (past) sheets.push(past);
  const remembered = memorySheet(names.name(texts('sheet.memory'), null), memory);
  if (remembered) sheets.push(remembered);
  if (workbook === null) return { workbook: null, sheets, removedMarks: [], writes: [], highlights: [] };

  const book = assessment.workbooks[workbook]!;
  const earlier = readRecord(book);
  const ours: CellWrite[] = views.flatMap((view) => writeBacks(view, workbook, earlier));
  // What has not changed since an earlier run needs no writing, but stays on record as ours.
  const writes = ours.filter(({ expected, value }) => value !== expected);
  const kept = ours.filter(({ value }) => value !== null);
  const written = recordSheet(names.name(texts('sheet.record'), null), kept);
  if (written) sheets.push(written);
  const shown = sheets.filter(({ visibility }) => visibility === undefined);
  sheets.push(earlierSheet(names.name(texts('sheet.ours'), null), shown, new Map([...ownNotes].map(ownRemarks))));
  const marks = new Set(sheets.map(({ mark }) => mark));
  return {
    workbook: book.name,
    sheets: sheets.map((sheet) => people.withNotes(sheet)),
    removedMarks: book.sheets.flatMap(({ mark }) => (mark !== null && !marks.has(mark) ? [mark] : [])),
    writes,
    highlights: highlightsOf(assessment, findings, workbook),
    ...(run &&
      views.length > 0 && { run: { at: run.at, subjects: countSubjects(views).scored, sum: sums[workbook]! } }),
    ...cellNotes(texts, locale, assessment, ordered, workbook),
  };
}

/** Our own 备注 on a ranking, by the mark of its sheet, so that the next run can tell them from those of people. */
function ownRemarks([view, notes]: readonly [SchemeView, ReadonlyMap<number, string>]): [
  mark: string,
  remarks: [name: string, remark: string][],
] {
  const { scheme, subjects } = view.scheme;
  const remarks = [...notes].filter(([, note]) => note !== '');
  return [`ranking:${scheme.name}`, remarks.map(([subject, note]) => [subjects[subject]!.name, note])];
}

/** Each scheme as the report sees it, in the order of the result. */
export function viewsOf(
  texts: Texts,
  { assessment, result, findings }: ReportSource,
  history: readonly PastResult[],
): SchemeView[] {
  const bySchemeAndSubject = new Map<string, Map<string, Finding[]>>();
  for (const finding of findings) {
    if (finding.scheme === null || finding.subject === null) continue;
    let bySubject = bySchemeAndSubject.get(finding.scheme);
    if (!bySubject) bySchemeAndSubject.set(finding.scheme, (bySubject = new Map()));
    const list = bySubject.get(finding.subject);
    if (list) list.push(finding);
    else bySubject.set(finding.subject, [finding]);
  }
  return result.schemes.map((schemeResult) => {
    const scheme = assessment.schemes[schemeResult.scheme]!;
    return {
      texts,
      assessment,
      scheme,
      result: schemeResult,
      findings: bySchemeAndSubject.get(scheme.scheme.name) ?? new Map<string, Finding[]>(),
      inPlay: sourcesInPlay(schemeResult),
      previous: previousOf(scheme, assessment.period, history),
    };
  });
}

/** One list for each scheme, and one for what belongs to none. */
function gapSheets(given: {
  texts: Texts;
  locale: Locale;
  names: SheetNames;
  workbook: number | null;
  assessment: Assessment;
  views: readonly SchemeView[];
  findings: readonly Finding[];
  people: KeptOnSheets;
}): ResultSheet[] {
  const { texts, names, assessment, views, findings, people, ...rest } = given;
  const lists = new Map<string | null, Finding[]>(views.map(({ scheme }) => [scheme.scheme.name, []]));
  const others: Finding[] = [];
  for (const finding of findings) (lists.get(finding.scheme) ?? others).push(finding);
  const listed = (list: Pick<GapList, 'name' | 'mark' | 'title' | 'findings'>) =>
    people.withRemarks((remarks) => gapSheet({ ...rest, ...list, texts, assessment, remarks }), false);
  const sheets = views.map(({ scheme }) =>
    listed({
      name: names.name(texts('sheet.gaps'), scheme.scheme.name),
      mark: `gaps:${scheme.scheme.name}`,
      title: titleOf(texts, 'gaps.title', assessment, scheme),
      findings: lists.get(scheme.scheme.name)!,
    }),
  );
  if (others.length > 0) {
    const name = names.name(texts('sheet.gaps'), texts('word.others'));
    const title = texts('gaps.titleOthers', { period: assessment.period?.text ?? '' }).trim();
    sheets.push(listed({ name, mark: 'gaps:', title, findings: others }));
  }
  return sheets;
}
