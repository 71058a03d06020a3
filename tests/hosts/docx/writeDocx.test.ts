import { writeDocx } from '../../../src/hosts/docx';
import type { DocumentBlock, TextDocument } from '../../../src/model';
import { unpack } from '../xlsx/helpers/packages';

const documentOf = (blocks: readonly DocumentBlock[], part: Partial<TextDocument> = {}): TextDocument => ({
  layout: 'bulletin',
  language: 'zh-CN',
  title: '关于考核情况的通报',
  blocks,
  ...part,
});

const TABLE: DocumentBlock = {
  type: 'table',
  columns: [
    { header: '序号', width: 0.25, align: 'center', merged: true },
    { header: '单位', width: 0.75, align: 'left' },
  ],
  rows: [
    { band: '生产单位（2个）' },
    { cells: ['1', '红岩锡矿党委'] },
    { cells: ['1', '青石坡锡矿党委'] },
    { cells: ['2', '职工医院党委'] },
  ],
};

const partsOf = async (document: TextDocument) => unpack(await writeDocx(document));
const bodyOf = async (...blocks: DocumentBlock[]) => (await partsOf(documentOf(blocks)))['word/document.xml']!;
const count = (xml: string, tag: string) => xml.split(`<${tag}`).length - 1;

describe('a .docx file', () => {
  test('has the page of an official document and its page numbers on both sides', async () => {
    const parts = await partsOf(documentOf([{ type: 'paragraph', role: 'body', text: '正文' }]));
    const margins = /<w:pgMar [^>]*>/.exec(parts['word/document.xml']!)![0];
    const millimetres = (side: string) =>
      Math.round(Number(new RegExp(`w:${side}="(\\d+)"`).exec(margins)![1]) / 56.69);
    expect(['top', 'bottom', 'left', 'right'].map(millimetres)).toEqual([37, 35, 28, 26]);
    expect(parts['word/document.xml']).toContain('<w:pgSz w:w="11906" w:h="16838"');
    expect(parts['word/settings.xml']).toContain('<w:evenAndOddHeaders/>');
    const footers = Object.entries(parts).filter(([name]) => name.startsWith('word/footer'));
    expect(footers).toHaveLength(2);
    for (const [, xml] of footers) expect(xml).toMatch(/— .*PAGE.* —/s);
  });

  test('names the official fonts and what stands in for them', async () => {
    const parts = await partsOf(documentOf([{ type: 'paragraph', role: 'title', text: '通报' }]));
    expect(parts['word/fontTable.xml']).toContain('<w:font w:name="方正小标宋简体"><w:altName w:val="宋体"/>');
    expect(parts['word/fontTable.xml']).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>');
    const style = /<w:style [^>]*w:styleId="doc-title".*?<\/w:style>/s.exec(parts['word/styles.xml']!)![0];
    expect(style).toContain('w:eastAsia="方正小标宋简体"');
    expect(style).toContain('<w:sz w:val="44"/>');
    const body = /<w:style [^>]*w:styleId="doc-body".*?<\/w:style>/s.exec(parts['word/styles.xml']!)![0];
    expect(body).toMatch(/w:eastAsia="仿宋_GB2312"/);
    expect(body).toMatch(/w:line="580" w:lineRule="exact"/);
    expect(body).toMatch(/w:firstLineChars="200"/);
  });

  test('writes tables with fixed widths, a repeated header and merged cells', async () => {
    const xml = await bodyOf(TABLE);
    expect(xml).toContain('<w:tblLayout w:type="fixed"/>');
    const grid = [...xml.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].map(([, width]) => Number(width));
    expect(grid).toHaveLength(2);
    expect(grid[1]! / grid[0]!).toBeCloseTo(3, 1);
    expect(count(xml, 'w:tblHeader')).toBe(1);
    expect(count(xml, 'w:cantSplit')).toBe(5);
    expect(xml).toContain('<w:gridSpan w:val="2"/>');
    expect([...xml.matchAll(/<w:vMerge w:val="(\w+)"/g)].map(([, kind]) => kind)).toEqual(['restart', 'continue']);
    expect([...xml.matchAll(/<w:t[ >][^<]*/g)].filter(([text]) => text.endsWith('>1'))).toHaveLength(1);
  });

  test('keeps tables apart that follow each other', async () => {
    const xml = await bodyOf(TABLE, TABLE);
    expect(xml).toMatch(/<\/w:tbl><w:p>.*?<\/w:p><w:tbl>/s);
  });

  test('begins a page where a document does, without an empty line', async () => {
    const xml = await bodyOf(
      { type: 'paragraph', role: 'body', text: '一' },
      { type: 'pageBreak' },
      { type: 'paragraph', role: 'title', text: '二' },
    );
    expect(count(xml, 'w:pageBreakBefore/>')).toBe(1);
    expect(count(xml, 'w:p>')).toBe(2);
  });

  test('keeps the signature with what it signs, centred above the day', async () => {
    const xml = await bodyOf(
      { type: 'paragraph', role: 'attachment', lead: '附件：', text: '1. 结果' },
      { type: 'paragraph', role: 'signature', text: '集团党委组织部' },
      { type: 'paragraph', role: 'date', text: '2005年1月20日' },
    );
    const [list, sender] = xml.split('</w:p>');
    expect(list).toContain('<w:keepNext/>');
    expect(sender).toMatch(/w:right="1[0-9]{3}"/);
  });

  test.each(['甲<乙>&“丙”', 'it\'s "so"', '甲\u0000乙\u001f丙', '甲\ud800乙', '𠀀党委'])(
    'holds the text %j',
    async (text) => {
      const parts = await partsOf(documentOf([{ type: 'paragraph', role: 'body', text }, TABLE], { title: text }));
      for (const xml of Object.values(parts)) expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
      const plain = text.replace(/[\u0000-\u001f]|[\ud800-\udbff](?![\udc00-\udfff])/g, '');
      const written = /<w:t[^>]*>([^<]*)<\/w:t>/.exec(parts['word/document.xml']!)![1]!;
      expect(unescape(written)).toBe(plain);
      expect(unescape(/<dc:title>([^<]*)</.exec(parts['docProps/core.xml']!)![1]!)).toBe(plain);
    },
  );

  test('tells nothing about when and by what it was made', async () => {
    const parts = await partsOf(documentOf([{ type: 'paragraph', role: 'body', text: '正文' }]));
    expect(parts['docProps/core.xml']).not.toMatch(/\d{4}-\d{2}-\d{2}|creator|modified/i);
  });
});

function unescape(xml: string): string {
  const letters: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
  return xml.replace(/&(\w+);/g, (_, name: string) => letters[name]!);
}
