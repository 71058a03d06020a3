// Draws the PNG icons that Excel asks for from the drawings in assets/icons. Run it after a drawing has changed.
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { chromiumPath } from './chromium.js';

/** The product in the list of add-ins, then one for each button of the ribbon. */
const BUTTON_SIZES = [16, 20, 24, 32, 40, 48, 64, 80];
const DRAWINGS = { icon: [...BUTTON_SIZES, 128], score: BUTTON_SIZES, check: BUTTON_SIZES };
const folder = new URL('../assets/icons/', import.meta.url);

const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage();
for (const [name, sizes] of Object.entries(DRAWINGS)) {
  const svg = readFileSync(new URL(`${name}.svg`, folder), 'utf8');
  for (const size of sizes) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
    await page.screenshot({ path: new URL(`${name}-${size}.png`, folder).pathname, omitBackground: true });
  }
}
await browser.close();
