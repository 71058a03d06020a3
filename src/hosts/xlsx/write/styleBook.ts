import type { CellStyle } from '../../../model/changeSet';
import { builtinFormat } from '../read/builtinFormats';
import { XmlEdits, withPrefix } from '../xml/edits';
import { child, outline, type XmlNode } from '../xml/outline';
import { escapeXml } from '../xml/text';
import { alignmentXml, borderXml, dxfXml, fillXml, fontXml, type BaseFont, type OverlayStyle } from './styleXml';

/** Children of `styleSheet` in the order of the schema. */
const ORDER = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
];

/** Built-in formats that mean the same in every language of Excel. */
const NEUTRAL_FORMATS = [0, 1, 2, 3, 4, 9, 10, 11, 49];
const FIRST_CUSTOM_FORMAT = 164;

/** One collection of the style sheet: what is there and what is appended; equal elements are kept once. */
class Collection {
  readonly added: string[] = [];
  private readonly index = new Map<string, number>();

  constructor(
    readonly name: string,
    readonly raw: readonly string[],
  ) {
    raw.forEach((xml, i) => {
      if (!this.index.has(xml)) this.index.set(xml, i);
    });
  }

  /** Index of an element, appended when there is no equal one. */
  place(xml: string): number {
    let at = this.index.get(xml);
    if (at === undefined) {
      at = this.raw.length + this.added.length;
      this.added.push(xml);
      this.index.set(xml, at);
    }
    return at;
  }

  at(index: number): string | undefined {
    return this.raw[index] ?? this.added[index - this.raw.length];
  }
}

/** The style sheet of a workbook, to which formats are appended; existing ones are never changed. */
export class StyleBook {
  private readonly root: XmlNode;
  private readonly collections = new Map<string, Collection>();
  private readonly formatIds = new Map<string, number>();
  private lastFormatId = FIRST_CUSTOM_FORMAT - 1;
  private readonly baseXf: XmlNode | undefined;
  private readonly baseFont: BaseFont;
  private readonly styles = new Map<string, number>();

  constructor(private readonly text: string) {
    this.root = outline(text, 2);
    for (const name of ['numFmts', 'fonts', 'fills', 'borders', 'cellXfs', 'dxfs']) {
      const nodes = child(this.root, name)?.children ?? [];
      this.collections.set(
        name,
        new Collection(
          name,
          nodes.map((node) => text.slice(node.start, node.end)),
        ),
      );
    }
    for (const node of child(this.root, 'numFmts')?.children ?? []) {
      const code = node.attributes.get('formatCode') ?? '';
      const id = Number(node.attributes.get('numFmtId')) || 0;
      if (!this.formatIds.has(code)) this.formatIds.set(code, id);
      // Counted over all entries: a file may give one code twice, or a built-in code an id of its own.
      this.lastFormatId = Math.max(this.lastFormatId, id);
    }
    for (const id of NEUTRAL_FORMATS) this.formatIds.set(builtinFormat(id), id);
    this.baseXf = child(this.root, 'cellXfs')?.children[0];
    // An empty style table: everything that we write counts from our own default format.
    for (const [name, xml] of EMPTY_DEFAULTS) if (this.collection(name).raw.length === 0) this.place(name, xml);
    this.baseFont = this.readBaseFont();
  }

  /** Index of the cell format (xf) for a style; looks that it leaves out are the workbook's default. */
  cellStyle(style: CellStyle): number {
    const key = JSON.stringify(style);
    let xf = this.styles.get(key);
    if (xf === undefined) {
      xf = this.place('cellXfs', this.xfXml(style));
      this.styles.set(key, xf);
    }
    return xf;
  }

  /** The format of a cell with another number format, where it has "General"; else the same format. */
  withNumberFormat(xf: number, code: string): number {
    const raw = this.collection('cellXfs').at(xf);
    if (raw === undefined) return xf;
    const node = outline(raw, 0);
    if (Number(node.attributes.get('numFmtId') ?? 0) !== 0) return xf;
    const numbered = new XmlEdits(raw);
    numbered.attribute(node, 'numFmtId', String(this.formatId(code)));
    numbered.attribute(node, 'applyNumberFormat', '1');
    return this.collection('cellXfs').place(numbered.apply());
  }

  /** Whether a cell format leaves its cells locked under sheet protection (the default). */
  isLocked(xf: number): boolean {
    const raw = this.collection('cellXfs').at(xf);
    const locked = raw === undefined ? undefined : child(outline(raw, 1), 'protection')?.attributes.get('locked');
    return locked !== '0' && locked !== 'false';
  }

