import { SheetProperties } from '../read/sheetProperties';
import { Token, type XmlScanner } from '../xml/scanner';
import { colorOf } from './colors';
import { ConditionReader } from './conditions';

const PIXELS_PER_POINT = 96 / 72;
/** Pixels of a digit of the default font at 96 dpi (11 points). */
const DIGIT_WIDTH = 7;

/**
 * Pixels of a stored column width (ECMA-376, part 1, 18.3.1.13).
 * @example columnPixels(9.140625) // 64
 */
export function columnPixels(width: number): number {
  return Math.floor(((256 * width + Math.floor(128 / DIGIT_WIDTH)) / 256) * DIGIT_WIDTH);
}

function rowPixels(points: number): number {
  return Math.round(points * PIXELS_PER_POINT);
}

/** What drawing needs of a worksheet besides its cells. */
export class SheetLayout extends SheetProperties {
  readonly columnWidths = new Map<number, number>();
  readonly rowHeights = new Map<number, number>();
  readonly conditions: ConditionReader;
  defaultColumnWidth = 64;
  defaultRowHeight = 20;
  frozenRows = 0;
  frozenColumns = 0;
  showGridLines = true;
  tabColor: string | null = null;
  hasDrawing = false;

  constructor(private readonly theme: readonly string[]) {
    super();
    this.conditions = new ConditionReader(theme);
  }

  override take(token: number, scanner: XmlScanner): void {
    super.take(token, scanner);
    this.conditions.take(token, scanner);
    if (token !== Token.open) return;
    if (scanner.depth === 1 && scanner.is('sheetFormatPr')) this.takeDefaults(scanner);
    else if (scanner.depth === 1 && scanner.is('drawing')) this.hasDrawing = true;
    else if (scanner.depth === 2 && scanner.is('sheetView')) this.showGridLines = scanner.flag('showGridLines', true);
    else if (scanner.depth === 2 && scanner.is('tabColor')) this.tabColor = colorOf(scanner, this.theme);
    else if (scanner.depth === 2 && scanner.is('col')) this.takeWidth(scanner);
    else if (scanner.depth === 3 && scanner.is('pane')) this.takePane(scanner);
  }

  override takeRow(row: number, scanner: XmlScanner): void {
    super.takeRow(row, scanner);
    const height = scanner.number('ht', -1);
    if (height >= 0) this.rowHeights.set(row, rowPixels(height));
  }

  private takeDefaults(scanner: XmlScanner): void {
    const width = scanner.number('defaultColWidth', -1);
    // Without a width the default has 8 digits and padding, rounded up to whole eights of pixels.
    const digits = scanner.number('baseColWidth', 8);
    this.defaultColumnWidth = width >= 0 ? columnPixels(width) : Math.ceil((digits * DIGIT_WIDTH + 5) / 8) * 8;
    this.defaultRowHeight = rowPixels(scanner.number('defaultRowHeight', 15));
  }

  private takeWidth(scanner: XmlScanner): void {
    const width = scanner.number('width', -1);
    if (width < 0) return;
    const first = Math.max(1, scanner.number('min', 1));
    const last = Math.min(16_384, scanner.number('max', first));
    for (let column = first; column <= last; column++) this.columnWidths.set(column - 1, columnPixels(width));
  }

  private takePane(scanner: XmlScanner): void {
    if (scanner.attribute('state')?.startsWith('frozen') !== true) return;
    this.frozenRows = scanner.number('ySplit', 0);
    this.frozenColumns = scanner.number('xSplit', 0);
  }
}
