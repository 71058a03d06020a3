import type { CellStyle } from '../model';
import { COLORS, LOOKS } from '../report/looks';

/** A cell that is filled in: it stays open while the sheet is protected. */
function input<T extends CellStyle>(style: T): T & { readonly unlocked: true } {
  return { ...style, unlocked: true };
}

const small = { ...LOOKS.center, font: LOOKS.small.font, wrap: true } as const satisfies CellStyle;

/** Looks of the forms: what is printed is tinted and locked, what is filled in is white and open. */
export const FORM = {
  givenText: { ...LOOKS.text, fill: COLORS.band },
  givenCenter: { ...LOOKS.center, fill: COLORS.band, wrap: true },
  /** Labels under a header: 分值, 填法. */
  label: { ...LOOKS.smallHeader, fill: COLORS.band },
  labelSum: { ...LOOKS.smallHeader, fill: COLORS.band, numberFormat: '"合计"General' },
  check: { ...small, fill: COLORS.band },
  sum: { ...LOOKS.strongCenter, fill: COLORS.band },
  rule: LOOKS.text,
  ruleCenter: { ...LOOKS.center, wrap: true },
  guide: { font: { ...LOOKS.text.font, size: 12 }, horizontal: 'left', vertical: 'center', wrap: true },
  guideHead: { font: { name: LOOKS.title.font.name, size: 13 }, horizontal: 'left', vertical: 'center' },
  info: input({ ...LOOKS.subtitle, font: LOOKS.text.font }),
  text: input(LOOKS.text),
  /** Kept as it is typed: names, numbers such as 001, kinds with counts. */
  words: input({ ...LOOKS.text, numberFormat: '@' }),
  center: input({ ...LOOKS.center, wrap: true }),
  centerWords: input({ ...LOOKS.center, wrap: true, numberFormat: '@' }),
  date: input({ ...LOOKS.center, numberFormat: 'yyyy-mm-dd' }),
  money: input({ ...LOOKS.applicable, numberFormat: '#,##0.00' }),
  small: input(small),
  smallWords: input({ ...small, numberFormat: '@' }),
  smallRate: input({ ...small, numberFormat: '0.00%' }),
} as const satisfies Readonly<Record<string, SizedStyle>>;

/** A look whose type has a size, so that it can grow. */
export type SizedStyle = CellStyle & { readonly font: { readonly size: number } };
export type FormLook = keyof typeof FORM;
