import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildReport } from '../../src/app';
import { a1Range, type OutValue, type ResultSheet } from '../../src/model';
import type { Locale } from '../../src/i18n';
import { allCases, openFile, scoreOpened } from '../cases/caseFiles';

/** With UPDATE_GOLDEN=1 the files are written instead of compared: read the difference before you keep it. */
const IS_UPDATE = process.env['UPDATE_GOLDEN'] === '1';

function shown(value: OutValue): string {
  if (value === null) return '';
  if (typeof value !== 'object') return String(typeof value === 'number' ? Number(value.toFixed(6)) : value);
  return 'formula' in value ? `=${value.formula}` : value.text;
}

/** Cells, charts, rules of colours and pages of a sheet, line by line. */
function sheetText({ name, blocks, charts, conditionalFormats, print }: ResultSheet): string {
  const lines = blocks.flatMap(({ row, values }) =>
    values.map((cells, i) => `${row + i + 1} ${cells.map(shown).join(' | ')}`.replace(/[ |]+$/, '')),
  );
  const drawn = charts.map(
    ({ type, title, anchor, categories, series }) =>
      `${type} ${title} ${a1Range(anchor)} ${a1Range(categories)} ` +
      series.map((each) => `${each.name}=${a1Range(each.values)}`).join(' '),
  );
  const rules = conditionalFormats.map(({ type, range }) => `${type} ${a1Range(range)}`);
  const pages = `${print.orientation} ${String(print.scale)} ${JSON.stringify(print.breaks)}`;
  return [name, ...lines, '', ...drawn, '', ...rules, '', pages, ''].join('\n');
}

function statisticsOf(name: string, locale: Locale): ResultSheet {
  const { files } = allCases().find((each) => each.name === name)!;
  const { sheets } = buildReport(scoreOpened(files.map(openFile)), { locale, workbook: null });
  return sheets.find(({ mark }) => mark === 'statistics')!;
}

test.each<[string, Locale]>([
  ['v1-annual-group', 'zh-CN'],
  ['v1-annual-group', 'en-US'],
  ['v2-branch-forms', 'zh-CN'],
  ['v3-member-long', 'zh-CN'],
  ['v4-unit-files', 'zh-CN'],
  ['v5-existing-table', 'zh-CN'],
  ['v6-data-defects', 'zh-CN'],
  ['more/m15-branches-of-several-committees', 'zh-CN'],
])('statistics of %s in %s', (name, locale) => {
  const path = join(__dirname, 'golden', `${name.replace('more/', '')}.statistics.${locale}.txt`);
  const text = sheetText(statisticsOf(name, locale));
  if (IS_UPDATE) writeFileSync(path, text);
  expect(existsSync(path)).toBe(true);
  expect(text).toBe(readFileSync(path, 'utf8'));
});
