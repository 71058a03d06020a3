import type { Assessment, Choice, CorrectableColumn, ReadTable, TableKey } from '../model';
import { columnChoices, columnSamples, previewRows, type PreviewRow } from '../recognise';
import { placeOf, type Place } from './summary';

/** A column with the first of its values, by which a person knows what it is. */
export interface DetailColumn extends CorrectableColumn {
  readonly place: Place;
  readonly samples: readonly string[];
}

/** A row of a form with its cell. */
export type DetailRow = ReadTable['rows'][number] & { readonly place: Place };

/** One table of a sheet with what it can be corrected to. */
export interface TableDetails extends Omit<ReadTable, 'columns' | 'rows'> {
  /** By this a correction names it; `everySheet` is up to the person. */
  readonly key: TableKey;
  readonly columns: readonly DetailColumn[];
  readonly rows: readonly DetailRow[];
  /** What a column can be, besides indicators and dimensions. */
  readonly choices: readonly Choice[];
}

/** Indicators and dimensions of one scheme, as a column or a row can be said to hold them. */
export interface SchemeChoices {
  readonly scheme: string;
  readonly choices: readonly Choice[];
}

/** A sheet with everything that can be corrected of it. */
export interface SheetDetails {
  readonly place: Place;
  readonly tables: readonly TableDetails[];
  /** Rows among which a person chooses the header. */
  readonly rows: readonly PreviewRow[];
  /** Schemes in force; a table of its own is none of them. */
  readonly schemes: readonly SchemeChoices[];
}

/** What can be corrected of a sheet; `sheet` is an index into `Assessment.sheets`. */
export function detailsOf(assessment: Assessment, sheet: number): SheetDetails {
  const { workbook, sheet: index, name, tables } = assessment.sheets[sheet]!;
  const book = assessment.workbooks[workbook]!;
  const at = (row: number, column: number) => placeOf(assessment, { sheet, row, column });
  const headerRows = tables.flatMap((table) => table.headerRows);
  return {
    place: at(0, 0),
    rows: previewRows(book, index, headerRows),
    schemes: assessment.knownSchemes
      .filter(({ kind }) => kind !== 'table')
      .map(({ name: scheme, indicators, dimensions }) => ({
        scheme,
        choices: [
          ...indicators.map(({ id, name: text }): Choice => ({ kind: 'indicator', name: id, text })),
          ...dimensions.map((dimension): Choice => ({ kind: 'dimension', name: dimension.name })),
        ],
      })),
    tables: tables.map((table) => {
      const last = table.headerRows[table.headerRows.length - 1]!;
      const columns = table.columns.map(({ column }) => column);
      const samples = columnSamples(book, index, columns, last + 1, table.lastRow ?? last + 1);
      return {
        ...table,
        key: { header: table.header, sheet: name, everySheet: false },
        columns: table.columns.map((column, k) => ({
          ...column,
          place: at(last, column.column),
          samples: samples[k]!,
        })),
        rows: table.rows.map((row) => ({
          ...row,
          place: at(row.row, table.columns.find(({ field }) => field === 'indicator')?.column ?? columns[0]!),
        })),
        choices: columnChoices(table.role, table.layout),
      };
    }),
  };
}