  /** Index of the overlay (dxf) for the looks of a conditional format. */
  overlay(style: OverlayStyle): number {
    return this.place('dxfs', dxfXml(style));
  }

  /** The style sheet with what was appended; the same text when nothing was. */
  toXml(): string {
    const edits = new XmlEdits(this.text);
    for (const { name, raw, added } of this.collections.values()) {
      if (added.length === 0) continue;
      const node = child(this.root, name);
      const count = String(raw.length + added.length);
      if (node) {
        edits.attribute(node, 'count', count);
        edits.append(node, added.join(''));
      } else {
        const { prefix } = this.root;
        edits.insertInOrder(
          this.root,
          name,
          ORDER,
          `<${prefix}${name} count="${count}">${added.join('')}</${prefix}${name}>`,
        );
      }
    }
    return edits.apply();
  }

  private collection(name: string): Collection {
    return this.collections.get(name)!;
  }

  private place(name: string, xml: string): number {
    return this.collection(name).place(withPrefix(xml, this.root.prefix));
  }

  private formatId(code: string): number {
    const known = this.formatIds.get(code);
    if (known !== undefined) return known;
    const id = ++this.lastFormatId;
    this.formatIds.set(code, id);
    this.place('numFmts', `<numFmt numFmtId="${id}" formatCode="${escapeXml(code)}"/>`);
    return id;
  }

  private xfXml(style: CellStyle): string {
    const base = (name: string): string => this.baseXf?.attributes.get(name) ?? '0';
    const format = style.numberFormat === undefined ? base('numFmtId') : String(this.formatId(style.numberFormat));
    const font =
      style.font === undefined ? base('fontId') : String(this.place('fonts', fontXml(style.font, this.baseFont)));
    const fill = style.fill === undefined ? base('fillId') : String(this.place('fills', fillXml(style.fill)));
    const border =
      style.border === undefined ? base('borderId') : String(this.place('borders', borderXml(style.border)));
    const alignment = alignmentXml(style, this.baseVertical());
    const parent = child(this.root, 'cellStyleXfs') ? ` xfId="${base('xfId')}"` : '';
    const flags = [
      style.numberFormat === undefined ? '' : ' applyNumberFormat="1"',
      style.font === undefined ? '' : ' applyFont="1"',
      style.fill === undefined ? '' : ' applyFill="1"',
      style.border === undefined ? '' : ' applyBorder="1"',
      alignment === '' ? '' : ' applyAlignment="1"',
      style.unlocked ? ' applyProtection="1"' : '',
    ].join('');
    const xf = `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}"${parent}${flags}`;
    const children = alignment + (style.unlocked ? '<protection locked="0"/>' : '');
    return children === '' ? `${xf}/>` : `${xf}>${children}</xf>`;
  }

  /** Chinese workbooks centre their cells vertically by default; a style that says nothing keeps that. */
  private baseVertical(): string | undefined {
    if (!this.baseXf) return undefined;
    const xf = outline(this.text.slice(this.baseXf.start, this.baseXf.end), 1);
    return child(xf, 'alignment')?.attributes.get('vertical');
  }

  private readBaseFont(): BaseFont {
    const raw = this.collection('fonts').at(Number(this.baseXf?.attributes.get('fontId') ?? 0)) ?? EMPTY_FONT;
    const font = outline(raw, 1);
    const plain = (name: string): string => {
      const node = child(font, name);
      return node ? raw.slice(node.start, node.end).replace(/<(\/?)[^\s<>/:]+:/g, '<$1') : '';
    };
    return {
      name: child(font, 'name')?.attributes.get('val') ?? '宋体',
      size: Number(child(font, 'sz')?.attributes.get('val') ?? 11),
      color: plain('color'),
      rest: plain('family') + plain('charset') + plain('scheme'),
    };
  }
}

const EMPTY_FONT = '<font><sz val="11"/><name val="宋体"/><charset val="134"/></font>';
const EMPTY_DEFAULTS: readonly (readonly [string, string])[] = [
  ['fonts', EMPTY_FONT],
  ['fills', '<fill><patternFill patternType="none"/></fill>'],
  ['fills', '<fill><patternFill patternType="gray125"/></fill>'],
  ['borders', '<border><left/><right/><top/><bottom/><diagonal/></border>'],
  ['cellXfs', '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'],
];
