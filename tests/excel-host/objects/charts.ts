import type { ChartData, Sheet } from '../book';
import { Fault, invalidArgument } from '../fault';
import { ApiCollection, ApiObject, bagOf, PropertyBag } from './apiObject';
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
  /** Each column, or each row, of the source becomes a series. */
  Add(type: string, source: Range, seriesBy?: string): Chart {
    this.sheet.assertUnprotected();
    if (![...TYPES, ...OTHER_TYPES].includes(type)) throw invalidArgument(`chart ${type}`);
    if (seriesBy !== 'Columns' && seriesBy !== 'Rows') throw new Fault('NotSimulated', `series by ${seriesBy}`);
    const id = this.sheet.book.nextId();
    const { range } = source;
    const byRows = seriesBy === 'Rows';
    const series = Array.from({ length: byRows ? source.RowCount : source.ColumnCount }, (_, i) => {
      const [top, left] = [range.top + i, range.left + i];
      const values = byRows ? { ...range, top, bottom: top } : { ...range, left, right: left };
      return { name: `Series${i + 1}`, values, categories: null, properties: new Map<string, unknown>() };
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
    return new Titled(this.data.properties, 'Title.');
  }
  get Format(): ApiObject {
    return new Formatted(this.data.properties, '');
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
  get ValueAxis(): ApiObject {
    return new (bagOf('NumberFormat', 'Minimum', 'Maximum', 'MajorUnit'))(this.data.properties, 'ValueAxis.');
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
    this.data.series.push({ name, values: null, categories: null, properties: new Map() });
    return new Series(this.data, this.data.series.length - 1);
  }
}

/** Font, fill and line of a part of a chart. */
class Formatted extends PropertyBag {
  get Font(): ApiObject {
    return new (bagOf('Size'))(this.values, `${this.prefix}Font.`);
  }
  get Fill(): ApiObject {
    return new Fill(this.values, `${this.prefix}Fill.`);
  }
  get Line(): ApiObject {
    return new (bagOf('Color'))(this.values, `${this.prefix}Line.`);
  }
}

class Fill extends PropertyBag {
  SetSolidColor(color: string): void {
    this.write('Color', color);
  }
}

class Titled extends bagOf('Text', 'Visible') {
  get Format(): ApiObject {
    return new Formatted(this.values, this.prefix);
  }
}

class Series extends bagOf('HasDataLabels', 'MarkerBackgroundColor', 'MarkerForegroundColor') {
  constructor(
    private readonly data: ChartData,
    private readonly index: number,
  ) {
    super(data.series[index]!.properties);
  }
  get Format(): ApiObject {
    return new Formatted(this.values, '');
  }
  get DataLabels(): ApiObject {
    if (this.read('HasDataLabels') !== true) throw new Fault('InvalidOperation', 'no data labels');
    return new (bagOf('NumberFormat'))(this.values, 'DataLabels.');
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
