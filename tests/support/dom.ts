import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';
import { registerIcons } from '../../src/taskpane/icons';

// A busy machine is slow; what never comes is still missed.
configure({ asyncUtilTimeout: 8_000 });
registerIcons();

// jsdom lays nothing out: tabs would all be thought too wide for a pane of width 0.
Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 350 });

// jsdom's files cannot be read as browsers read them.
Blob.prototype.text ??= function (this: Blob): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsText(this);
  });
};
