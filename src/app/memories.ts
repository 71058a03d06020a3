import {
  latestMemory,
  mergeMemories,
  parseMemory,
  withCorrection,
  type CorrectionEdit,
  type Corrections,
  type Memory,
  type WorkbookSnapshot,
} from '../model';
import { memoryIn } from '../report';

/** What is remembered of a set of workbooks: the latest of what they carry and of the copies that a host has. */
export function memoryOf(workbooks: readonly WorkbookSnapshot[], copies: readonly unknown[]): Memory {
  return latestMemory([...copies.map(parseMemory), mergeMemories(workbooks.map(memoryIn))]);
}

/** A memory after a person has corrected something. */
export function withEdits({ revision, corrections }: Memory, edits: readonly CorrectionEdit[]): Memory {
  return { revision: revision + 1, corrections: edits.reduce(withCorrection, corrections) };
}

/**
 * What is to be known of other files: as it was, with what was said now. Ids are of one organization, names of any: who
 * is meant is remembered by name only.
 */
export function withKnown(known: Corrections, edits: readonly CorrectionEdit[]): Corrections {
  return edits.map(withoutId).reduce(withCorrection, known);
}

function withoutId(edit: CorrectionEdit): CorrectionEdit {
  if (edit.type !== 'name' || !edit.value?.target) return edit;
  return { ...edit, value: { target: { id: null, name: edit.value.target.name } } };
}
