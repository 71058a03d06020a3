// Builds the browser edition if needed, serves it on this machine, says where, and opens it where there is a browser.
import { spawn } from 'node:child_process';
import { built } from './build.js';
import { serve } from './serve.js';

const OPENERS = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''], linux: ['xdg-open'] };

function openBrowser(url) {
  const headless = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  const [command, ...options] = OPENERS[process.platform] ?? [];
  if (!command || headless || process.env.CI || process.env.BROWSER === 'none') return;
  spawn(command, [...options, url], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}

console.log('先锋考评 Pioneer Scorecard: 正在构建 / building …');
const { url } = await serve(built(), process.env.PORT ? Number(process.env.PORT) : undefined);
console.log(`\n  浏览器版已就绪 / browser edition ready:  ${url}\n\n  Ctrl+C 结束 / to stop\n`);
openBrowser(url);
