import { a1, type CellNote, type CellRange } from '../../../model';
import { HIGHLIGHT_FORMULA, MARK_NAME } from '../../shared/mark';
import { readNote, signedNote } from '../../shared/notes';
import { fittedValidationText } from '../../shared/validation';
import type { Capabilities } from '../capabilities';
import type { Batch, Gateway } from '../gateway';
import { type NotePlace, NOTES_KEY } from '../noted';
import type { OwnFormat } from './highlights';
import { rangeAt } from './rangeAt';

/** What stands at a cell: a note of ours or of somebody else, or what stands for one. */
export interface FoundNote extends NotePlace {
  readonly owner: 'nobody' | 'ours' | 'theirs';
  /** What ours says. */
  readonly content: Pick<CellNote, 'title' | 'text'> | null;
  /** Whether ours is a note, and whether it is an input message. */
  readonly isNote: boolean;
  readonly isPrompt: boolean;
}

/** Cells under our fills that are looked at for notes which have moved with their rows. */
const MAX_LOOKED_AT = 5000;

/**
 * How this Excel puts what is said at a cell: as a note, or where it has none (before ExcelApi 1.18) as the input message
 * of a data validation that takes every entry.
 */
export class NoteWay {
  private readonly hasNotes: boolean;

  constructor(capabilities: Capabilities) {
    this.hasNotes = capabilities.has('notes');
  }

  /** What stands at cells, as one request. */
  read(places: readonly NotePlace[]): Batch<FoundNote[]> {
    return ({ workbook }) => {
      const found = places.map((place) => this.readOne(workbook.worksheets.getItem(place.sheet), place));
      return () => found.map((read) => read());
    };
  }

  private readOne(worksheet: Excel.Worksheet, place: NotePlace): () => FoundNote {
    const validation = validationAt(worksheet, place).load('type,rule,prompt');
    const note = this.hasNotes ? worksheet.notes.getItemOrNullObject(a1(place)).load('content') : null;
    return () => {
      const { type, rule, prompt } = validation;
      const formula: unknown = rule.custom?.formula;
      const isPrompt = type === 'Custom' && typeof formula === 'string' && formula.includes(`"${MARK_NAME}"`);
      const said = isPrompt ? { title: prompt.title, text: prompt.message } : null;
      if (note && !note.isNullObject) {
        const content = readNote(note.content);
        return { ...place, owner: content ? 'ours' : 'theirs', content, isNote: content !== null, isPrompt };
      }
      const isTaken = note === null && type !== 'None' && !isPrompt;
      const owner = isTaken ? 'theirs' : isPrompt ? 'ours' : 'nobody';
      return { ...place, owner, content: said, isNote: false, isPrompt };
    };
  }

  /** Whether what stands at a cell is just what a note would put there. */
  isSame({ content, isNote, isPrompt }: FoundNote, note: Pick<CellNote, 'title' | 'text'>): boolean {
    if (!content || isNote !== this.hasNotes || isPrompt === this.hasNotes) return false;
    const { title, text } = this.hasNotes ? note : fittedValidationText(note);
    return content.title === title && content.text === text;
  }

  /** Puts a note at a cell that has none. */
  put(worksheet: Excel.Worksheet, note: Pick<CellNote, 'row' | 'column' | 'title' | 'text'>): void {
    if (this.hasNotes) {
      worksheet.notes.add(a1(note), signedNote(note));
      return;
    }
    const validation = validationAt(worksheet, note);
    validation.rule = { custom: { formula: `=${HIGHLIGHT_FORMULA}` } };
    validation.ignoreBlanks = true;
    validation.errorAlert = { style: 'Information', showAlert: false, title: '', message: '' };
    const { title, text } = fittedValidationText(note);
    validation.prompt = { showPrompt: true, title, message: text };
  }

  /** Takes ours away. */
  remove(worksheet: Excel.Worksheet, { row, column, isNote, isPrompt }: FoundNote): void {
    if (isNote) worksheet.notes.getItem(a1({ row, column })).delete();
    if (isPrompt) validationAt(worksheet, { row, column }).clear();
  }
}

function validationAt(
  worksheet: Excel.Worksheet,
  { row, column }: { readonly row: number; readonly column: number },
): Excel.DataValidation {
  return rangeAt(worksheet, { top: row, bottom: row, left: column, right: column }).dataValidation;
}

/** Makes the workbook keep where our notes stand. */
export function queueNoted({ workbook }: Excel.RequestContext, places: readonly NotePlace[]): void {
  const cells: Record<string, number[]> = {};
  for (const { sheet, row, column } of places) (cells[sheet] ??= []).push(row, column);
  workbook.settings.add(NOTES_KEY, cells);
}

/** Key of a cell of a workbook. */
export function placeKey({ sheet, row, column }: NotePlace): string {
  return `${row}:${column}:${sheet}`;
}

/** Places without those that are named twice. */
export function distinct<T extends NotePlace>(places: readonly T[]): T[] {
  return [...new Map(places.map((place) => [placeKey(place), place])).values()];
}

/**
 * All notes of ours that can be found: those that stand where they are kept to stand, and, where some do not, those under
 * our fills, which move with their rows as notes do. Costs a request only then.
 * @param looked what was found at the places so far
 * @param noted where they are kept to stand
 */
export async function findNotes(
  gateway: Gateway,
  way: NoteWay,
  looked: readonly FoundNote[],
  noted: readonly NotePlace[],
  formats: ReadonlyMap<string, readonly OwnFormat[]>,
): Promise<FoundNote[]> {
  const known = new Map(looked.map((found) => [placeKey(found), found]));
  const isThere = noted.length > 0 && noted.every((place) => known.get(placeKey(place))?.owner === 'ours');
  const places = isThere
    ? []
    : [...formats].flatMap(([sheet, own]) =>
        own.flatMap(({ ranges }) => ranges.flatMap((range) => cellsOf(sheet, range))),
      );
  const more = distinct(places.filter((place) => !known.has(placeKey(place)))).slice(0, MAX_LOOKED_AT);
  return more.length === 0 ? [...looked] : [...looked, ...(await gateway.read(way.read(more)))];
}

function cellsOf(sheet: string, { top, left, bottom, right }: CellRange): NotePlace[] {
  const cells: NotePlace[] = [];
  for (let row = top; row <= bottom && cells.length < MAX_LOOKED_AT; row++) {
    for (let column = left; column <= right; column++) cells.push({ sheet, row, column });
  }
  return cells;
}
