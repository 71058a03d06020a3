import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** What the pages are made of. */
const SOURCES = ['src', 'assets', 'manifest.xml', 'webpack.config.js', 'package-lock.json'];
const DIST = join(ROOT, 'dist');
const PAGE = join(DIST, 'index.html');

function newest(path) {
  if (!existsSync(path)) return 0;
  const entry = statSync(path);
  if (!entry.isDirectory()) return entry.mtimeMs;
  return readdirSync(path).reduce((time, name) => Math.max(time, newest(join(path, name))), entry.mtimeMs);
}

/**
 * Builds the pages.
 * @param {string[]} settings those of webpack.config.js, e.g. "host=https://intranet.example"
 * @param {string} folder where they go
 */
export function build(settings = [], folder = DIST) {
  const webpack = createRequire(import.meta.url).resolve('webpack-cli/bin/cli.js');
  const options = ['--mode', 'production', '--stats', 'errors-warnings', '--output-path', folder];
  for (const setting of settings) options.push('--env', setting);
  const { status } = spawnSync(process.execPath, [webpack, ...options], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) throw new Error('The build failed; the messages above say where.');
}

/** Folder of the built pages; builds them unless they are newer than everything that they are made of. */
export function built() {
  const made = existsSync(PAGE) ? statSync(PAGE).mtimeMs : 0;
  if (made <= Math.max(...SOURCES.map((name) => newest(join(ROOT, name))))) build();
  return DIST;
}
