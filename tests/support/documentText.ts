import type { DocumentBlock, TextDocument } from '../../src/model';

/** A document as plain lines: its paragraphs with their roles, its tables row by row. */
export function documentText({ blocks }: TextDocument): string {
  return blocks.flatMap(linesOf).join('\n') + '\n';
}

function linesOf(block: DocumentBlock): string[] {
  if (block.type === 'pageBreak') return ['----'];
  if (block.type === 'paragraph') return [`[${block.role}] ${block.lead ?? ''}${block.text}`];
  return [
    `| ${block.columns.map(({ header }) => header).join(' | ')}`,
    ...block.rows.map((row) => ('band' in row ? `== ${row.band}` : `| ${row.cells.join(' | ')}`)),
  ];
}

/** Every text of a document in the order in which it is read. */
export function textsOf({ blocks }: TextDocument): string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'pageBreak') return [];
    if (block.type === 'paragraph') return [`${block.lead ?? ''}${block.text}`];
    return [
      ...block.columns.map(({ header }) => header),
      ...block.rows.flatMap((row) => ('band' in row ? [row.band] : row.cells)),
    ];
  });
}
