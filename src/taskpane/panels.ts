/* One piece of the pane: what opens over it. */
export { ToolPanel } from './components/ToolPanel';
export { Why } from './components/Why';
