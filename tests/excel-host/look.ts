export type Side = 'top' | 'bottom' | 'left' | 'right';
export interface Border {
  readonly style: string;
  readonly weight: string;
  readonly color: string;
}

/** All that a cell's format is, flat; objects are shared between cells and never changed. */
export interface Look {
  readonly numberFormat: string;
  readonly fill: string;
  readonly fontName: string;
  readonly fontSize: number;
  readonly fontColor: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: string;
  readonly horizontal: string;
  readonly vertical: string;
  readonly wrap: boolean;
  readonly indent: number;
  readonly locked: boolean;
  readonly borders: Readonly<Partial<Record<Side, Border>>>;
}

/** The format of a cell that nobody has touched. */
export const DEFAULT_LOOK: Look = {
  numberFormat: 'General',
  fill: '#FFFFFF',
  fontName: '宋体',
  fontSize: 11,
  fontColor: '#000000',
  bold: false,
  italic: false,
  underline: 'None',
  horizontal: 'General',
  vertical: 'Center',
  wrap: false,
  indent: 0,
  locked: true,
  borders: {},
};
