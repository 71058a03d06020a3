import type { ZipPackage } from '../package/zipPackage';
import { builtinFormat } from '../read/builtinFormats';
import { Token, type XmlScanner } from '../xml/scanner';
import type { ViewBorder, ViewStyle } from '../view';
import { colorOf } from './colors';

/** A style while it is read. */
type Draft = { -readonly [K in keyof ViewStyle]: ViewStyle[K] };
type Side = 'top' | 'right' | 'bottom' | 'left';

const BORDER_STYLES = new Map<string, ViewBorder['style']>([
  ['thin', 'thin'],
  ['medium', 'medium'],
  ['thick', 'thick'],
  ['dashed', 'dashed'],
  ['dotted', 'dotted'],
  ['double', 'double'],
  ['hair', 'hair'],
  ['mediumDashed', 'dashed'],
  ['dashDot', 'dashed'],
  ['mediumDashDot', 'dashed'],
  ['dashDotDot', 'dotted'],
  ['mediumDashDotDot', 'dotted'],
  ['slantDashDot', 'dashed'],
]);
const SIDES = new Map<string, Side>([
  ['left', 'left'],
  ['start', 'left'],
  ['right', 'right'],
  ['end', 'right'],
  ['top', 'top'],
  ['bottom', 'bottom'],
]);

/** Cell formats (xf) and overlays (dxf) of a workbook with their colours resolved. */
export interface ViewStyles {
  readonly cells: readonly ViewStyle[];
  readonly overlays: readonly ViewStyle[];
}

/** Reads a style sheet for drawing. */
class ViewStyleReader {
  readonly cells: ViewStyle[] = [];
  readonly overlays: Draft[] = [];
  private readonly fonts: Draft[] = [];
  private readonly fills: Draft[] = [];
  private readonly borders: Draft[] = [];
  private readonly formats = new Map<number, string>();
  private section = '';
  private draft: Draft = {};
  private side: Side | undefined;
  private sideStyle: ViewBorder['style'] | undefined;
  private pattern = 'none';
  private overlayKind = '';

  constructor(private readonly theme: readonly string[]) {}

  run(scanner: XmlScanner): void {
    for (let token = scanner.next(); token !== Token.none; token = scanner.next()) {
      if (token === Token.open && scanner.depth === 1) this.section = scanner.name;
      else if (token === Token.open && scanner.depth === 2) this.startItem(scanner);
      else if (token === Token.open && scanner.depth > 2) this.takeInside(scanner);
    }
  }

  private startItem(scanner: XmlScanner): void {
    if (this.section === 'numFmts')
      this.formats.set(scanner.number('numFmtId', 0), scanner.attribute('formatCode') ?? '');
    this.draft = this.section === 'cellXfs' ? this.cellDraft(scanner) : {};
    if (this.section === 'fonts') this.fonts.push(this.draft);
    else if (this.section === 'fills') this.fills.push(this.draft);
    else if (this.section === 'borders') this.borders.push(this.draft);
    else if (this.section === 'dxfs') this.overlays.push(this.draft);
    else if (this.section === 'cellXfs') this.cells.push(this.draft);
  }

  private cellDraft(scanner: XmlScanner): Draft {
    const id = scanner.number('numFmtId', 0);
    const code = this.formats.get(id) ?? builtinFormat(id);
    return {
      ...this.fonts[scanner.number('fontId', 0)],
      ...this.fills[scanner.number('fillId', 0)],
      ...this.borders[scanner.number('borderId', 0)],
      ...(code === 'General' ? {} : { numberFormat: code }),
    };
  }

  private takeInside(scanner: XmlScanner): void {
    if (this.section === 'fonts') this.takeFont(scanner);
    else if (this.section === 'fills') this.takeFill(scanner);
    else if (this.section === 'borders') this.takeBorder(scanner);
    else if (this.section === 'cellXfs' && scanner.is('alignment')) this.takeAlignment(scanner);
    else if (this.section === 'dxfs') this.takeOverlay(scanner);
  }

