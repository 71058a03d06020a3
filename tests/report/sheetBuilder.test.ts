import { LOOKS } from '../../src/report/looks';
import { a4, SheetBuilder } from '../../src/report/sheetBuilder';

/** First rows of the pages after `rows` plain rows, a heading, a table and a line to be signed. */
function breaksAfter(rows: number, style: (typeof LOOKS)['heading' | 'subheading' | 'text']) {
  const sheet = new SheetBuilder('表', 'mark', [20, 20]);
  for (let row = 0; row < rows; row++) sheet.line('甲', LOOKS.text, 20);
  const heading = sheet.line('一、表', style, 20);
  const header = sheet.rows([['单位', '总分']], [LOOKS.header, LOOKS.header]);
  sheet.rows(
    Array.from({ length: 20 }, () => ['甲', 90]),
    [LOOKS.text, LOOKS.points],
  );
  const area = { top: 0, left: 0, bottom: sheet.row - 1, right: 1 };
  return { heading, header, breaks: sheet.paged(a4('portrait', '', undefined, area)).breaks?.rows };
}

test('a heading goes to the page of its table, wherever the page would end', () => {
  const torn = (style: Parameters<typeof breaksAfter>[1]) =>
    Array.from({ length: 100 }, (_, above) => breaksAfter(above, style)).filter(
      ({ heading, header, breaks }) => breaks?.some((row) => row > heading && row <= header + 1) ?? false,
    ).length;
  expect(torn(LOOKS.text)).toBeGreaterThan(0);
  expect([torn(LOOKS.heading), torn(LOOKS.subheading)]).toEqual([0, 0]);
});
