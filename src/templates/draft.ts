import type { ResultSheet } from '../model';
import { SheetNames } from '../report/sheetNames';
import type { TemplateBook } from './request';
import type { Texts } from './texts';

/** What a sheet of a workbook is for: a key of the texts `templates.sheet.*` and `templates.purpose.*`. */
export type SheetPurpose =
  | 'guide'
  | 'rules'
  | 'parameters'
  | 'units'
  | 'members'
  | 'superior'
  | 'self'
  | 'votes'
  | 'adjustments'
  | 'plans'
  | 'bonds'
  | 'contacts'
  | 'info'
  | 'materials'
  | 'records'
  | 'rectify'
  | 'funds';

/** A workbook being put together, sheet by sheet. */
export class Draft {
  private readonly names = new SheetNames();
  private readonly entries: { readonly purpose: SheetPurpose; readonly sheet: ResultSheet }[] = [];

  constructor(private readonly texts: Texts) {}

  /** Adds a sheet under a legal name that no other sheet of the workbook has; gives what was made. */
  add<T extends { readonly sheet: ResultSheet }>(
    purpose: SheetPurpose,
    about: string | null,
    make: (name: string) => T,
  ): T {
    const made = make(this.names.name(this.texts(`sheet.${purpose}`), about));
    this.entries.push({ purpose, sheet: made.sheet });
    return made;
  }

  /** The sheets so far with their purposes, in order. */
  get contents(): readonly { readonly purpose: SheetPurpose; readonly name: string }[] {
    return this.entries.map(({ purpose, sheet }) => ({ purpose, name: sheet.name }));
  }

  /** The workbook, its guide in front. */
  book(name: string, unit: string | null, guide: (name: string) => ResultSheet): TemplateBook {
    const front = guide(this.names.name(this.texts('sheet.guide'), null));
    const sheets = [front, ...this.entries.map(({ sheet }) => sheet)];
    return {
      name: fileName(name),
      unit,
      changes: { workbook: null, sheets, removedMarks: [], writes: [], highlights: [] },
    };
  }
}

/** A name that every system takes for a file. */
function fileName(name: string): string {
  return name
    .replace(/[\\/:*?"<>|\u0000-\u001f]/g, '_')
    .slice(0, 120)
    .trim();
}
