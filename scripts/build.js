import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** What the pages are made of. */
const SOURCES = ['src', 'assets', 'manifest.xml', 'webpack.config.js', 'package-lock.json'];
const PAGE = join(ROOT, 'dist/index.html');

function newest(path) {
  if (!existsSync(path)) return 0;
  const entry = statSync(path);
  if (!entry.isDirectory()) return entry.mtimeMs;
  return readdirSync(path).reduce((time, name) => Math.max(time, newest(join(path, name))), entry.mtimeMs);
}

/** Builds the pages; settings are those of webpack.config.js, e.g. "host=https://intranet.example". */
export function build(...settings) {
  const webpack = createRequire(import.meta.url).resolve('webpack-cli/bin/cli.js');
  const options = [
    '--mode',
    'production',
    '--stats',
    'errors-warnings',
    ...settings.flatMap((text) => ['--env', text]),
  ];
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
  return join(ROOT, 'dist');
}
