import type { ResultSheet } from '../model';
import { LOOKS, rowHeight } from '../report/looks';
import { a4, SheetBuilder } from '../report/sheetBuilder';
import type { Draft } from './draft';
import { FORM } from './looks';
import type { Texts } from './texts';

/** Several columns under each line: a single one that is wider than the page would be cut and not scaled down. */
const WIDTHS = [21, 21, 21, 21];

/** 填报说明: what the sheets are and how they are filled in, in one column that no table is taken for. */
export function guideSheet(
  name: string,
  title: string,
  contents: Draft['contents'],
  /** Keys of the texts that close it, e.g. what to do once all is filled in. */
  ending: readonly string[],
  texts: Texts,
): ResultSheet {
  const sheet = new SheetBuilder(name, '', WIDTHS);
  sheet.line(title, { ...LOOKS.title, font: { ...LOOKS.title.font, size: 22 } }, 72);
  const part = (head: string, lines: readonly string[]): void => {
    sheet.line(texts(`guide.${head}`), FORM.guideHead, 34);
    for (const line of lines) sheet.line(line, FORM.guide, rowHeight(sheet.linesOf(line, 12), 12) + 3);
  };
  part('sheets', sheetLines(contents, texts));
  part(
    'how',
    ['white', 'blank', 'values', 'rows', 'checks'].map((key) => texts(`guide.${key}`)),
  );
  if (ending.length > 0) {
    part(
      'after',
      ending.map((key) => texts(`guide.${key}`)),
    );
  }
  const area = { top: 0, left: 0, bottom: sheet.row - 1, right: WIDTHS.length - 1 };
  return sheet.build({
    print: { ...a4('portrait', texts('print.footer'), undefined, area), isOnePage: true },
    protection: { canAddRows: false },
  });
}

/** What each sheet is for; forms of many units are told by the first of them. */
function sheetLines(contents: Draft['contents'], texts: Texts): string[] {
  const forms = contents.filter(({ purpose }) => purpose === 'self').length;
  const shown = contents.filter(
    ({ purpose }, i) => forms <= 3 || purpose !== 'self' || contents[i - 1]?.purpose !== 'self',
  );
  return shown.map(({ purpose, name }, i) =>
    texts('guide.sheet', { number: i + 1, name, purpose: texts(`purpose.${purpose}`) }),
  );
}
