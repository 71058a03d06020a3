import type { Progress } from '../app/port';
import type { Stage } from '../app/types';

/** Share of the whole that lies behind each stage and that it takes. */
const SHARES: Readonly<Record<Stage, readonly [number, number]>> = {
  read: [0, 0.35],
  recognise: [0.35, 0.2],
  score: [0.55, 0.2],
  findings: [0.75, 0.1],
  report: [0.85, 0.15],
};

/**
 * How far a run is, as a share 0..1 of the whole.
 * @example stageShare({ stage: "score", done: 0.5 }) // 0.65
 */
export function stageShare({ stage, done }: Progress): number {
  const [before, width] = SHARES[stage];
  return before + width * done;
}
