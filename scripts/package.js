// Packs what an administrator needs into one zip: the pages, the manifest, a page that says how to install them.
//   npm run package -- https://intranet.example/scorecard
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import { build } from './build.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Apart from dist/, which is for this machine. */
const PAGES = join(ROOT, 'artifacts/package');
const GUIDE = 'assets/guide/help.html';
/** Already compressed. */
const STORED = /\.(png|woff2?|xlsx)$/;

/** Every file of a folder by its path within the zip. */
function filesOf(folder, prefix) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const [path, name] = [join(folder, entry.name), `${prefix}/${entry.name}`];
    return entry.isDirectory() ? filesOf(path, name) : [[name, path]];
  });
}

const [host] = process.argv.slice(2);
build(host ? [`host=${host}`] : [], PAGES);
const entries = [
  ['安装说明.html', join(ROOT, GUIDE)],
  ['manifest.xml', join(PAGES, 'manifest.xml')],
  ...filesOf(PAGES, 'web').filter(([name]) => name !== 'web/manifest.xml'),
];
const zip = zipSync(
  Object.fromEntries(entries.map(([name, path]) => [name, [readFileSync(path), { level: STORED.test(name) ? 0 : 6 }]])),
);
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const target = join(ROOT, 'artifacts', `pioneer-scorecard-${version}.zip`);
mkdirSync(join(ROOT, 'artifacts'), { recursive: true });
writeFileSync(target, zip);
console.log(`${target}\n${entries.length} files, ${(zip.length / 2 ** 20).toFixed(1)} MB`);
if (!host)
  console.log('The manifest names https://localhost:3000: give the address of your server to have it filled in.');
