import { type ComponentType, lazy, type LazyExoticComponent } from 'react';

/** What there is to see of a run, loaded in one piece. */
const results = () => import('./results');
/** What opens over the pane. */
const panels = () => import('./panels');
const dataStep = () => import('./components/DataStep');

/** Milliseconds after the first paint in which nothing else is loaded. */
const QUIET = 300;

const later = <P extends object>(load: () => Promise<ComponentType<P>>): LazyExoticComponent<ComponentType<P>> =>
  lazy(async () => ({ default: await load() }));

/* Parts of the pane that its first picture does not need: each is loaded when it is first shown. */
export const Views = later(async () => (await results()).Views);
export const Findings = later(async () => (await results()).Findings);
export const Ranking = later(async () => (await results()).Ranking);
export const AttainmentList = later(async () => (await results()).AttainmentList);
export const ResultSheets = later(async () => (await results()).ResultSheets);
export const DataStep = later(async () => (await dataStep()).DataStep);
export const Why = later(async () => (await panels()).Why);
export const ToolPanel = later(async () => (await panels()).ToolPanel);

/**
 * Loads what the next clicks will ask for while nobody waits: a server that is out of reach later stops nothing then.
 * @returns the function that leaves it, as long as it has not begun
 */
export function loadSoon(): () => void {
  const timer = setTimeout(() => {
    // Who asks for a part that could not be loaded is told so then.
    for (const load of [results, dataStep, panels]) void load().catch(() => undefined);
  }, QUIET);
  return () => clearTimeout(timer);
}
