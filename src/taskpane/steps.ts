/** The way through the pane, in order: what was recognised, what is wrong with it, the result, what is written. */
export const STEPS = ['data', 'check', 'score', 'write'] as const;
export type Step = (typeof STEPS)[number];

/** Id of the tab of a step. */
export const stepId = (step: Step): string => `step-${step}`;