  private takeOverlay(scanner: XmlScanner): void {
    // The kind of overlay stands one level above its details: font, fill, border.
    if (scanner.depth === 3) this.overlayKind = scanner.name;
    else if (this.overlayKind === 'font') this.takeFont(scanner);
    else if (this.overlayKind === 'fill') this.takeFill(scanner);
  }

  private takeFont(scanner: XmlScanner): void {
    const { draft } = this;
    if (scanner.is('b')) draft.bold = scanner.flag('val', true);
    else if (scanner.is('i')) draft.italic = scanner.flag('val', true);
    else if (scanner.is('strike')) draft.strike = scanner.flag('val', true);
    else if (scanner.is('u')) draft.underline = scanner.attribute('val') !== 'none';
    else if (scanner.is('sz')) draft.fontSize = scanner.number('val', 11);
    else if (scanner.is('name')) draft.fontName = scanner.attribute('val') ?? undefined;
    else if (scanner.is('color')) draft.color = colorOf(scanner, this.theme) ?? undefined;
  }

  /** A solid fill shows its foreground; overlays mostly give the background only. Other patterns show that too. */
  private takeFill(scanner: XmlScanner): void {
    if (scanner.is('patternFill'))
      this.pattern = scanner.attribute('patternType') ?? (this.section === 'dxfs' ? 'solid' : 'none');
    if (this.pattern === 'none' || this.pattern === 'gray125') return;
    const isOverlay = this.section === 'dxfs';
    if (scanner.is(isOverlay ? 'bgColor' : 'fgColor'))
      this.draft.fill = colorOf(scanner, this.theme) ?? this.draft.fill;
    else if (scanner.is('fgColor')) this.draft.fill ??= colorOf(scanner, this.theme) ?? undefined;
    else if (scanner.is('stop') && scanner.number('position', 0) === 0) this.pattern = 'gradient';
    else if (scanner.is('color') && this.pattern === 'gradient')
      this.draft.fill ??= colorOf(scanner, this.theme) ?? undefined;
  }

  private takeBorder(scanner: XmlScanner): void {
    if (scanner.depth === 3) {
      this.side = SIDES.get(scanner.name);
      this.sideStyle = BORDER_STYLES.get(scanner.attribute('style') ?? '');
      if (this.side && this.sideStyle) this.setSide(this.side, this.sideStyle, '#000000');
    } else if (scanner.is('color') && this.side && this.sideStyle) {
      this.setSide(this.side, this.sideStyle, colorOf(scanner, this.theme) ?? '#000000');
    }
  }

  private setSide(side: Side, style: ViewBorder['style'], color: string): void {
    this.draft.borders = { ...this.draft.borders, [side]: { style, color } };
  }

  private takeAlignment(scanner: XmlScanner): void {
    const { draft } = this;
    const horizontal = scanner.attribute('horizontal');
    const vertical = scanner.attribute('vertical');
    if (horizontal === 'left' || horizontal === 'center' || horizontal === 'right') draft.horizontal = horizontal;
    else if (horizontal === 'centerContinuous' || horizontal === 'distributed') draft.horizontal = 'center';
    if (vertical === 'top' || vertical === 'center' || vertical === 'bottom') draft.vertical = vertical;
    else if (vertical === 'distributed' || vertical === 'justify') draft.vertical = 'center';
    if (scanner.flag('wrapText')) draft.wrap = true;
    const indent = scanner.number('indent', 0);
    if (indent > 0) draft.indent = indent;
    const rotation = scanner.number('textRotation', 0);
    // Stored 91 to 180 means 1 to 90 degrees clockwise.
    if (rotation !== 0) draft.rotation = rotation > 90 && rotation <= 180 ? 90 - rotation : rotation;
  }
}

/** Looks of all cell formats and overlays of a workbook. */
export function readViewStyles(pkg: ZipPackage, part: string | null, theme: readonly string[]): ViewStyles {
  const reader = new ViewStyleReader(theme);
  const scanner = part === null ? null : pkg.scan(part);
  if (scanner) reader.run(scanner);
  return reader;
}
