import { mergeCorrections } from './editCorrections';
import { NO_CORRECTIONS, type Corrections } from './corrections';
import { parseCorrections } from './parseCorrections';

/** What a workbook remembers of the people who worked on it: plain data that travels with it in several ways. */
export interface Memory {
  /** Counts up with each change, so that of two copies the later one is known. */
  readonly revision: number;
  readonly corrections: Corrections;
}

export const NO_MEMORY: Memory = { revision: 0, corrections: NO_CORRECTIONS };

/**
 * A memory from data that may come from anywhere; what is not understood is not remembered.
 * @param data plain data as `JSON.parse` gives it
 */
export function parseMemory(data: unknown): Memory {
  if (typeof data !== 'object' || data === null || !Object.hasOwn(data, 'corrections')) return NO_MEMORY;
  const { revision, corrections } = data as Record<string, unknown>;
  const isCount = typeof revision === 'number' && Number.isSafeInteger(revision) && revision >= 0;
  return { revision: isCount ? revision : 0, corrections: parseCorrections(corrections) };
}

/** Of several copies of one memory the latest; of equally late ones the first. */
export function latestMemory(copies: readonly Memory[]): Memory {
  return copies.reduce((latest, copy) => (copy.revision > latest.revision ? copy : latest), copies[0] ?? NO_MEMORY);
}

/** What several workbooks remember, together; where they differ, the one that changed more often counts. */
export function mergeMemories(memories: readonly Memory[]): Memory {
  const ordered = [...memories].sort((a, b) => a.revision - b.revision);
  return {
    revision: ordered.at(-1)?.revision ?? 0,
    corrections: ordered.reduce((merged, { corrections }) => mergeCorrections(merged, corrections), NO_CORRECTIONS),
  };
}
