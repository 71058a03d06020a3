import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bulletin, feedback, reminders, type DocumentOptions } from '../../../src/report/documents';
import { allCases, openFile, scoreOpened } from '../../cases/caseFiles';
import { documentText } from '../../support/documentText';

/** With UPDATE_GOLDEN=1 the files are written instead of compared: read the difference before you keep it. */
const IS_UPDATE = process.env['UPDATE_GOLDEN'] === '1';

const ZH: DocumentOptions = { locale: 'zh-CN' };

const outcomeOf = (name: string) =>
  scoreOpened(
    allCases()
      .find((each) => each.name === name)!
      .files.map(openFile),
  );

const WRITERS = {
  bulletin: (name: string, options: DocumentOptions) => documentText(bulletin(outcomeOf(name), options)),
  feedback: (name: string, options: DocumentOptions) => documentText(feedback(outcomeOf(name), options)),
  reminders: (name: string, options: DocumentOptions) =>
    reminders(outcomeOf(name), options)
      .map(({ text }) => `${text}\n`)
      .join('\n'),
};

test.each<[keyof typeof WRITERS, string, string, DocumentOptions]>([
  ['bulletin', 'v1-annual-group', '', ZH],
  ['bulletin', 'v1-annual-group', '-anonymous', { ...ZH, anonymous: true }],
  [
    'bulletin',
    'v1-annual-group',
    '-english',
    { locale: 'en-US', issuer: 'Organization Department', dueDay: '2005-02-28' },
  ],
  ['bulletin', 'v2-branch-forms', '', ZH],
  ['bulletin', 'v3-member-long', '', ZH],
  ['bulletin', 'v5-existing-table', '', ZH],
  ['bulletin', 'v6-data-defects', '', ZH],
  ['bulletin', 'more/m02-registers-half-year', '', ZH],
  ['bulletin', 'more/m04-quota-and-flag-ties', '', ZH],
  ['feedback', 'v2-branch-forms', '', ZH],
  ['feedback', 'v3-member-long', '-english', { locale: 'en-US' }],
  ['feedback', 'more/m02-registers-half-year', '', ZH],
  ['reminders', 'v1-annual-group', '', ZH],
  ['reminders', 'v3-member-long', '-english', { locale: 'en-US' }],
])('%s of %s%s', (kind, name, ending, options) => {
  const path = join(__dirname, 'golden', `${name.replace('more/', '')}.${kind}${ending}.txt`);
  const text = WRITERS[kind](name, options);
  if (IS_UPDATE) writeFileSync(path, text);
  expect(existsSync(path)).toBe(true);
  expect(text).toBe(readFileSync(path, 'utf8'));
});
