import type { ZipPackage } from '../package/zipPackage';
import { Token, type XmlScanner } from '../xml/scanner';

/** The old palette (ECMA-376, part 1, 18.8.27), 64 colours in the order of their index. */
const PALETTE_TEXT =
  '000000FFFFFFFF000000FF000000FFFFFF00FF00FF00FFFF000000FFFFFFFF000000FF000000FFFFFF00FF00FF00FFFF' +
  '800000008000000080808000800080008080C0C0C08080809999FF993366FFFFCCCCFFFF660066FF80800066CCCCCCFF' +
  '000080FF00FFFFFF0000FFFF8000808000000080800000FF00CCFFCCFFFFCCFFCCFFFF9999CCFFFF99CCCC99FFFFCC99' +
  '3366FF33CCCC99CC00FFCC00FF9900FF660066669996969600336633996600330033330099330099336633339933' +
  '3333';

function palette(index: number): string | null {
  const hex = PALETTE_TEXT.slice(index * 6, index * 6 + 6);
  return hex.length === 6 ? `#${hex}` : index === 64 ? '#000000' : index === 65 ? '#FFFFFF' : null;
}

/** Colours of the Office theme, for workbooks that have none. */
const OFFICE_THEME = [
  '#FFFFFF',
  '#000000',
  '#E7E6E6',
  '#44546A',
  '#4472C4',
  '#ED7D31',
  '#A5A5A5',
  '#FFC000',
  '#5B9BD5',
  '#70AD47',
  '#0563C1',
  '#954F72',
];

/** Order in which cells count the theme's colours: light and dark are swapped against the theme's own order. */
const THEME_ORDER = [
  'lt1',
  'dk1',
  'lt2',
  'dk2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
];

/** The twelve colours of a workbook's theme as "#RRGGBB", in the order in which cells count them. */
export function readThemeColors(pkg: ZipPackage, part: string | null): readonly string[] {
  const colors = [...OFFICE_THEME];
  const scanner = part === null ? null : pkg.scan(part);
  if (!scanner) return colors;
  let at = -1;
  for (let token = scanner.next(); token !== Token.none; token = scanner.next()) {
    if (token !== Token.open) continue;
    if (scanner.is('fontScheme')) break;
    const place = THEME_ORDER.indexOf(scanner.name);
    if (place >= 0) at = place;
    else if (at >= 0 && (scanner.is('srgbClr') || scanner.is('sysClr'))) {
      const hex = scanner.attribute(scanner.is('srgbClr') ? 'val' : 'lastClr');
      if (hex !== null && /^[0-9A-Fa-f]{6}$/.test(hex)) colors[at] = `#${hex.toUpperCase()}`;
      at = -1;
    }
  }
  return colors;
}

/**
 * A colour made lighter (tint > 0, up to white at 1) or darker (< 0), by its lightness (ECMA-376, part 1, 18.8.19).
 * @example tinted("#4472C4", 0) // "#4472C4"
 * @example tinted("#000000", 0.5) // "#808080"
 */
export function tinted(color: string, tint: number): string {
  if (tint === 0) return color;
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16) / 255) as [number, number, number];
  const max = Math.max(r, g, b);
  const min = Math.min(r, g, b);
  const lightness = (max + min) / 2;
  const target = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint;
  // With hue and saturation kept, each channel moves linearly between grey and its pure tone.
  const range = lightness <= 0.5 ? lightness : 1 - lightness;
  const newRange = target <= 0.5 ? target : 1 - target;
  const channel = (value: number): string => {
    const moved = range === 0 ? target : target + ((value - lightness) / range) * newRange;
    return Math.round(Math.min(1, Math.max(0, moved)) * 255)
      .toString(16)
      .padStart(2, '0')
      .toUpperCase();
  };
  return `#${channel(r)}${channel(g)}${channel(b)}`;
}

/** Colour of an element with colour attributes (rgb, theme, indexed, tint), or null for "automatic". */
export function colorOf(scanner: XmlScanner, theme: readonly string[]): string | null {
  const tint = Math.max(-1, Math.min(1, scanner.number('tint', 0)));
  const rgb = scanner.attribute('rgb');
  if (rgb !== null && /^([0-9A-Fa-f]{2})?[0-9A-Fa-f]{6}$/.test(rgb))
    return tinted(`#${rgb.slice(-6).toUpperCase()}`, tint);
  const index = scanner.number('theme', -1);
  if (index >= 0) return theme[index] === undefined ? null : tinted(theme[index], tint);
  const indexed = scanner.number('indexed', -1);
  const color = indexed >= 0 ? palette(indexed) : null;
  return color === null ? null : tinted(color, tint);
}
