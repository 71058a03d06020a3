import type { ParagraphRole, TextDocument } from '../../model';

/** Half-points, as Word counts sizes: 二号 is 22 pt. */
const SIZE = { two: 44, smallTwo: 36, three: 32, smallThree: 30, four: 28, smallFour: 24, five: 21 } as const;

/** Fonts of official documents by their purpose, each with what stands in where a machine lacks it. */
export const FONTS = {
  title: { name: '方正小标宋简体', instead: '宋体', family: 'roman' },
  body: { name: '仿宋_GB2312', instead: '仿宋', family: 'modern' },
  heading: { name: '黑体', instead: 'SimHei', family: 'modern' },
  lead: { name: '楷体_GB2312', instead: '楷体', family: 'modern' },
  page: { name: '宋体', instead: 'SimSun', family: 'roman' },
} as const;
export type FontUse = keyof typeof FONTS;
/** Digits and Latin letters beside Chinese. */
export const LATIN_FONT = 'Times New Roman';

/** Twips (1/20 pt) of a millimetre. */
export const MM = 1440 / 25.4;
const PT = 20;

/**
 * Page of GB/T 9704: A4, 37 mm above, 35 below, 28 left, 26 right, so that 22 lines of 28 characters of 三号 fit; the
 * page number stands 7 mm under the text. Forms have narrower margins, so that each fills one page.
 */
export const PAGES = {
  bulletin: { top: 37, bottom: 35, left: 28, right: 26, footer: 23 },
  form: { top: 18, bottom: 15, left: 21, right: 21, footer: 8 },
} as const;

/** A4 in twips. */
export const A4 = { width: 11_906, height: 16_838 } as const;

/** Width of the text in twips. */
export function textWidth(layout: TextDocument['layout']): number {
  const { left, right } = PAGES[layout];
  return Math.round(A4.width - (left + right) * MM);
}

/** How paragraphs of one role look; lengths in twips, sizes in half-points, indents in characters. */
export interface Look {
  /** Name of the style in Word, so that all paragraphs of a role can be changed at once. */
  readonly style: string;
  readonly font: FontUse;
  readonly size: number;
  /** Exact height of a line. */
  readonly line: number;
  readonly align: 'left' | 'center' | 'right' | 'both';
  readonly firstLine?: number;
  readonly left?: number;
  readonly hanging?: number;
  readonly right?: number;
  readonly before?: number;
  readonly after?: number;
  readonly keepNext?: boolean;
  /** Level in the outline of the document, from 0. */
  readonly outline?: number;
}

const three = { font: 'body', size: SIZE.three, line: 29 * PT, align: 'both' } as const;

const BULLETIN: Readonly<Record<ParagraphRole, Look>> = {
  title: { style: '公文标题', font: 'title', size: SIZE.two, line: 35 * PT, align: 'center', after: 29 * PT },
  recipient: { ...three, style: '公文主送', align: 'left' },
  heading: { ...three, style: '公文一级标题', font: 'heading', firstLine: 2, keepNext: true, outline: 0 },
  subheading: { ...three, style: '公文二级标题', font: 'lead', firstLine: 2, keepNext: true, outline: 1 },
  body: { ...three, style: '公文正文', firstLine: 2 },
  item: { ...three, style: '公文条目', firstLine: 2 },
  caption: {
    style: '公文表题',
    font: 'heading',
    size: SIZE.smallFour,
    line: 22 * PT,
    align: 'center',
    before: 6 * PT,
    after: 3 * PT,
    keepNext: true,
  },
  note: {
    style: '公文表注',
    font: 'body',
    size: SIZE.smallFour,
    line: 20 * PT,
    align: 'left',
    before: 4 * PT,
    after: 4 * PT,
  },
  attachment: { ...three, style: '公文附件说明', align: 'left', left: 5, hanging: 3 },
  attachmentMark: { ...three, style: '公文附件', font: 'heading', align: 'left', after: 15 * PT },
  signature: { ...three, style: '公文署名', align: 'right', before: 58 * PT, keepNext: true },
  date: { ...three, style: '公文日期', align: 'right', right: 4 },
  fields: { ...three, style: '公文填写栏', align: 'left' },
};

const four = { font: 'body', size: SIZE.smallFour, line: 18 * PT, align: 'both' } as const;

const FORM: Readonly<Record<ParagraphRole, Look>> = {
  ...BULLETIN,
  title: { style: '表单标题', font: 'title', size: SIZE.smallTwo, line: 28 * PT, align: 'center', after: 4 * PT },
  heading: { ...four, style: '表单小标题', font: 'heading', align: 'left', before: 5 * PT, after: PT, keepNext: true },
  body: { ...four, style: '表单正文', firstLine: 2 },
  caption: { ...four, style: '表单表题', align: 'left', keepNext: true },
  note: { ...four, style: '表单说明', size: SIZE.five, line: 15 * PT, align: 'left', before: 2 * PT },
  date: { ...four, style: '表单落款', align: 'right', right: 2, before: 3 * PT },
  fields: { ...four, style: '表单填写栏', align: 'left', before: 3 * PT, after: 3 * PT },
};

export const LOOKS = { bulletin: BULLETIN, form: FORM } as const;

/** Text in tables, the least height of a row and the space above and below its text. */
export const CELLS = {
  bulletin: { size: SIZE.five, line: 15 * PT, row: 22 * PT, padding: 30, style: '公文表格' },
  form: { size: 20, line: 13 * PT, row: 16 * PT, padding: 10, style: '表单表格' },
} as const;

/** Height in points of half-points, in twips: one character of Chinese is as wide as it is high. */
export function characters(count: number, halfPoints: number): number {
  return Math.round(count * halfPoints * 10);
}
