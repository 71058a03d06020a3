import type { Locale } from '../../i18n';
import type { SheetView } from '../../hosts/xlsx';

/** Something that draws one sheet at a time and lets cells of it be selected; nothing can be edited in it. */
export interface Grid {
  show(view: SheetView): void;
  /** Selects a cell of the shown sheet and scrolls it into view; rows and columns count from 0. */
  select(row: number, column: number): void;
  /** Takes the keyboard: arrow keys move the selected cell. */
  focus(): void;
  dispose(): void;
}

export interface GridOptions {
  readonly container: HTMLElement;
  readonly locale: Locale;
  readonly isDark: boolean;
  /** Called when the user selects a cell. */
  readonly onSelect: (row: number, column: number) => void;
}

/** Makes a grid; drawing libraries are large, so that they come in a chunk of their own. */
export type CreateGrid = (options: GridOptions) => Grid;
