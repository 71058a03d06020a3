import type { BorderStyle, CellStyle } from '../../../model/changeSet';
import { escapeXml } from '../xml/text';

/**
 * A colour as the format writes it.
 * @example argb("#C00000") // "FFC00000"
 */
export function argb(color: string): string {
  return `FF${color.replace('#', '').toUpperCase()}`;
}

/** The default font of a workbook, from which the fonts of a style differ. */
export interface BaseFont {
  readonly name: string;
  readonly size: number;
  /** Raw elements that go with the name: family, charset, scheme; and the colour. */
  readonly rest: string;
  readonly color: string;
}

/** A `font` element; a font of another name gives up the theme's scheme. */
export function fontXml(font: NonNullable<CellStyle['font']>, base: BaseFont): string {
  const color = font.color === undefined ? base.color : `<color rgb="${argb(font.color)}"/>`;
  const rest = font.name === undefined || font.name === base.name ? base.rest : '<charset val="134"/>';
  return (
    `<font>${font.bold ? '<b/>' : ''}${font.italic ? '<i/>' : ''}${font.underline ? '<u/>' : ''}` +
    `<sz val="${font.size ?? base.size}"/>${color}<name val="${escapeXml(font.name ?? base.name)}"/>${rest}</font>`
  );
}

export function fillXml(color: string): string {
  const fill = `<fgColor rgb="${argb(color)}"/><bgColor indexed="64"/>`;
  return `<fill><patternFill patternType="solid">${fill}</patternFill></fill>`;
}

export function borderXml(border: BorderStyle): string {
  const side = (name: string): string =>
    `<${name} style="${border.style}"><color rgb="${argb(border.color)}"/></${name}>`;
  return `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border>`;
}

/** An `alignment` element, or "" when the style asks for none; `vertical` falls back to the workbook's default. */
export function alignmentXml(style: CellStyle, defaultVertical: string | undefined): string {
  const vertical = style.vertical ?? defaultVertical;
  const attributes = [
    style.horizontal === undefined ? '' : ` horizontal="${style.horizontal}"`,
    vertical === undefined ? '' : ` vertical="${vertical}"`,
    style.wrap ? ' wrapText="1"' : '',
    style.indent ? ` indent="${style.indent}"` : '',
  ].join('');
  return attributes === '' ? '' : `<alignment${attributes}/>`;
}

/** Looks that a conditional format lays over a cell. */
export interface OverlayStyle {
  readonly fill?: string;
  readonly color?: string;
  readonly bold?: boolean;
}

/** A `dxf` element. Both pattern colours are given, since readers differ in which one they take for a solid fill. */
export function dxfXml({ fill, color, bold }: OverlayStyle): string {
  const font = `${bold ? '<b/>' : ''}${color === undefined ? '' : `<color rgb="${argb(color)}"/>`}`;
  const pattern = fill === undefined ? '' : `<fgColor rgb="${argb(fill)}"/><bgColor rgb="${argb(fill)}"/>`;
  return (
    `<dxf>${font === '' ? '' : `<font>${font}</font>`}` +
    `${pattern === '' ? '' : `<fill><patternFill patternType="solid">${pattern}</patternFill></fill>`}</dxf>`
  );
}
