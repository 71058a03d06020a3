import type { DocumentBlock, DocumentColumn, DocumentParagraph, DocumentTable, ParagraphRole } from '../../model';
import { textWidth } from '../textWidth';
import { numeral, type Words } from './words';

/** A heading with what stands under it; numbered when all of a document are known. */
export interface Section {
  readonly heading: string;
  readonly blocks: readonly DocumentBlock[];
}

export function paragraph(role: ParagraphRole, text: string, lead?: string): DocumentParagraph {
  return { type: 'paragraph', role, text, ...(lead === undefined ? {} : { lead }) };
}

/** A column whose width is a number of parts; `table` makes shares of them. */
export function column(header: string, width: number, align: DocumentColumn['align'] = 'center'): DocumentColumn {
  return { header, width, align };
}

/** Millimetres of a column of names, so that most of them take one line. */
export function nameWidth(names: readonly string[]): number {
  const longest = names.reduce((most, name) => Math.max(most, textWidth(name)), 0);
  return Math.min(62, Math.max(28, 4 + longest * MM_PER_LETTER));
}

/** Half the width of a Chinese character of 五号. */
const MM_PER_LETTER = 1.9;

/** A table across the whole width. */
export function table(columns: readonly DocumentColumn[], rows: DocumentTable['rows']): DocumentTable {
  const all = columns.reduce((sum, { width }) => sum + width, 0);
  return { type: 'table', columns: columns.map((each) => ({ ...each, width: each.width / all })), rows };
}

/** Sections under 一、二、三、; one without content is left out. */
export function numbered(sections: readonly Section[], words: Words): DocumentBlock[] {
  return sections
    .filter(({ blocks }) => blocks.length > 0)
    .flatMap(({ heading, blocks }, index) => [
      paragraph('heading', words('number.heading', { number: numeral(index, words), text: heading })),
      ...blocks,
    ]);
}

/** Paragraphs that each begin with their own title: （一）信息报送不及时。… */
export function ledParagraphs(parts: readonly { lead: string; text: string }[], words: Words): DocumentParagraph[] {
  return parts.map(({ lead, text }, index) =>
    paragraph('body', text, words('number.lead', { number: numeral(index, words), text: lead })),
  );
}

/** Numbers tables in the order in which they are asked for, so that the text can name them. */
export class TableNumbers {
  private last = 0;

  constructor(private readonly words: Words) {}

  /** The number of the next table and its caption. */
  next(text: string): { number: number; caption: DocumentParagraph } {
    const number = ++this.last;
    return { number, caption: paragraph('caption', this.words('number.caption', { number, text })) };
  }
}
