import { lazy } from 'react';
import type { View } from './components/Views';
import { AttainmentList, DataStep, Findings, Ranking, ResultSheets } from './later';
import type { Step } from './steps';

/** What there is to see at each step, in order. What few people open in a run is loaded when it is asked for. */
export const STEP_VIEWS: Readonly<Record<Step, readonly View[]>> = {
  data: [{ key: 'data', body: DataStep }],
  check: [{ key: 'findings', body: Findings }],
  score: [
    { key: 'ranking', body: Ranking },
    { key: 'attainment', body: AttainmentList },
    { key: 'charts', body: lazy(() => import('./components/Charts')) },
  ],
  write: [
    { key: 'results', body: ResultSheets },
    { key: 'documents', body: lazy(() => import('./components/Documents')) },
  ],
};
