import { Q } from '../values';
import { LOOKS, rowHeight } from './looks';
import type { SchemeView } from './schemeView';
import type { SheetBuilder } from './sheetBuilder';
import { textWidth } from './textWidth';
import { weightsOf, type Texts } from './texts';

/** How the total, the grades and the places came about, and the line to be signed. */
export function rankingFoot(sheet: SheetBuilder, view: SchemeView): void {
  const { texts, scheme, inPlay } = view;
  const { parameters } = scheme;
  const weights = weightsOf(scheme, inPlay);
  const bands = parameters.grades
    .map(({ name, from }) => texts('foot.band', { name, from: Q.formatRational(from) }))
    .join(texts('word.comma'));
  const quota = parameters.topGradeQuota
    ? texts('foot.quota', { grade: parameters.grades[0]!.name, rate: Q.formatPercent(parameters.topGradeQuota) })
    : '';
  const total =
    inPlay.length === 0
      ? texts('foot.table')
      : texts('foot.formula', {
          sources: inPlay.map((source) => `${texts(`source.${source}`)}×${weights[source] ?? ''}`).join('＋'),
        });
  const order = texts(parameters.rankBy === 'grade' ? 'foot.byGrade' : 'foot.byTotal', {
    ties:
      parameters.tieBreak.length > 0
        ? texts('foot.ties', { keys: parameters.tieBreak.join(texts('word.comma')) })
        : texts('foot.noTies'),
  });
  const trend = view.previous ? texts('foot.trend', { period: view.previous.period.text }) : '';
  const note = texts('foot.note', { total, bands: bands + quota, order }) + trend;
  sheet.line(note, LOOKS.note, rowHeight(sheet.linesOf(note, LOOKS.note.font.size), LOOKS.note.font.size) + 4);
  signatureLines(sheet, texts);
}

/** The line to be signed and dated, on the page of what is signed. */
export function signatureLines(sheet: SheetBuilder, texts: Texts): void {
  const signature = ['head', 'checked', 'prepared', 'date'].map((key) => texts(`foot.${key}`));
  const line = signature.join('');
  // A narrow table takes two lines to sign, so that none is cut off.
  const lines = textWidth(line) <= sheet.room ? [line] : [signature.slice(0, 2).join(''), signature.slice(2).join('')];
  const above = sheet.row - 1;
  for (const text of lines) sheet.line(text, LOOKS.signature, 30);
  sheet.keep(above, sheet.row - 1);
}
