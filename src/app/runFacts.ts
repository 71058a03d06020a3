import type { RunFacts } from '../report';
import { now } from './today';
import { version as built } from './version';

/**
 * What a host knows of a run that starts now.
 * @param hashes SHA-256 of each file, see `sha256`; null where there is no file
 * @param version where no build has put one in
 */
export function runFacts(hashes: readonly (string | null)[], version: string = built): RunFacts {
  return { version, at: now(), hashes };
}
