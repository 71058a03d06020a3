import type { DocumentBlock, DocumentTable, ParagraphRole, TextDocument } from '../../../model';

/** Looks that Word and WPS take over from the clipboard. */
const BODY = 'font:16pt 仿宋_GB2312,仿宋,serif;line-height:29pt;margin:0;text-align:justify;';
const STYLES: Readonly<Record<ParagraphRole, string>> = {
  title: 'font:22pt 方正小标宋简体,宋体,serif;line-height:35pt;text-align:center;margin:0 0 29pt;',
  recipient: BODY,
  heading: `${BODY}font-family:黑体,sans-serif;text-indent:2em;`,
  subheading: `${BODY}font-family:楷体_GB2312,楷体,serif;text-indent:2em;`,
  body: `${BODY}text-indent:2em;`,
  item: `${BODY}text-indent:2em;`,
  caption: 'font:12pt 黑体,sans-serif;text-align:center;margin:6pt 0 3pt;',
  note: 'font:12pt 仿宋_GB2312,仿宋,serif;margin:4pt 0;',
  attachment: `${BODY}margin-left:2em;`,
  attachmentMark: `${BODY}font-family:黑体,sans-serif;`,
  signature: `${BODY}text-align:right;margin-top:58pt;`,
  date: `${BODY}text-align:right;`,
  fields: BODY,
};
const CELL = 'border:1px solid #000;padding:2pt 4pt;font:10.5pt 仿宋_GB2312,仿宋,serif;';

/** A document as HTML with its looks, for the clipboard. */
export function documentHtml({ blocks }: TextDocument): string {
  return blocks.map(htmlOf).join('');
}

/** A document as plain text: cells of a row are separated by tabs. */
export function documentPlain({ blocks }: TextDocument): string {
  return blocks
    .flatMap((block): string[] => {
      if (block.type === 'pageBreak') return [''];
      if (block.type === 'paragraph') return [`${block.lead ?? ''}${block.text}`];
      const rows = block.rows.map((row) => ('band' in row ? row.band : row.cells.join('\t')));
      return [block.columns.map(({ header }) => header).join('\t'), ...rows];
    })
    .join('\n');
}

function htmlOf(block: DocumentBlock): string {
  if (block.type === 'pageBreak') return '<br style="page-break-before:always">';
  if (block.type === 'table') return tableHtml(block);
  const lead = block.lead ? `<span style="font-family:楷体_GB2312,楷体,serif">${escape(block.lead)}</span>` : '';
  return `<p style="${STYLES[block.role]}">${lead}${escape(block.text)}</p>`;
}

function tableHtml({ columns, rows }: DocumentTable): string {
  const cell = (tag: 'td' | 'th', text: string, more = '') =>
    `<${tag} style="${CELL}text-align:center;${more}">${escape(text)}</${tag}>`;
  const widths = columns.map(({ width }) => `<col style="width:${Math.round(width * 100)}%">`).join('');
  const head = columns.map(({ header }) => cell('th', header, 'font-weight:bold;')).join('');
  const body = rows
    .map((row) => {
      if ('band' in row) return `<tr><td colspan="${columns.length}" style="${CELL}">${escape(row.band)}</td></tr>`;
      return `<tr>${row.cells.map((text, i) => cell('td', text, `text-align:${columns[i]!.align};`)).join('')}</tr>`;
    })
    .join('');
  return (
    '<table style="border-collapse:collapse;width:100%">' +
    `<colgroup>${widths}</colgroup><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`
  );
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
