import { createWorkbook, openWorkbook } from '../../src/hosts/xlsx';
import { parseA1Range, a1, type Indicator, type OutValue, type ResultSheet, valueAt } from '../../src/model';
import { defaultSchemes } from '../../src/rules';
import { amount, day, points, rawEntry } from '../../src/templates/entryRules';
import { textsOf } from '../../src/templates/texts';
import { unpack } from '../hosts/xlsx/helpers/packages';
import { differencesInIronCalc, formulasOf, libreOffice, recalculated } from '../support/recalculation';
import { booksFor, filled } from './support';

const texts = textsOf('zh-CN');

test.each(['zh-CN', 'en-US'] as const)(
  'every formula gives the value beside it, in %s',
  (locale) => {
    const books = booksFor({ locale, layout: 'perUnit' });
    const changes = [...books, ...booksFor({ locale, self: 'wide' })].map((book) => book.changes);
    expect(differencesInIronCalc(changes).flat()).toEqual([]);
    expect(changes.flatMap(formulasOf).length).toBeGreaterThan(200);
  },
  60_000,
);

describe('bounds, as a spreadsheet program computes them', () => {
  const indicators = defaultSchemes().flatMap((scheme) => scheme.indicators);
  const named = (id: string): Indicator => indicators.find((indicator) => indicator.id === id)!;
  const raw = (id: string) => rawEntry(named(id), texts).rule;

  /** Each rule with entries that it takes and entries that it refuses. */
  const CASES: [what: string, rule: ReturnType<typeof day>, good: OutValue[], bad: OutValue[]][] = [
    ['points of 4', points(named('W11'), texts), [0, 4, 2.5, '/', '待报'], [4.01, -1, '4分', '好']],
    ['counts', raw('W15'), [0, 3, '无', '/', '待报'], [-1, 1.5, '三次']],
    ['rates', raw('W21'), [0.95, 0, 1.2, '18/20', '/', '待报'], [95, -0.1, 38_000, '大约']],
    ['figures', raw('W45'), [0, -2, 3.5, '/', '待报'], ['两项']],
    ['amounts', amount(texts), [0, 20_000, '/'], [-1, '无']],
    ['days', day(texts), [38_168, '/'], [0, 200_000, '2004.6.30']],
  ];

  test('each takes what is right and refuses what is wrong', () => {
    const sheets = CASES.flatMap(([what, rule, good, bad]) => {
      const { rule: own } = rule({ top: 0, left: 0, bottom: 9, right: 0 });
      if (own.type !== 'formula') throw new Error(`${what} is no formula`);
      return [...good, ...bad].map((entry, i): ResultSheet => {
        const value = i < good.length ? 'taken' : 'refused';
        const formula = `IF(${own.formula},"taken","refused")`;
        return {
          name: `${what} ${i}`,
          mark: '',
          styles: [],
          blocks: [{ row: 0, column: 0, values: [[entry, { formula, value }]], columnStyles: [-1, -1] }],
          merges: [],
          columnWidths: [],
          rowHeights: [],
          conditionalFormats: [],
          charts: [],
          print: { orientation: 'portrait', fitToWidth: true },
        };
      });
    });
    expect(differencesInIronCalc([{ sheets }])[0]).toEqual([]);
  });
});

/** Validations of a sheet part, cell by cell: type, operator, bounds, alert. */
function rulesByCell(xml: string): Map<string, string> {
  const rules = new Map<string, string>();
  for (const [, head = '', body = ''] of xml.matchAll(/<dataValidation (.*?)>(.*?)<\/dataValidation>/gs)) {
    const attribute = (name: string) => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(head)?.[1] ?? '';
    const isOn = (name: string) => ['1', 'true'].includes(attribute(name));
    const formulas = [...body.matchAll(/<formula\d>(.*?)<\/formula\d>/gs)].map(([, formula]) => formula);
    const type = attribute('type');
    const operator = ['whole', 'decimal'].includes(type) ? attribute('operator') || 'between' : '';
    const alert = isOn('showErrorMessage') ? attribute('errorStyle') || 'stop' : 'none';
    for (const block of attribute('sqref').split(' ')) {
      const { top, left, bottom, right } = parseA1Range(block)!;
      for (let row = top; row <= bottom; row++) {
        for (let column = left; column <= right; column++) {
          // A custom rule moves with its cell: only that it is there can be compared.
          const rule =
            type === 'custom' ? [] : formulas.map((formula) => formula!.replace(/&quot;/g, '"').replace(/[$']/g, ''));
          rules.set(
            a1({ row, column }),
            [type, operator, ...rule.slice(0, operator === 'between' ? 2 : 1), alert].join(' '),
          );
        }
      }
    }
  }
  return rules;
}

/** Sheet parts by the names of their sheets. */
function parts(bytes: Uint8Array): Map<string, string> {
  const { workbook } = openWorkbook(bytes, '表.xlsx');
  const files = unpack(bytes);
  return new Map(workbook.sheets.map(({ name, part }) => [name, files[part]!]));
}

const soffice = libreOffice();
if (!soffice) console.info('LibreOffice is not installed: what it makes of new workbooks is not checked.');

(soffice ? describe : describe.skip)('after LibreOffice has saved the workbook', () => {
  const books = filled(booksFor({ registers: ['plans', 'info'] }), (sheet) => {
    if (sheet.sheet.name !== '自评-红岩锡矿') return;
    for (let row = 3; row < 28; row++) sheet.type(row, 5, 1);
  });
  const before = createWorkbook(books[0]!.changes);
  let after: Uint8Array;
  beforeAll(() => {
    after = recalculated(soffice!, [before])[0]!;
  }, 240_000);

  test('drop-downs and bounds stand at the same cells', () => {
    const [ours, theirs] = [parts(before), parts(after)];
    expect([...theirs.keys()]).toEqual([...ours.keys()]);
    let cells = 0;
    for (const [name, xml] of ours) {
      const rules = rulesByCell(xml);
      cells += rules.size;
      expect([name, rulesByCell(theirs.get(name)!)]).toEqual([name, rules]);
    }
    expect(cells).toBeGreaterThan(500);
  });

  test('sheets are protected without a password, the same cells are open', () => {
    for (const [, xml] of parts(after)) {
      const protection = /<sheetProtection [^>]*>/.exec(xml)?.[0] ?? '';
      expect(protection).toMatch(/sheet="(?:1|true)"/);
      expect(protection).not.toMatch(/password|hash/i);
    }
    const openOf = (bytes: Uint8Array) => {
      const files = unpack(bytes);
      const xfs = /<cellXfs.*?<\/cellXfs>/s.exec(files['xl/styles.xml']!)![0].match(/<xf .*?(?:\/>|<\/xf>)/gs)!;
      return new Map(
        [...parts(bytes)].map(([name, xml]) => [
          name,
          [...xml.matchAll(/<c r="([A-Z]+\d+)"[^>]*? s="(\d+)"/g)]
            .filter(([, , style]) => /locked="(?:0|false)"/.test(xfs[Number(style)]!))
            .map(([, cell]) => cell!)
            .sort(),
        ]),
      );
    };
    expect(openOf(after)).toEqual(openOf(before));
  });

  test('sums and checks are computed from what was filled in', () => {
    const workbook = openWorkbook(after, '表.xlsx').snapshot();
    const form = workbook.sheets.find(({ name }) => name === '自评-红岩锡矿')!;
    expect([3, 5].map((column) => valueAt(workbook, form, 28, column))).toEqual([100, 25]);
    expect(valueAt(workbook, form, 29, 0)).toBe('填报检查：各项均已填写');
  });
});
