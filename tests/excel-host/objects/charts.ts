import type { ChartData, Sheet } from '../book';
import { Fault, invalidArgument } from '../fault';
import { ApiCollection, ApiObject, bagOf } from './apiObject';
import type { Range } from './range';

const TYPES = ['ColumnClustered', 'ColumnStacked', 'BarClustered', 'BarStacked'];
const OTHER_TYPES = ['LineMarkers', 'LineMarkersStacked', 'Pie', 'RadarMarkers'];

export class ChartCollection extends ApiCollection {
  constructor(private readonly sheet: Sheet) {
    super();
  }
  items(): readonly Chart[] {
    return this.sheet.charts.map((data) => new Chart(this.sheet, data));
  }
  item(key: string): Chart {
    const data = this.sheet.charts.find(({ id }) => id === key);
    if (!data) throw new Fault('ItemNotFound', `no chart ${key}`);
    return new Chart(this.sheet, data);
  }
  GetItem(name: string): Chart {
    const data = this.sheet.charts.find((chart) => chart.name === name);
    if (!data) throw new Fault('ItemNotFound', `no chart ${name}`);
    return new Chart(this.sheet, data);
  }
  /** Each column of the source becomes a series. */
  Add(type: string, source: Range, seriesBy?: string): Chart {
    this.sheet.assertUnprotected();
    if (![...TYPES, ...OTHER_TYPES].includes(type)) throw invalidArgument(`chart ${type}`);
    if (seriesBy !== 'Columns') throw new Fault('NotSimulated', `series by ${seriesBy}`);
    const id = this.sheet.book.nextId();
    const series = Array.from({ length: source.ColumnCount }, (_, i) => {
      const left = source.range.left + i;
      return { name: `Series${i + 1}`, values: { ...source.range, left, right: left }, categories: null };
    });
    const data: ChartData = { id, name: `Chart ${id}`, type, properties: new Map(), series, position: null };
    this.sheet.charts.push(data);
    return new Chart(this.sheet, data);
  }
}

class Chart extends ApiObject {
  constructor(
    private readonly sheet: Sheet,
    private readonly data: ChartData,
  ) {
    super();
  }
  override identity(): Record<string, unknown> {
    return { ...super.identity(), Id: this.data.id };
  }
  get Id(): string {
    return this.data.id;
  }
  get Name(): string {
    return this.data.name;
  }
  set Name(name: string) {
    this.data.name = name;
  }
  get Title(): ApiObject {
    return new (bagOf('Text', 'Visible'))(this.data.properties, 'Title.');
  }
  get Legend(): ApiObject {
    return new (bagOf('Visible', 'Position'))(this.data.properties, 'Legend.');
  }
  get DataLabels(): ApiObject {
    const flags = ['ShowValue', 'ShowCategoryName', 'ShowPercentage', 'ShowSeriesName', 'ShowLegendKey'];
    return new (bagOf(...flags))(this.data.properties, 'DataLabels.');
  }
  get Axes(): Axes {
    if (this.data.type === 'Pie') throw new Fault('InvalidOperation', 'a pie has no axes');
    return new Axes(this.data);
  }
  get Series(): SeriesCollection {
    return new SeriesCollection(this.data);
  }
  SetPosition(first: Range, last: Range): void {
    this.data.position = [
      { row: first.range.top, column: first.range.left },
      { row: last.range.bottom, column: last.range.right },
    ];
  }
  Delete(): void {
    this.sheet.assertUnprotected();
    this.sheet.charts = this.sheet.charts.filter(({ id }) => id !== this.data.id);
  }
}

class Axes extends ApiObject {
  constructor(private readonly data: ChartData) {
    super();
  }
  get CategoryAxis(): ApiObject {
    return new (bagOf('ReversePlotOrder'))(this.data.properties, 'CategoryAxis.');
  }
}

class SeriesCollection extends ApiCollection {
  constructor(private readonly data: ChartData) {
    super();
  }
  items(): readonly Series[] {
    return this.data.series.map((_, index) => new Series(this.data, index));
  }
  item(): Series {
    throw new Fault('NotSimulated', 'series by name');
  }
  GetItemAt(index: number): Series {
    if (!this.data.series[index]) throw new Fault('ItemNotFound', `no series ${index}`);
    return new Series(this.data, index);
  }
  Add(name = ''): Series {
    this.data.series.push({ name, values: null, categories: null });
    return new Series(this.data, this.data.series.length - 1);
  }
}

class Series extends ApiObject {
  constructor(
    private readonly data: ChartData,
    private readonly index: number,
  ) {
    super();
  }
  get Name(): string {
    return this.data.series[this.index]!.name;
  }
  set Name(name: string) {
    this.data.series[this.index]!.name = name;
  }
  SetValues(source: Range): void {
    this.data.series[this.index]!.values = source.range;
  }
  SetXAxisValues(source: Range): void {
    this.data.series[this.index]!.categories = source.range;
  }
}
