import '@testing-library/jest-dom';
import { registerIcons } from '../../src/taskpane/icons';

registerIcons();

// jsdom lays nothing out: tabs would all be thought too wide for a pane of width 0.
Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 350 });
