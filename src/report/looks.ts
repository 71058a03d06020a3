import type { BorderStyle, CellStyle } from '../model';

/**
 * Fonts of official tables (公文): 黑体 for titles, 宋体 for the text. A cell names one font and has no fallback: 方正小标宋
 * and 仿宋_GB2312 are missing on many desks, these two are on every Chinese one and have their like in WPS and LibreOffice.
 */
const TITLE_FONT = '黑体';
const TEXT_FONT = '宋体';

export const COLORS = {
  line: '#A6A6A6',
  header: '#F3E1DC',
  band: '#FAF3F0',
  bar: '#E9B7A6',
  accent: '#A61B1B',
  muted: '#666666',
  given: '#FFF6D6',
  tab: { ranking: '#A61B1B', breakdown: '#C65911', gaps: '#BF8F00', statistics: '#2F5597', run: '#7F7F7F' },
  /** Fills of grades, best first; the grade is always written too. */
  grades: ['#C6E5CB', '#DCEBF7', '#FFF3CD', '#F8CFC4'],
  severity: { high: '#F8CFC4', medium: '#FFF3CD', low: '#EDEDED' },
  /** Bars and lines of charts: grades from the best, and whatever else is compared. */
  chart: {
    grades: ['#3B7D5E', '#8DB9A0', '#E0B252', '#B84A3A'],
    series: ['#A61B1B', '#2F5597', '#BF8F00', '#548235', '#7F7F7F'],
  },
} as const;

const border: BorderStyle = { style: 'thin', color: COLORS.line };
const text = { name: TEXT_FONT, size: 10.5 };

/** Looks of the cells of result sheets. */
export const LOOKS = {
  /** 二号, as titles of official papers are. */
  title: { font: { name: TITLE_FONT, size: 22 }, horizontal: 'center', vertical: 'center', wrap: true },
  subtitle: { font: { ...text, color: COLORS.muted }, horizontal: 'left', vertical: 'center', wrap: true },
  heading: { font: { name: TITLE_FONT, size: 12 }, horizontal: 'left', vertical: 'center', wrap: true },
  subheading: { font: { ...text, bold: true }, horizontal: 'left', vertical: 'center' },
  header: {
    font: { name: TITLE_FONT, size: 10 },
    fill: COLORS.header,
    border,
    horizontal: 'center',
    vertical: 'center',
    wrap: true,
  },
  band: { font: { name: TITLE_FONT, size: 10.5 }, fill: COLORS.band, border, horizontal: 'left', vertical: 'center' },
  text: { font: text, border, horizontal: 'left', vertical: 'center', wrap: true },
  center: { font: text, border, horizontal: 'center', vertical: 'center' },
  whole: { font: text, border, horizontal: 'center', vertical: 'center', numberFormat: '0' },
  points: { font: text, border, horizontal: 'right', vertical: 'center', numberFormat: '0.00' },
  /** Bonus and penalty: most have none, and none is shown as nothing. */
  amount: {
    font: text,
    border,
    horizontal: 'right',
    vertical: 'center',
    numberFormat: '0.00;-0.00;;@',
  },
  strong: {
    font: { ...text, bold: true },
    border,
    horizontal: 'right',
    vertical: 'center',
    numberFormat: '0.00',
  },
  /** Results that are written where no formula gives them; a note says why. */
  givenStrong: {
    font: { ...text, bold: true },
    fill: COLORS.given,
    border,
    horizontal: 'right',
    vertical: 'center',
    numberFormat: '0.00',
  },
  givenCenter: { font: { ...text, bold: true }, fill: COLORS.given, border, horizontal: 'center', vertical: 'center' },
  /** Weights, caps and bounds that formulas use. */
  parameter: {
    font: { ...text, color: COLORS.accent },
    fill: COLORS.band,
    border,
    horizontal: 'center',
    vertical: 'center',
    wrap: true,
  },
  /** Differences, with their sign. */
  signed: { font: text, border, horizontal: 'right', vertical: 'center', numberFormat: '+0.00;-0.00;0.00' },
  signedStrong: {
    font: { ...text, bold: true },
    border,
    horizontal: 'right',
    vertical: 'center',
    numberFormat: '+0.00;-0.00;0.00',
  },
  /** Sentences between tables. */
  sentence: { font: text, horizontal: 'left', vertical: 'top', wrap: true },
  /** What formulas need besides what is printed. */
  helper: {
    font: { name: TEXT_FONT, size: 9, color: COLORS.muted },
    border,
    horizontal: 'right',
    vertical: 'center',
    numberFormat: '0.00',
  },
  plain: {},
  strongCenter: { font: { ...text, bold: true }, border, horizontal: 'center', vertical: 'center' },
  applicable: { font: text, border, horizontal: 'right', vertical: 'center', numberFormat: 'General' },
  rate: { font: text, border, horizontal: 'right', vertical: 'center', numberFormat: '0.00%' },
  small: { font: { name: TEXT_FONT, size: 9 }, border, horizontal: 'right', vertical: 'center', numberFormat: '0.00' },
  /** Sum of a dimension among its points. */
  subtotal: {
    font: { name: TEXT_FONT, size: 9, bold: true },
    fill: COLORS.band,
    border,
    horizontal: 'right',
    vertical: 'center',
    numberFormat: '0.00',
  },
  smallHeader: {
    font: { name: TITLE_FONT, size: 8.5 },
    fill: COLORS.header,
    border,
    horizontal: 'center',
    vertical: 'center',
    wrap: true,
  },
  link: {
    font: { ...text, color: '#0B57A4', underline: true },
    border,
    horizontal: 'left',
    vertical: 'center',
    wrap: true,
  },
  note: { font: { name: TEXT_FONT, size: 10, color: COLORS.muted }, horizontal: 'left', vertical: 'top', wrap: true },
  signature: { font: text, horizontal: 'left', vertical: 'center' },
} as const satisfies Readonly<Record<string, CellStyle>>;

/** Height in points of a row of `lines` lines of text of a size. */
export function rowHeight(lines: number, size = 10.5): number {
  return Math.min(409, Math.max(20, Math.ceil(lines * size * 1.35 + 5)));
}
