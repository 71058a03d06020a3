import type { Locale } from '../i18n';
import { MAX_NOTES, type Assessment, type CellNote, type CellRef, type ChangeSet, type Finding } from '../model';
import type { Texts } from './texts';

/** Findings that one note tells; more of them at one cell are in the list of gaps. */
const MOST_TOLD = 4;

/**
 * What is said at the marked cells of one workbook: each finding in words and what to do, the gravest cells first, and
 * how many cells are too many for notes. A cell inside a merged block is spoken of at the block's first cell, the only
 * one that shows a note.
 */
export function cellNotes(
  texts: Texts,
  locale: Locale,
  assessment: Assessment,
  findings: readonly Finding[],
  workbook: number,
): Required<Pick<ChangeSet, 'notes' | 'notesLeftOut'>> {
  const isHere = ({ place, severity }: Finding) =>
    place !== null && severity !== 'low' && assessment.sheets[place.sheet]!.workbook === workbook;
  const shown = gravestFirst(findings.filter(isHere), (finding) => finding);
  const cells = gravestFirst([...grouped(shown, ({ place }) => place!).values()], ([first]) => first!);
  const noted = cells.slice(0, MAX_NOTES).flat();
  const notes = [...grouped(noted, ({ place }) => shownAt(assessment, place!))].map(([at, found]): CellNote => {
    const told = found.slice(0, MOST_TOLD).map((finding) => sentence(texts, locale, finding));
    const more = found.length - told.length;
    return {
      sheet: assessment.sheets[at.sheet]!.name,
      row: at.row,
      column: at.column,
      title: texts(`mark.title.${found[0]!.severity}`),
      text: [...told, ...(more > 0 ? [texts('mark.more', { count: more })] : [])].join('\n'),
    };
  });
  return { notes, notesLeftOut: Math.max(0, cells.length - MAX_NOTES) };
}

/** High before the others, else in the order in which they come. */
function gravestFirst<T>(list: readonly T[], findingOf: (entry: T) => Finding): T[] {
  const isGrave = (entry: T) => findingOf(entry).severity === 'high';
  return [...list.filter(isGrave), ...list.filter((entry) => !isGrave(entry))];
}

/** Findings by cell, cells and findings in the order in which they come. */
function grouped(findings: readonly Finding[], cellOf: (finding: Finding) => CellRef): Map<CellRef, Finding[]> {
  const known = new Map<string, CellRef>();
  const cells = new Map<CellRef, Finding[]>();
  for (const finding of findings) {
    const at = cellOf(finding);
    const key = `${at.sheet}:${at.row}:${at.column}`;
    const cell = known.get(key);
    if (cell) cells.get(cell)!.push(finding);
    else {
      known.set(key, at);
      cells.set(at, [finding]);
    }
  }
  return cells;
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
