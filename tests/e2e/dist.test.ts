import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';

const DIST = process.env['DIST'] ?? join(__dirname, '../../dist');
const OFFICE_JS = join(__dirname, '../../node_modules/@microsoft/office-js/dist');
/** Bytes over the wire that the pane may need before it shows something. */
const PANE_BUDGET = 250 * 1024;

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesOf(join(folder, entry.name)) : [join(folder, entry.name)],
  );
const textOf = (name: string) => readFileSync(join(DIST, name), 'utf8');
const PAGES = ['taskpane.html', 'commands.html', 'index.html', 'help.html'];
const SCRIPTS = filesOf(join(DIST, 'js')).map((path) => relative(DIST, path));

/** Names in the form of addresses: nothing is ever fetched from them. */
const NAMESPACES = [
  /^https?:\/\/(www\.)?w3\.org\//,
  /^https?:\/\/schemas\.(openxmlformats|microsoft)\.(org|com)\//,
  /^https?:\/\/purl\.(org|oclc\.org)\//,
];
/** Addresses in messages of libraries for developers. */
const MESSAGES = [/^https?:\/\/(react\.dev|reactjs\.org|fb\.me|aka\.ms|github\.com|go\.microsoft\.com)\//];

test('office.js is served whole and unmodified', () => {
  const names = filesOf(OFFICE_JS).map((path) => relative(OFFICE_JS, path));
  expect(filesOf(join(DIST, 'office')).map((path) => relative(join(DIST, 'office'), path))).toEqual(names);
  const changed = names.filter(
    (name) => !readFileSync(join(DIST, 'office', name)).equals(readFileSync(join(OFFICE_JS, name))),
  );
  expect(changed).toEqual([]);
});

test('the pane starts with little', () => {
  const parts = [...textOf('taskpane.html').matchAll(/(?:src|href)="((?:js|css)\/[^"]+)"/g)].map(([, path]) => path!);
  expect(parts.length).toBeGreaterThan(1);
  const bytes = parts.reduce((sum, path) => sum + gzipSync(readFileSync(join(DIST, path))).length, 0);
  expect(bytes).toBeLessThanOrEqual(PANE_BUDGET);
});

test.each(PAGES)('%s has a strict policy, no inline script, and names only files of its own', (name) => {
  const page = textOf(name);
  const [, policy = ''] = /Content-Security-Policy"\s+content="([^"]+)"/.exec(page) ?? [];
  expect(policy).toMatch(/^default-src 'none'/);
  expect(policy).not.toMatch(/unsafe-eval|https?:|\*/);
  expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
  expect(page).not.toMatch(/<script(?![^>]*\ssrc=)/);
  expect(page).not.toMatch(/\son\w+=/);
  const files = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path!);
  for (const path of files) expect(statSync(join(DIST, path)).isFile()).toBe(true);
});

test('names of scripts change with their content, but for the page of old web views', () => {
  expect(SCRIPTS.filter((name) => !/\.[0-9a-f]{8}\.js$/.test(name))).toEqual(['js/outdated.js']);
});

test('the scripts of the pane name no foreign host', () => {
  const own = SCRIPTS.filter((name) => /js\/(taskpane|commands|pane-worker|outdated)\b/.test(name));
  const foreign = own.flatMap((name) =>
    [...textOf(name).matchAll(/https?:\/\/[^\s"'`<>\\)]+/g)].flatMap(([address]) =>
      [...NAMESPACES, ...MESSAGES].some((known) => known.test(address)) ? [] : [`${name}: ${address}`],
    ),
  );
  expect(foreign).toEqual([]);
});

test('no script is made from text', () => {
  const own = SCRIPTS.filter((name) => /js\/(taskpane|commands|pane-worker)\b/.test(name));
  expect(own.filter((name) => /\beval\(|new Function\(/.test(textOf(name)))).toEqual([]);
});

test('the manifest lies beside the pages and names them', () => {
  const addresses = [...textOf('manifest.xml').matchAll(/https:\/\/localhost:3000\/([^"?]+)/g)].map(
    ([, path]) => path!,
  );
  expect(addresses.length).toBeGreaterThan(20);
  for (const path of addresses) expect(statSync(join(DIST, path)).isFile()).toBe(true);
});
