/** @jest-environment jsdom */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEVELOPMENT_HOST, manifestFor } from '../../scripts/manifest.js';
import { wishOf } from '../../src/taskpane/wish';
import { manifestProblems, type Surroundings } from './rules';

const ROOT = join(__dirname, '../..');
const TEXT = readFileSync(join(ROOT, 'manifest.xml'), 'utf8');
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
const WEBPACK = readFileSync(join(ROOT, 'webpack.config.js'), 'utf8');

const surroundings: Surroundings = {
  packageVersion: version,
  imageSize(url) {
    const file = join(ROOT, 'assets/icons', new URL(url).pathname.split('/').at(-1)!);
    if (!existsSync(file)) return null;
    const png = readFileSync(file);
    // Signature, length and name of the first chunk, then width and height.
    return png.toString('latin1', 1, 4) === 'PNG'
      ? { width: png.readUInt32BE(16), height: png.readUInt32BE(20) }
      : null;
  },
  isPage: (path) => WEBPACK.includes(`'${path.split('/').at(-1)}'`),
};

const parse = (text: string) => new DOMParser().parseFromString(text, 'application/xml');
const problemsOf = (text: string) => manifestProblems(parse(text), surroundings);

test('the manifest is what Excel takes', () => {
  expect(parse(TEXT).querySelector('parsererror')).toBeNull();
  expect(problemsOf(TEXT)).toEqual([]);
});

test.each([
  [
    'DefaultLocale before Version',
    (t: string) => t.replace(/(<Version>.*?>)\s*(<ProviderName>.*?\/ProviderName>)/, '$2$1'),
  ],
  ['a resid that leads nowhere', (t: string) => t.replace('resid="Score.Tip"', 'resid="Score.Tipp"')],
  ['a label of the long strings', (t: string) => t.replace('Label resid="Score.Label"', 'Label resid="Score.Tip"')],
  ['a resid too long', (t: string) => t.replaceAll('Score.Title', 'Score.Title.That.Is.Far.Too.Long.For.Excel')],
  ['a tip too long', (t: string) => t.replace('DefaultValue="打开考评面板并', `DefaultValue="${'长'.repeat(251)}`)],
  ['a text without English', (t: string) => t.replace(/<bt:Override Locale="en-US" Value="Check" \/>/, '')],
  ['English as "en"', (t: string) => t.replace('Locale="en-US" Value="Check"', 'Locale="en" Value="Check"')],
  ['an icon of another size', (t: string) => t.replace('icons/check-16.png', 'icons/check-20.png')],
  ['an icon that is not there', (t: string) => t.replace('icons/check-16.png', 'icons/cheque-16.png')],
  ['a missing size', (t: string) => t.replace('<bt:Image size="80" resid="CheckIcon.80" />', '')],
  [
    'plain http',
    (t: string) => t.replace('https://localhost:3000/commands.html', 'http://localhost:3000/commands.html'),
  ],
  ['a page that is not built', (t: string) => t.replace('/taskpane.html?do=check', '/check.html')],
  ['pages of two origins', (t: string) => t.replace('https://localhost:3000/help', 'https://elsewhere.example/help')],
  ['an id twice', (t: string) => t.replace('id="Scorecard.Open"', 'id="Scorecard.Score"')],
  ['a version that was not raised', (t: string) => t.replace('<Version>', '<Version>9.')],
  ['another floor', (t: string) => t.replace('MinVersion="1.9"', 'MinVersion="1.7"')],
  [
    'two buttons alike',
    (t: string) => t.replace('<SourceLocation resid="Check.Url" />', '<SourceLocation resid="Score.Url" />'),
  ],
])('%s is noticed', (_, broken) => {
  expect(broken(TEXT)).not.toBe(TEXT);
  expect(problemsOf(broken(TEXT))).not.toEqual([]);
});

test('each button tells the pane what it is for', () => {
  const xml = parse(TEXT);
  const wishes = [...xml.querySelectorAll('Control')].map((control) => {
    const resid = control.querySelector('SourceLocation')!.getAttribute('resid');
    const url = [...xml.getElementsByTagName('bt:Url')].find((element) => element.getAttribute('id') === resid)!;
    // Excel puts a parameter of its own behind ours.
    const address = new URL(url.getAttribute('DefaultValue')!);
    address.searchParams.append('_host_Info', 'Excel$Win32$16.01$zh-CN');
    return [control.getAttribute('id'), wishOf(address.search)];
  });
  expect(wishes).toEqual([
    ['Scorecard.Score', 'score'],
    ['Scorecard.Open', null],
    ['Scorecard.Check', 'check'],
  ]);
});

describe('for another host', () => {
  test.each([
    ['https://intranet.example', 'https://intranet.example/taskpane.html'],
    ['https://intranet.example/', 'https://intranet.example/taskpane.html'],
    ['https://intranet.example:8443/tools/scorecard', 'https://intranet.example:8443/tools/scorecard/taskpane.html'],
  ])('%s holds all pages', (host, page) => {
    const text = manifestFor(TEXT, host);
    expect(problemsOf(text)).toEqual([]);
    expect(text).toContain(`<SourceLocation DefaultValue="${page}" />`);
    expect(text).not.toContain(DEVELOPMENT_HOST);
  });

  test.each(['http://intranet.example', 'intranet.example', 'https://a.example?x=1', 'https://a.example/#x', ''])(
    '%s is refused',
    (host) => expect(() => manifestFor(TEXT, host)).toThrow(/https/),
  );
});
