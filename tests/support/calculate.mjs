// Computes workbooks with IronCalc, an engine that is none of ours: cells as entered on stdin, the values of the formulas
// on stdout, both as JSON. A process of its own, for the engine is WebAssembly behind an ES module.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import init, { Model } from '@ironcalc/wasm';

/** @typedef {{ name: string, cells: [row: number, column: number, entry: string][] }} Sheet */

/** @param {Sheet[]} sheets */
function compute(sheets) {
  const model = new Model('check', 'en', 'UTC', 'en');
  model.pauseEvaluation();
  sheets.forEach(({ name, cells }, sheet) => {
    if (sheet > 0) model.newSheet();
    model.renameSheet(sheet, name);
    for (const [row, column, entry] of cells) model.setUserInput(sheet, row + 1, column + 1, entry);
  });
  model.resumeEvaluation();
  model.evaluate();
  return sheets.map(({ cells }, sheet) =>
    cells
      .filter(([, , entry]) => entry.startsWith('='))
      .map(([row, column]) => [row, column, model.getFormattedCellValue(sheet, row + 1, column + 1)]),
  );
}

const wasm = createRequire(import.meta.url).resolve('@ironcalc/wasm/wasm_bg.wasm');
await init({ module_or_path: readFileSync(wasm) });
/** @type {Sheet[][]} */
const workbooks = JSON.parse(readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(workbooks.map(compute)));
