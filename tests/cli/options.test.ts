import { parseArguments } from '../../src/cli/options';
import { LOCALES, translate } from '../../src/i18n';

test('files and options in any order, with = or a blank', () => {
  expect(parseArguments(['a.xlsx', '--json=r.json', '--as-of', '2005-01-20', 'b.xlsx', '--lang', 'en-US'])).toEqual({
    files: ['a.xlsx', 'b.xlsx'],
    out: null,
    json: 'r.json',
    asOf: '2005-01-20',
    period: undefined,
    explain: null,
    bulletin: null,
    feedback: null,
    reminders: null,
    anonymous: false,
    clearMarks: false,
    issuer: undefined,
    due: undefined,
    create: null,
    locale: 'en-US',
    help: false,
  });
});

test('documents and how they are to be', () => {
  const args = [
    'a.xlsx',
    '--bulletin',
    'b.docx',
    '--anonymous',
    '--reminders=r.txt',
    '--issuer',
    '公司党委',
    '--due=2005-02-28',
  ];
  expect(parseArguments(args)).toMatchObject({
    bulletin: 'b.docx',
    feedback: null,
    reminders: 'r.txt',
    anonymous: true,
    issuer: '公司党委',
    due: '2005-02-28',
  });
});

const wrong: [what: string, args: string[], fault: string][] = [
  ['no file', [], 'usage.noFile'],
  ['an unknown option', ['a.xlsx', '--wat'], 'usage.unknown'],
  ['an option without its value', ['a.xlsx', '--out'], 'usage.noValue'],
  ['an option in place of a value', ['a.xlsx', '--out', '--json'], 'usage.noValue'],
  ['an empty value', ['a.xlsx', '--out='], 'usage.noValue'],
  ['an output of another kind', ['a.xlsx', '--out', 'a.pdf'], 'usage.outName'],
  ['a document of another kind', ['a.xlsx', '--bulletin', 'b.pdf'], 'usage.outName'],
  ['a flag in place of a value', ['a.xlsx', '--bulletin', '--anonymous'], 'usage.noValue'],
  ['a day to answer that does not exist', ['a.xlsx', '--due', '2005-02-30'], 'usage.date'],
  ['another language', ['a.xlsx', '--lang', 'de'], 'usage.lang'],
  ['no date', ['a.xlsx', '--as-of', '明天'], 'usage.date'],
  ['a day that does not exist', ['a.xlsx', '--as-of', '2005-02-29'], 'usage.date'],
  ['a roster without --new', ['a.xlsx', '--roster', 'r.txt'], 'usage.onlyWithNew'],
  ['a new workbook of another kind', ['--new', 'a.xls', '--period', '2004年'], 'usage.newName'],
  ['a new workbook without a period', ['--new', 'a.xlsx'], 'usage.newPeriod'],
  ['another kind of self-assessment', ['--new', 'a.xlsx', '--period', '2004年', '--self', 'both'], 'usage.self'],
  ['an unknown register', ['--new', 'a.xlsx', '--period', '2004年', '--registers', 'plans,cars'], 'usage.registers'],
];
test.each(wrong)('%s is refused with a sentence', (_, args, fault) => {
  const options = parseArguments(args);
  if (!('fault' in options)) throw new Error('was taken');
  expect(options.fault).toBe(fault);
  for (const locale of LOCALES) expect(translate(locale, `cli.${fault}`, options.data)).not.toMatch(/[{}]/);
});

test('help needs no file', () => {
  expect(parseArguments(['--help'])).toMatchObject({ help: true });
});

test('a new workbook: everything by default, or what is said', () => {
  expect(parseArguments(['--new', 'a.xlsx', '--period', '2004年'])).toMatchObject({
    files: [],
    period: '2004年',
    create: { out: 'a.xlsx', schemes: [], self: 'forms', peer: true, roster: null, perUnit: null },
  });
  const said = ['--schemes', '五好党委，党员五带头', '--self=none', '--no-peer', '--registers', 'funds,plans'];
  expect(parseArguments(['a.xlsx', '--new', 'b.xlsx', '--period', '2004年', ...said])).toMatchObject({
    files: ['a.xlsx'],
    create: { schemes: ['五好党委', '党员五带头'], self: null, peer: false, registers: ['plans', 'funds'] },
  });
});

test('clearing marks takes one file, a path for its copy, and nothing else', () => {
  expect(parseArguments(['a.xlsx', '--clear-marks', '--out', 'b.xlsx'])).toMatchObject({
    clearMarks: true,
    files: ['a.xlsx'],
    out: 'b.xlsx',
  });
  for (const args of [['a.xlsx'], ['a.xlsx', 'c.xlsx', '--out', 'b.xlsx']])
    expect(parseArguments([...args, '--clear-marks'])).toMatchObject({ fault: 'usage.clear' });
  expect(parseArguments(['a.xlsx', '--clear-marks', '--out', 'b.xlsx', '--json', 'r.json'])).toMatchObject({
    fault: 'usage.clearAlone',
    data: { option: '--json' },
  });
});
