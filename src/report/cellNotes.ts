import type { Locale } from '../i18n';
import type { Assessment, CellNote, CellRef, Finding } from '../model';
import type { Texts } from './texts';

/** Findings that one note tells; more of them at one cell are in the list of gaps. */
const MOST_TOLD = 4;

/**
 * What is said at the marked cells of one workbook: each finding in words and what to do, the gravest first. A cell
 * inside a merged block is spoken of at the block's first cell, the only one that shows a note.
 */
export function cellNotes(
  texts: Texts,
  locale: Locale,
  assessment: Assessment,
  findings: readonly Finding[],
  workbook: number,
): CellNote[] {
  const cells = new Map<string, { readonly at: CellRef; readonly findings: Finding[] }>();
  for (const finding of findings) {
    const { place, severity } = finding;
    if (place === null || severity === 'low' || assessment.sheets[place.sheet]!.workbook !== workbook) continue;
    const at = shownAt(assessment, place);
    const key = `${at.sheet}:${at.row}:${at.column}`;
    const cell = cells.get(key);
    if (cell) cell.findings.push(finding);
    else cells.set(key, { at, findings: [finding] });
  }
  const isGrave = ({ severity }: Finding) => severity === 'high';
  const notes = [...cells.values()].map(({ at, findings: found }) => {
    const ordered = [...found.filter(isGrave), ...found.filter((finding) => !isGrave(finding))];
    const told = ordered.slice(0, MOST_TOLD).map((finding) => sentence(texts, locale, finding));
    const more = ordered.length - told.length;
    return {
      severity: ordered[0]!.severity,
      note: {
        sheet: assessment.sheets[at.sheet]!.name,
        row: at.row,
        column: at.column,
        title: texts(`mark.title.${ordered[0]!.severity}`),
        text: [...told, ...(more > 0 ? [texts('mark.more', { count: more })] : [])].join('\n'),
      },
    };
  });
  return [
    ...notes.filter(({ severity }) => severity === 'high'),
    ...notes.filter(({ severity }) => severity !== 'high'),
  ].map(({ note }) => note);
}

function sentence(texts: Texts, locale: Locale, finding: Finding): string {
  const [message, action] =
    locale === 'en-US' ? [finding.messageEn, finding.actionEn] : [finding.message, finding.action];
  const { subjectName: unit } = finding;
  const found = unit === null ? message : texts('mark.finding', { unit, message });
  return `${found}\n${texts('mark.action', { action })}`;
}

/** The first cell of the merged block that a cell stands in, or the cell itself. */
function shownAt({ workbooks, sheets }: Assessment, place: CellRef): CellRef {
  const { workbook, sheet } = sheets[place.sheet]!;
  const { row, column } = place;
  const block = workbooks[workbook]!.sheets[sheet]!.merges.find(
    ({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right,
  );
  return block ? { ...place, row: block.top, column: block.left } : place;
}
