import type { Assessment, Attainment, Finding, ResultSheet } from '../../model';
import { COLORS, LOOKS, rowHeight } from '../looks';
import type { SchemeView } from '../schemeView';
import { a4, SheetBuilder } from '../sheetBuilder';
import type { Texts } from '../texts';
import { attainmentPart, branchPart } from './attainment';
import { gapPart } from './gaps';
import { gap, WIDTHS, writeSentence } from './grid';
import { schemeNumbers } from './groups';
import { quantitativePart } from './quantitative';
import { schemePart } from './scheme';

/** What the statistics are made of. */
export interface StatisticsSource {
  readonly texts: Texts;
  readonly assessment: Assessment;
  readonly views: readonly SchemeView[];
  readonly findings: readonly Finding[];
  readonly attainment: readonly Attainment[];
}

/**
 * 统计分析: attainment against the goals, quantified shares, and for each scheme its grades, totals, dimensions, how unlike
 * the groups are and where sources disagree; number of findings; attainment of members by branch.
 */
export function statisticsSheet(source: StatisticsSource, name: string): ResultSheet {
  const { texts, assessment, views, findings, attainment } = source;
  const sheet = new SheetBuilder(name, 'statistics', WIDTHS);
  const period = assessment.period?.text ?? '';
  sheet.head(texts('statistics.title', { period }).trim(), texts('ranking.asOf', { asOf: assessment.asOf }));
  const part = numbered(sheet, texts);

  const goals = attainment.filter(({ goal }) => goal !== null);
  if (goals.length > 0) part('statistics.attainment', {}, () => attainmentPart(sheet, texts, goals));
  if (views.some(({ scheme }) => scheme.scheme.indicators.length > 0)) {
    part('statistics.quantitative', {}, () => quantitativePart(sheet, texts, views));
  }
  for (const view of views) {
    const numbers = schemeNumbers(view);
    if (numbers) part('statistics.scheme', { scheme: view.scheme.scheme.name }, () => schemePart(sheet, view, numbers));
  }
  if (findings.length > 0) part('statistics.findings', {}, () => gapPart(sheet, texts, findings));
  const branches = attainment.filter(({ goal }) => goal === null);
  if (branches.length > 0) part('statistics.memberAttainment', {}, () => branchPart(sheet, texts, branches));
  const above = sheet.row - 1;
  gap(sheet);
  writeSentence(sheet, texts('statistics.note'), LOOKS.note);
  sheet.keep(above, sheet.row - 1);

  const area = { top: 0, left: 0, bottom: sheet.row - 1, right: WIDTHS.length - 1 };
  return sheet.build({
    print: sheet.paged(a4('portrait', texts('print.footer'), undefined, area)),
    tabColor: COLORS.tab.statistics,
  });
}

/** Writes parts under headings that are counted 一、二、… */
function numbered(
  sheet: SheetBuilder,
  texts: Texts,
): (key: string, data: Record<string, string>, write: () => void) => void {
  const numerals = texts('word.numerals').split(',');
  let count = 0;
  return (key, data, write) => {
    if (count > 0) gap(sheet);
    const number = numerals[count] ?? String(count + 1);
    count++;
    const text = texts('statistics.part', { number, title: texts(key, data) });
    const { size } = LOOKS.heading.font;
    // A table that is ranked as it stands has its whole title for a name.
    sheet.line(text, LOOKS.heading, Math.max(28, rowHeight(sheet.linesOf(text, size), size)));
    write();
  };
}
