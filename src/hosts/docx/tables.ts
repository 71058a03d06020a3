import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx';
import type { DocumentColumn, DocumentRow, DocumentTable, TextDocument } from '../../model';
import { CELLS, textWidth } from './looks';
import { plainText } from './plainText';
import { fonts, styleOf } from './styles';

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
/** A table of so many rows is not worth a break: it goes to the next page as a whole. */
const MOST_KEPT = 12;
/** Space beside the text of a cell, in twips. */
const BESIDE = 60;

/**
 * A table with lines and fixed widths: Word would fit columns to their texts, others show what the file says, and so
 * all show the same. The header row is repeated on every page, and no row is split.
 */
export function writeTable({ columns, rows }: DocumentTable, { layout, language }: TextDocument): Table {
  const whole = textWidth(layout);
  const widths = columns.map(({ width }) => Math.round(whole * width));
  const { row, padding } = CELLS[layout];
  const height = { value: row, rule: HeightRule.ATLEAST };
  // The header stays with the rows that it heads, and a short table with its caption in one piece.
  const isKept = (row: number): boolean => row < (rows.length <= MOST_KEPT ? rows.length - 1 : 2);
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    height,
    children: columns.map((column, index) =>
      cell(column.header, widths[index]!, 'center', { font: fonts('heading', language), isKept: rows.length > 0 }),
    ),
  });
  const body = rows.map((line, index) => {
    const children =
      'band' in line
        ? [cell(line.band, whole, 'left', { font: fonts('heading', language), span: columns.length, isKept: true })]
        : line.cells.map((text, k) => {
            const merge = mergeOf(rows, index, k, columns[k]!);
            const shown = merge === VerticalMergeType.CONTINUE ? '' : text;
            return cell(shown, widths[k]!, columns[k]!.align, {
              font: fonts('body', language),
              merge,
              isKept: isKept(index),
            });
          });
    return new TableRow({ cantSplit: true, height, children });
  });
  return new Table({
    width: { size: whole, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: { left: BESIDE, right: BESIDE, top: padding, bottom: padding },
    borders: { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE },
    rows: [header, ...body],
  });
}

type Merge = (typeof VerticalMergeType)[keyof typeof VerticalMergeType];

/** Whether a cell begins or continues a block of equal ones; undefined where it stands alone. */
function mergeOf(
  rows: readonly DocumentRow[],
  row: number,
  column: number,
  { merged }: DocumentColumn,
): Merge | undefined {
  if (!merged) return undefined;
  const textAt = (index: number): string | null => {
    const at = rows[index];
    return at && 'cells' in at ? at.cells[column]! : null;
  };
  const text = textAt(row);
  if (text === textAt(row - 1)) return VerticalMergeType.CONTINUE;
  return text === textAt(row + 1) ? VerticalMergeType.RESTART : undefined;
}

function cell(
  text: string,
  width: number,
  align: DocumentColumn['align'],
  {
    font,
    span,
    merge,
    isKept,
  }: { font: ReturnType<typeof fonts>; span?: number; merge?: Merge | undefined; isKept: boolean },
): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    ...(span === undefined ? {} : { columnSpan: span }),
    ...(merge === undefined ? {} : { verticalMerge: merge }),
    children: [
      new Paragraph({
        style: styleOf('cell'),
        keepNext: isKept,
        alignment: align === 'left' ? AlignmentType.LEFT : AlignmentType.CENTER,
        children: [new TextRun({ text: plainText(text), font })],
      }),
    ],
  });
}
