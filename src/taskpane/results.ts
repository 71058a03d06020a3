/* One piece of the pane: what there is to see of a run. */
export { AttainmentList } from './components/AttainmentList';
export { Findings } from './components/Findings';
export { Ranking } from './components/Ranking';
export { ResultSheets } from './components/ResultSheets';
export { Views } from './components/Views';
