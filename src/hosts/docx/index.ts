import { Document, LineRuleType, Packer, PageBreak, Paragraph, TextRun, type FileChild } from 'docx';
import type { DocumentBlock, DocumentParagraph, ParagraphRole, TextDocument } from '../../model';
import { coreProperties } from './properties';
import { fontTable } from './fontTable';
import { pageFooters } from './footers';
import { plainText } from './plainText';
import { A4, characters, LOOKS, MM, PAGES, textWidth } from './looks';
import { fonts, paragraphStyles, standsOut, styleOf } from './styles';
import { writeTable } from './tables';
import { titleLines, widthOf } from './titleLines';

/**
 * A text document as the bytes of a .docx file for Word, WPS and LibreOffice: A4 in the layout of official documents
 * (GB/T 9704), its looks in styles that a person can change, its tables with fixed widths and repeated headers.
 */
export async function writeDocx(document: TextDocument): Promise<Uint8Array<ArrayBuffer>> {
  const { layout, language, title } = document;
  const page = PAGES[layout];
  const margin = (side: 'top' | 'bottom' | 'left' | 'right' | 'footer'): number => Math.round(page[side] * MM);
  const file = new Document({
    title: plainText(title),
    styles: {
      default: {
        document: {
          run: { font: fonts('body', language), size: LOOKS[layout].body.size, language: languageOf(language) },
        },
      },
      paragraphStyles: paragraphStyles(document),
    },
    evenAndOddHeaderAndFooters: layout === 'bulletin',
    compatibility: { version: 15 },
    sections: [
      {
        properties: {
          page: {
            size: { ...A4 },
            margin: {
              top: margin('top'),
              bottom: margin('bottom'),
              left: margin('left'),
              right: margin('right'),
              footer: margin('footer'),
              header: margin('footer'),
              gutter: 0,
            },
          },
        },
        footers: pageFooters(layout),
        children: children(document),
      },
    ],
  });
  const overrides = [
    { path: 'word/fontTable.xml', data: fontTable() },
    { path: 'docProps/core.xml', data: coreProperties(plainText(title)) },
  ];
  return new Uint8Array(await Packer.toArrayBuffer(file, undefined, overrides));
}

function languageOf(language: TextDocument['language']) {
  return { value: 'en-US', eastAsia: 'zh-CN', ...(language === 'en-US' ? {} : { bidirectional: 'ar-SA' }) };
}

/** Space above a paragraph that follows a table, in twips. */
const AFTER_TABLE = 160;

function children(document: TextDocument): FileChild[] {
  const { blocks } = document;
  return blocks.flatMap((block, index): FileChild[] => {
    if (block.type === 'table') {
      const table = writeTable(block, document);
      return blocks[index + 1]?.type === 'table' ? [table, gap()] : [table];
    }
    if (block.type === 'paragraph') return [writeParagraph(block, index, document)];
    // A break of its own would leave an empty line above the first one of the page: the paragraph carries it.
    return blocks[index + 1]?.type === 'paragraph' ? [] : [new Paragraph({ children: [new PageBreak()] })];
  });
}

/** Word takes two tables without anything between them for one. */
function gap(): Paragraph {
  return new Paragraph({ spacing: { before: 0, after: 0, line: GAP, lineRule: LineRuleType.EXACT } });
}
/** In twips. */
const GAP = 80;

/** What stands before the signature stays on its page, so that no signature stands alone. */
const BEFORE_SIGNATURE: readonly (ParagraphRole | undefined)[] = ['attachment', 'signature'];

function writeParagraph(paragraph: DocumentParagraph, index: number, document: TextDocument): Paragraph {
  const { layout, language, blocks } = document;
  const { role, text, lead } = paragraph;
  const look = LOOKS[layout][role];
  const [before, after] = [blocks[index - 1], blocks[index + 1]];
  const isListStart = role === 'attachment' && lead !== undefined;
  const space = before?.type === 'table' && layout === 'bulletin' ? AFTER_TABLE : isListStart ? look.line : 0;
  const leadUse = role === 'attachment' ? 'body' : 'lead';
  const [leadFont, isBold] = [fonts(leadUse, language), standsOut(leadUse, language)];
  return new Paragraph({
    style: styleOf(role),
    pageBreakBefore: before?.type === 'pageBreak',
    keepNext: look.keepNext ?? BEFORE_SIGNATURE.includes(roleOf(after)),
    ...(space > (look.before ?? 0)
      ? { spacing: { before: space, after: look.after ?? 0, line: look.line, lineRule: LineRuleType.EXACT } }
      : {}),
    ...(role === 'signature' && layout === 'bulletin' ? { indent: { right: signatureIndent(text, blocks) } } : {}),
    // The lines after the first have no lead to hang out.
    ...(role === 'attachment' && !isListStart
      ? { indent: { left: characters(look.left ?? 0, look.size), hanging: 0 } }
      : {}),
    children: [
      ...(lead === undefined ? [] : [new TextRun({ text: plainText(lead), font: leadFont, bold: isBold })]),
      ...(role === 'title' ? titleRuns(plainText(text)) : [new TextRun(plainText(text))]),
    ],
  });
}

function roleOf(block: DocumentBlock | undefined): ParagraphRole | undefined {
  return block?.type === 'paragraph' ? block.role : undefined;
}

/** A long title in lines that break between words, as titles must. */
function titleRuns(text: string): TextRun[] {
  const perLine = (textWidth('bulletin') / LOOKS.bulletin.title.size) * 0.1;
  return titleLines(text, Math.floor(perLine)).map(
    (line, index) => new TextRun({ text: line, ...(index > 0 ? { break: 1 } : {}) }),
  );
}

/** The sender stands centred above the day, which ends four characters before the margin (GB/T 9704). */
function signatureIndent(sender: string, blocks: readonly DocumentBlock[]): number {
  const { size, right = 0 } = LOOKS.bulletin.date;
  const day = blocks.find((block): block is DocumentParagraph => block.type === 'paragraph' && block.role === 'date');
  const shift = day ? (widthOf(day.text) - widthOf(sender)) / 2 : 0;
  return Math.max(0, characters(right + shift, size));
}
