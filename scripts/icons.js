// Draws the PNG icons that Excel asks for from assets/icons/icon.svg. Run it after the drawing has changed.
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { chromiumPath } from './chromium.js';

const SIZES = [16, 20, 24, 32, 40, 48, 64, 80];
const folder = new URL('../assets/icons/', import.meta.url);
const svg = readFileSync(new URL('icon.svg', folder), 'utf8');

const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage();
for (const size of SIZES) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  await page.screenshot({ path: new URL(`icon-${size}.png`, folder).pathname, omitBackground: true });
}
await browser.close();
