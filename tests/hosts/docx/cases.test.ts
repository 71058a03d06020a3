import { writeDocx } from '../../../src/hosts/docx';
import type { TextDocument } from '../../../src/model';
import { bulletin, feedback } from '../../../src/report/documents';
import { allCases, openFile, scoreOpened } from '../../cases/caseFiles';
import { textsOf } from '../../support/documentText';
import { pagesInLibreOffice } from '../../support/office';
import { unpack } from '../xlsx/helpers/packages';

/** LibreOffice takes its time on a busy machine. */
jest.setTimeout(600_000);

const outcomeOf = (name: string) =>
  scoreOpened(
    allCases()
      .find((each) => each.name === name)!
      .files.map(openFile),
  );
const withoutSpace = (text: string) => text.replace(/\s+/g, '');

/** Texts of a .docx file in order; a cell that continues the one above it says nothing. */
function textsInFile(bytes: Uint8Array): string {
  const xml = unpack(bytes)['word/document.xml']!;
  const letters: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
    .map(([, text]) => text!.replace(/&(\w+);/g, (_, name: string) => letters[name]!))
    .join('');
}

/** A document without the texts that merged cells do not repeat. */
function merged(document: TextDocument): TextDocument {
  const blocks = document.blocks.map((block) => {
    if (block.type !== 'table') return block;
    const rows = block.rows.map((row, index) => {
      if ('band' in row) return row;
      const above = block.rows[index - 1];
      const cells = row.cells.map((text, column) => {
        const isSame = above && 'cells' in above && above.cells[column] === text;
        return block.columns[column]!.merged && isSame ? '' : text;
      });
      return { cells };
    });
    return { ...block, rows };
  });
  return { ...document, blocks };
}

test.each(allCases().map(({ name }) => name))('the files of %s say what the documents say', async (name) => {
  const outcome = outcomeOf(name);
  for (const document of [
    bulletin(outcome, { locale: 'zh-CN' }),
    bulletin(outcome, { locale: 'en-US', anonymous: true }),
    feedback(outcome, { locale: 'zh-CN' }),
  ]) {
    expect(textsInFile(await writeDocx(document))).toBe(textsOf(merged(document)).join(''));
  }
});

describe('in LibreOffice', () => {
  test('the bulletin of the annual workbook opens with all that it says', async () => {
    const document = bulletin(outcomeOf('v1-annual-group'), { locale: 'zh-CN' });
    const pages = pagesInLibreOffice(await writeDocx(document));
    if (!pages) return skipped();
    const shown = withoutSpace(pages.join(''));
    const paragraphs = document.blocks.flatMap((block) => (block.type === 'paragraph' ? [block.text] : []));
    // A long paragraph may run over a page, with a page number in it: its beginning is looked for.
    for (const text of paragraphs) expect(shown).toContain(withoutSpace(text).slice(0, 12));
    expect(pages.length).toBeGreaterThan(5);
    expect(pages.length).toBeLessThan(20);
    pages.forEach((page, index) => expect(withoutSpace(page)).toMatch(new RegExp(`—${index + 1}—$`)));
  });

  test.each(['v1-annual-group', 'v2-branch-forms', 'more/m02-registers-half-year'])(
    'every form of %s fills one page',
    async (name) => {
      const document = feedback(outcomeOf(name), { locale: 'zh-CN' });
      const units = document.blocks.flatMap((block, index) =>
        block.type === 'paragraph' && block.role === 'title' ? [document.blocks[index + 1]! as { text: string }] : [],
      );
      const pages = pagesInLibreOffice(await writeDocx(document));
      if (!pages) return skipped();
      expect(pages).toHaveLength(units.length);
      units.forEach(({ text }, index) =>
        expect(withoutSpace(pages[index]!)).toContain(withoutSpace(text).slice(0, 10)),
      );
    },
  );
});

function skipped(): void {
  process.stderr.write('LibreOffice Writer and pdftotext are not installed: pages are not looked at.\n');
}
