import { Deflate, inflateSync, strFromU8, strToU8 } from 'fflate';
import type { CellNote, CellPosition, CellRange } from '../../../model';

/** What was done with a result sheet, and what is kept to take it back. */
export interface UndoSheet {
  readonly kind: 'created' | 'replaced' | 'removed';
  /** Its name now (created, replaced), or before (removed). */
  readonly name: string;
  readonly mark: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  /** Name of the hidden sheet that holds what was there before. */
  readonly backup: string | null;
  /** Fingerprint of what was written; null until all of it was. */
  readonly sum: string | null;
}

/** A cell of the user's that was written: what it held ("=…" is a formula where `isFormula`), and what it got. */
export interface UndoCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly before: string | number | boolean;
  readonly isFormula: boolean;
  readonly format: string;
  readonly wrote: string | number | boolean;
}

/** Marks that a sheet of the user had before. */
export interface UndoHighlights {
  readonly sheet: string;
  readonly before: readonly { readonly fill: string; readonly ranges: readonly CellRange[] }[];
  /** Notes of ours that were there, and cells that got or kept one; left out by earlier versions. */
  readonly notes?: {
    readonly before: readonly Pick<CellNote, 'row' | 'column' | 'title' | 'text'>[];
    readonly cells: readonly CellPosition[];
  };
}

/** All that takes the last write back. */
export interface UndoRecord {
  /** Number of the write, see `nextWrite`. */
  readonly write: number;
  readonly sheets: readonly UndoSheet[];
  readonly cells: readonly UndoCell[];
  readonly highlights: readonly UndoHighlights[];
  /** Names of all sheets before; what else bears our mark was left by a write that broke off. */
  readonly tabs: readonly string[];
  /** Whether the write came to its end. */
  readonly isDone: boolean;
}

/** Another version of the record counts for nothing. */
const VERSION = 1;
/** Characters that a workbook setting holds without trouble: the stated limit is 2 MB, trouble starts at 1 MB. */
const MAX_CHARACTERS = 900_000;

/** Cells of one run at most, so that packing can pause between runs. */
const MAX_RUN = 5000;

/** Cells below each other as one run: with the same things side by side, the packed text stays small. */
interface Run {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly before: UndoCell['before'][];
  readonly formulas: number[];
  readonly formats: string[];
  readonly wrote: UndoCell['wrote'][];
}

function runsOf(cells: readonly UndoCell[]): Run[] {
  const runs: Run[] = [];
  for (const { sheet, row, column, before, isFormula, format, wrote } of cells) {
    let run = runs.at(-1);
    const isNext = run?.sheet === sheet && run.column === column && run.row + run.before.length === row;
    if (!run || !isNext || run.before.length >= MAX_RUN) {
      runs.push((run = { sheet, row, column, before: [], formulas: [], formats: [], wrote: [] }));
    }
    if (isFormula) run.formulas.push(run.before.length);
    run.before.push(before);
    run.formats.push(format);
    run.wrote.push(wrote);
  }
  return runs;
}

function cellsOf(runs: readonly Run[]): UndoCell[] {
  return runs.flatMap(({ sheet, row, column, before, formulas, formats, wrote }) => {
    const isFormula = new Set(formulas);
    return before.map((value, i) => ({
      sheet,
      row: row + i,
      column,
      before: value,
      isFormula: isFormula.has(i),
      format: formats[i]!,
      wrote: wrote[i]!,
    }));
  });
}

/** Characters that are packed at a time: a few milliseconds. */
const PACK_STEP = 2 ** 18;

/**
 * The record as a workbook keeps it: packed text. A record that is too large is kept without the cells.
 * @param breathe called between the steps of long packing
 * @returns the text, and whether the cells are in it
 */
export async function packRecord(
  record: UndoRecord,
  breathe: () => Promise<void>,
): Promise<{ readonly text: string; readonly hasCells: boolean }> {
  const full = await packed(record, runsOf(record.cells), breathe);
  if (full.length <= MAX_CHARACTERS) return { text: full, hasCells: true };
  return { text: await packed(record, [], breathe), hasCells: false };
}

async function packed(record: UndoRecord, runs: readonly Run[], breathe: () => Promise<void>): Promise<string> {
  const parts: string[] = [];
  const deflate = new Deflate({ level: 6 }, (bytes) => parts.push(binary(bytes)));
  let text = `${JSON.stringify({ version: VERSION, ...record, cells: undefined }).slice(0, -1)},"runs":[`;
  for (const [i, run] of runs.entries()) {
    text += (i > 0 ? ',' : '') + JSON.stringify(run);
    if (text.length < PACK_STEP) continue;
    push(deflate, text);
    text = '';
    await breathe();
  }
  push(deflate, `${text}]}`, true);
  return btoa(parts.join(''));
}

/** Bytes as the letters that `btoa` takes; a call cannot have very many arguments. */
function binary(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return text;
}

function push(deflate: Deflate, text: string, isLast = false): void {
  deflate.push(strToU8(text), isLast);
}

/** The record that a workbook keeps; null when there is none, or one that this version does not understand. */
export function unpackRecord(text: unknown): UndoRecord | null {
  if (typeof text !== 'string' || text === '') return null;
  try {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const { version, runs, ...record } = JSON.parse(strFromU8(inflateSync(bytes))) as UndoRecord & {
      version: number;
      runs: Run[];
    };
    const lists = [record.sheets, record.highlights, record.tabs, runs];
    if (version !== VERSION || !lists.every(Array.isArray)) return null;
    return { ...record, cells: cellsOf(runs) };
  } catch {
    return null;
  }
}
