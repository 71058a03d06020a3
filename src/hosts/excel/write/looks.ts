import type { CellStyle } from '../../../model';
import type { Block } from './cover';
import { addressesOf } from './cover';

/** A property of looks: how a style says it, and how Excel is told for blocks. */
interface Property {
  readonly value: (style: CellStyle) => string | number | boolean | undefined;
  readonly set: (format: Excel.RangeFormat, style: CellStyle) => void;
}

const HORIZONTAL = { left: 'Left', center: 'Center', right: 'Right' } as const;
const VERTICAL = { top: 'Top', center: 'Center', bottom: 'Bottom' } as const;
const WEIGHT = { thin: 'Thin', medium: 'Medium' } as const;
const LINES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideHorizontal', 'InsideVertical'] as const;

const PROPERTIES: readonly Property[] = [
  { value: ({ fill }) => fill, set: (format, { fill }) => void (format.fill.color = fill!) },
  { value: ({ font }) => font?.name, set: ({ font }, style) => void (font.name = style.font!.name!) },
  { value: ({ font }) => font?.size, set: ({ font }, style) => void (font.size = style.font!.size!) },
  // A hyperlink brings its own colour and line, so that a font that is given says both.
  {
    value: ({ font }) => font && (font.color ?? '#000000'),
    set: ({ font }, style) => void (font.color = style.font!.color ?? '#000000'),
  },
  {
    value: ({ font }) => font && Boolean(font.underline),
    set: ({ font }, style) => void (font.underline = style.font!.underline ? 'Single' : 'None'),
  },
  { value: ({ font }) => font?.bold, set: ({ font }, style) => void (font.bold = style.font!.bold!) },
  { value: ({ font }) => font?.italic, set: ({ font }, style) => void (font.italic = style.font!.italic!) },
  {
    value: ({ horizontal }) => horizontal,
    set: (format, { horizontal }) => void (format.horizontalAlignment = HORIZONTAL[horizontal!]),
  },
  {
    value: ({ vertical }) => vertical,
    set: (format, { vertical }) => void (format.verticalAlignment = VERTICAL[vertical!]),
  },
  { value: ({ wrap }) => wrap, set: (format, { wrap }) => void (format.wrapText = wrap!) },
  { value: ({ indent }) => indent, set: (format, { indent }) => void (format.indentLevel = indent!) },
  { value: ({ unlocked }) => unlocked, set: ({ protection }, style) => void (protection.locked = !style.unlocked) },
  {
    value: ({ border }) => border && `${border.style} ${border.color}`,
    set(format, { border }) {
      for (const edge of LINES) {
        const line = format.borders.getItem(edge);
        line.style = 'Continuous';
        line.weight = WEIGHT[border!.style];
        line.color = border!.color;
      }
    },
  },
];

/**
 * Gives blocks of cells their looks, property by property over all blocks that share it: few calls for many cells.
 * @param blocks keys are indices into `styles`
 */
export function setLooks(sheet: Excel.Worksheet, blocks: readonly Block[], styles: readonly CellStyle[]): void {
  for (const { value, set } of PROPERTIES) {
    const byValue = new Map<string | number | boolean, Block[]>();
    for (const block of blocks) {
      const key = value(styles[block.key]!);
      if (key === undefined) continue;
      const same = byValue.get(key);
      if (same) same.push(block);
      else byValue.set(key, [block]);
    }
    for (const same of byValue.values()) {
      const style = styles[same[0]!.key]!;
      for (const address of addressesOf(same.map(({ range }) => range))) {
        set(sheet.getRanges(address).untrack().format, style);
      }
    }
  }
}

/** Gives a block one number format: a single text for all its cells, which Excel takes although its types do not. */
export function setNumberFormat(range: Excel.Range, format: string): void {
  range.numberFormat = format as unknown as string[][];
}
