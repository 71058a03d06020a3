import { a1Range, type CellRange, type DataValidation, type ResultSheet } from '../../src/model';
import { SheetGrid } from '../../src/hosts/shared/sheetGrid';
import { listOfWords } from '../../src/hosts/shared/validation';
import { booksFor, requestFor } from './support';

const VARIANTS = (['zh-CN', 'en-US'] as const).flatMap((locale) =>
  (['one', 'perUnit'] as const).map((layout) => ({ locale, layout })),
);

const overlap = (a: CellRange, b: CellRange) =>
  a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;

function formulas(sheet: ResultSheet): string[] {
  return sheet.blocks.flatMap(({ values }) =>
    values.flatMap((row) =>
      row.flatMap((value) =>
        typeof value === 'object' && value !== null && 'formula' in value ? [value.formula] : [],
      ),
    ),
  );
}

describe.each(VARIANTS)('every sheet in $locale, $layout', ({ locale, layout }) => {
  const sheets = booksFor({ locale, layout }).flatMap(({ changes }) => changes.sheets);
  const validations = sheets.flatMap(({ validations = [] }) => validations);

  test('is protected, prints on A4 with its header on every page, and is a sheet of the user', () => {
    for (const { name, mark, protection, print, freeze } of sheets) {
      expect([name, mark, protection !== undefined, print.fitToWidth]).toEqual([name, '', true, true]);
      expect(print.area).toBeDefined();
      if (freeze) expect([name, print.titleRows?.last]).toEqual([name, freeze.rows - 1]);
    }
  });

  test('headers and rules are locked; something is open wherever something is to be filled in', () => {
    for (const sheet of sheets) {
      const grid = new SheetGrid(sheet);
      const isOpen = (row: number) => grid.cells(row).some(({ style }) => sheet.styles[style]?.unlocked);
      const header = sheet.print.titleRows;
      for (let row = header?.first ?? 0; row <= (header?.last ?? -1); row++) expect(isOpen(row)).toBe(false);
      const isPrinted = !(sheet.validations ?? []).length;
      if (!isPrinted) expect([sheet.name, grid.rows().some(isOpen)]).toEqual([sheet.name, true]);
    }
    const printed = sheets.filter((sheet) => !sheet.styles.some(({ unlocked }) => unlocked));
    expect(printed.length).toBe(sheets.filter(({ name }) => /^(填报说明|考核细则|Guide|Rules)/.test(name)).length);
  });

  test('validations stand on open cells, do not meet, and fit into their boxes', () => {
    for (const sheet of sheets) {
      const grid = new SheetGrid(sheet);
      const own = sheet.validations ?? [];
      own.forEach(({ range }, i) => {
        own.slice(i + 1).forEach((other) => expect(overlap(range, other.range)).toBe(false));
        const open = grid.rows().filter((row) => row >= range.top && row <= range.bottom);
        const cells = open.flatMap((row) => grid.cells(row).filter(({ column }) => column === range.left));
        expect([sheet.name, a1Range(range), cells.some(({ style }) => sheet.styles[style]!.unlocked)]).toEqual([
          sheet.name,
          a1Range(range),
          true,
        ]);
      });
    }
    for (const { rule, error, prompt } of validations) {
      if (rule.type === 'words') expect(listOfWords(rule.words)).not.toBeNull();
      if (error) expect(error.text.length).toBeLessThanOrEqual(255);
      if (prompt) expect(prompt.text.length).toBeLessThanOrEqual(255);
      if (rule.type === 'formula') expect(rule.formula.length).toBeLessThanOrEqual(255);
    }
  });

  test('formulas use functions that every program knows', () => {
    const used = new Set(sheets.flatMap(formulas).flatMap((formula) => formula.match(/[A-Z]+(?=\()/g) ?? []));
    expect([...used].sort()).toEqual(['COUNTA', 'IF', 'SUM']);
  });

  test('no name of a sheet is used twice or too long', () => {
    for (const { changes } of booksFor({ locale, layout })) {
      const names = changes.sheets.map(({ name }) => name.toLowerCase());
      expect(new Set(names).size).toBe(names.length);
      expect(Math.max(...names.map(({ length }) => length))).toBeLessThanOrEqual(31);
    }
  });
});

describe('drop-downs and bounds', () => {
  const [book] = booksFor({ self: 'wide' });
  const rulesOf = (name: string): readonly DataValidation[] =>
    book!.changes.sheets.find((sheet) => sheet.name === name)!.validations!;

  test('levels, yes and no, kinds, rates, counts: each indicator by its method', () => {
    const rules = rulesOf('考核-五好党委');
    const byId = (id: string) => rules.find(({ prompt }) => prompt?.title.startsWith(`${id} `))!;
    expect(byId('W14')).toMatchObject({ alert: 'stop', rule: { words: ['好', '较好', '一般', '差', '/'] } });
    expect(byId('W24')).toMatchObject({ alert: 'stop', rule: { words: ['有', '无', '/'] } });
    expect(byId('W42')).toMatchObject({ alert: 'none', rule: { words: ['无', '轻伤1', '重伤1', '死亡1', '/'] } });
    expect(byId('W21').rule).toMatchObject({ formula: expect.stringContaining('FIND("/",') });
    expect(byId('W15').rule).toMatchObject({ formula: expect.stringContaining('INT(') });
    expect(byId('W14').prompt!.text).toContain('考核组综合评定为好、较好、一般、差');
  });

  test('points from 0 to 分值, the formula relative to the first cell', () => {
    const [first] = rulesOf('自评-五好党委').filter(({ rule }) => rule.type === 'formula');
    const cell = a1Range({ ...first!.range, bottom: first!.range.top });
    expect(first!.rule).toEqual({
      type: 'formula',
      formula: `OR(AND(ISNUMBER(${cell}),${cell}>=0,${cell}<=4),${cell}="/",${cell}="待报")`,
    });
    expect(first!.error!.text).toContain('0至4');
  });

  test('units are offered from the roster, with the free rows below them', () => {
    const roster = book!.changes.sheets.find(({ name }) => name === '单位名册')!;
    const grid = new SheetGrid(roster);
    for (const sheet of book!.changes.sheets) {
      for (const { rule } of sheet.validations ?? []) {
        if (rule.type !== 'cells' || rule.sheet !== '单位名册') continue;
        expect(grid.value(rule.range.top - 1, rule.range.left)).toBe('单位名称');
        expect(grid.value(rule.range.top, rule.range.left)).toBe('红岩锡矿党委');
        expect(rule.range.bottom - rule.range.top + 1).toBe(requestFor().units.length + 10);
      }
    }
    expect(rulesOf('加分扣分').map(({ rule }) => rule.type)).toContain('cells');
  });

  test('bonuses, penalties and vetoes are offered by name; by id where the names are too long for a list', () => {
    const items = rulesOf('加分扣分').find(({ rule }) => rule.type === 'words')!;
    expect(items.rule).toMatchObject({ words: expect.arrayContaining(['受到表彰', '通报批评', '评定等次']) });
    const long = Array.from({ length: 20 }, (_, i) => [
      '甲',
      '',
      `B${i}`,
      `${'很长的加分项目名称'.repeat(3)}${i}`,
      '5',
      '加分',
      '每次=1',
      '',
      '',
      '',
    ]);
    const rules = [['甲', '', 'A1', '学习', '10', '直接打分', '', '', '', ''], ...long];
    const [other] = booksFor({ rules, registers: [] });
    const sheet = other!.changes.sheets.find(({ name }) => name === '加分扣分')!;
    const list = sheet.validations!.find(({ rule }) => rule.type === 'words')!;
    expect(list.rule).toMatchObject({ words: expect.arrayContaining(['B0', 'B19', '评定等次']) });
  });
});

describe('checks', () => {
  const [book] = booksFor();
  const cells = (name: string) => {
    const sheet = book!.changes.sheets.find((each) => each.name === name)!;
    return { sheet, all: formulas(sheet) };
  };

  test('Σ 分值 stands under the rules, over the tables and under the forms', () => {
    for (const name of ['考核细则-五好党委', '考核-五好党委', '自评-红岩锡矿']) {
      const { sheet } = cells(name);
      const sums = sheet.blocks
        .flatMap(({ values }) => values.flat())
        .filter((value) => typeof value === 'object' && value !== null && 'formula' in value && value.value === 100);
      expect([name, sums.length]).toEqual([name, 1]);
    }
    const [format] = cells('考核细则-五好党委').sheet.conditionalFormats;
    expect(format).toMatchObject({ formula: 'ABS(E28-100)>0.004' });
  });

  test('what is missing is counted in each row, what is there in each column', () => {
    expect(cells('考核-五好党委').all).toContain('IF(COUNTA(D7:AB7)=25,"已填齐","缺"&(25-COUNTA(D7:AB7))&"项")');
    expect(cells('考核-五好党委').all).toContain('COUNTA(D7:D13)');
    expect(cells('自评-红岩锡矿').all).toContain(
      'IF(COUNTA(F4:F28)=25,"填报检查：各项均已填写","填报检查：还有"&(25-COUNTA(F4:F28))&"项没有填写")',
    );
  });
});
