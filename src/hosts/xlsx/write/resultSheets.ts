import type { ResultSheet } from '../../../model/changeSet';
import { ContentType } from '../package/contentTypes';
import type { Namespaces } from '../package/namespaces';
import type { PackageEdit } from '../package/packageEdit';
import { addRelationship } from '../package/relationshipEdit';
import { chartXml } from './chartXml';
import { drawingXml } from './drawingXml';
import { SheetGrid } from '../../shared/sheetGrid';
import { sheetXml } from './sheetXml';
import type { StyleBook } from './styleBook';

/** What writing the part of a result sheet needs. */
export interface SheetPartContext {
  readonly edit: PackageEdit;
  readonly namespaces: Namespaces;
  readonly styles: StyleBook;
  readonly finalNames: ReadonlyMap<string, string>;
  /** Folder of the workbook part with "/" at its end, e.g. "xl/". */
  readonly folder: string;
}

/** Writes the parts of a result sheet: the sheet, and its drawing and charts when it has any. */
export function writeSheetPart(
  part: string,
  name: string,
  sheet: ResultSheet,
  isSelected: boolean,
  context: SheetPartContext,
): void {
  const { edit, namespaces, styles, finalNames } = context;
  const drawingId = sheet.charts.length === 0 ? null : writeCharts(part, name, sheet, context);
  edit.set(part, sheetXml(sheet, { namespaces, styles, finalNames, drawingId, isSelected }), ContentType.worksheet);
}

/** Writes the drawing of a sheet and its charts; returns the id by which the sheet refers to the drawing. */
function writeCharts(
  part: string,
  name: string,
  sheet: ResultSheet,
  { edit, namespaces, folder }: SheetPartContext,
): string {
  const grid = new SheetGrid(sheet);
  const drawing = edit.freeName(`${folder}drawings/drawing`, '.xml');
  // Reserved before the charts, since names are found by what the package holds.
  edit.set(drawing, '<placeholder/>', ContentType.drawing);
  const charts = sheet.charts.map((spec) => {
    const chart = edit.freeName(`${folder}charts/chart`, '.xml');
    const valueAt = (row: number, column: number): number | string | boolean | null => grid.value(row, column);
    edit.set(chart, chartXml(spec, { namespaces, sheetName: name, valueAt }), ContentType.chart);
    const target = `../charts/${chart.slice(chart.lastIndexOf('/') + 1)}`;
    return { spec, id: addRelationship(edit, drawing, `${namespaces.relationships}/chart`, target) };
  });
  edit.set(drawing, drawingXml(charts, namespaces));
  const target = `../drawings/${drawing.slice(drawing.lastIndexOf('/') + 1)}`;
  return addRelationship(edit, part, `${namespaces.relationships}/drawing`, target);
}
