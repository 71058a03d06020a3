import { columnName, type CellRange } from '../../../model/address';
import type { ChartSpec } from '../../../model/changeSet';
import type { Namespaces } from '../package/namespaces';
import { XML_HEAD } from '../package/relationshipEdit';
import { escapeXml } from '../xml/text';
import { quotedSheet } from '../../shared/sheetNames';

type CachedValue = number | string | boolean | null;

/** Where a chart stands and how the values of its cells are found, for the copy that the chart keeps of them. */
export interface ChartContext {
  readonly namespaces: Namespaces;
  readonly sheetName: string;
  readonly valueAt: (row: number, column: number) => CachedValue;
}

const CATEGORY_AXIS = 500_001;
const VALUE_AXIS = 500_002;

/** A native chart with its cached values, so that it shows before anything is calculated. */
export function chartXml(chart: ChartSpec, context: ChartContext): string {
  const { namespaces } = context;
  const legend = chart.series.length > 1 || chart.type === 'pie' ? LEGEND : '';
  return (
    `${XML_HEAD}<c:chartSpace xmlns:c="${namespaces.chart}" xmlns:a="${namespaces.drawing}" xmlns:r="${namespaces.relationships}">` +
    `<c:roundedCorners val="0"/><c:chart>${titleXml(chart.title)}<c:autoTitleDeleted val="${chart.title === '' ? 1 : 0}"/>` +
    `<c:plotArea><c:layout/>${groupXml(chart, context)}</c:plotArea>${legend}` +
    `<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>${TEXT}</c:chartSpace>`
  );
}

/** Size of all texts but the title. */
const TEXT =
  '<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="900"/></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>';

const LEGEND = '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>';

function titleXml(title: string): string {
  if (title === '') return '';
  const run = `<a:r><a:rPr lang="zh-CN" sz="1200" b="1"/><a:t>${escapeXml(title)}</a:t></a:r>`;
  return `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p>${run}</a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
}

function groupXml(chart: ChartSpec, context: ChartContext): string {
  const series = chart.series.map((_, i) => seriesXml(chart, i, context)).join('');
  const axes = `<c:axId val="${CATEGORY_AXIS}"/><c:axId val="${VALUE_AXIS}"/>`;
  const grouping = chart.stacked ? 'stacked' : 'clustered';
  switch (chart.type) {
    case 'bar':
    case 'column': {
      const direction = chart.type === 'bar' ? 'bar' : 'col';
      const overlap = chart.stacked ? '<c:overlap val="100"/>' : '';
      return (
        `<c:barChart><c:barDir val="${direction}"/><c:grouping val="${grouping}"/><c:varyColors val="0"/>${series}` +
        `<c:gapWidth val="60"/>${overlap}${axes}</c:barChart>${axesXml(chart)}`
      );
    }
    case 'line':
      return (
        `<c:lineChart><c:grouping val="${chart.stacked ? 'stacked' : 'standard'}"/><c:varyColors val="0"/>${series}` +
        `<c:marker val="1"/>${axes}</c:lineChart>${axesXml(chart)}`
      );
    case 'radar':
      return `<c:radarChart><c:radarStyle val="marker"/><c:varyColors val="0"/>${series}${axes}</c:radarChart>${axesXml(chart)}`;
    case 'pie':
      return `<c:pieChart><c:varyColors val="1"/>${series}<c:firstSliceAng val="0"/></c:pieChart>`;
  }
}

/** A bar chart is read from the top: its first category stands there, and the value axis stays at the bottom. */
function axesXml(chart: ChartSpec): string {
  const isBar = chart.type === 'bar';
  const grid =
    '<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>';
  const radarGrid = chart.type === 'radar' ? '<c:majorGridlines/>' : '';
  const axis = (
    id: number,
    cross: number,
    orientation: string,
    position: string,
    inner: string,
    format: string,
    ends = '',
  ): string =>
    `<c:axId val="${id}"/><c:scaling><c:orientation val="${orientation}"/>${ends}</c:scaling><c:delete val="0"/><c:axPos val="${position}"/>` +
    `${inner}<c:numFmt formatCode="${escapeXml(format)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>` +
    `<c:tickLblPos val="nextTo"/><c:crossAx val="${cross}"/>`;
  const category =
    `<c:catAx>${axis(CATEGORY_AXIS, VALUE_AXIS, isBar ? 'maxMin' : 'minMax', isBar ? 'l' : 'b', radarGrid, 'General')}` +
    '<c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>';
  const end = (tag: string, value: number | undefined) => (value === undefined ? '' : `<c:${tag} val="${value}"/>`);
  const ends = end('max', chart.max) + end('min', chart.min);
  const step = chart.step === undefined ? '' : `<c:majorUnit val="${chart.step}"/>`;
  const value =
    `<c:valAx>${axis(VALUE_AXIS, CATEGORY_AXIS, 'minMax', isBar ? 'b' : 'l', grid, chart.valueFormat ?? 'General', ends)}` +
    `<c:crosses val="${isBar ? 'max' : 'autoZero'}"/><c:crossBetween val="between"/>${step}</c:valAx>`;
  return category + value;
}

function seriesXml(chart: ChartSpec, index: number, context: ChartContext): string {
  const series = chart.series[index]!;
  const isLine = chart.type === 'line' || chart.type === 'radar';
  const marker = isLine
    ? `<c:marker><c:symbol val="circle"/><c:size val="5"/>${colorXml(series.color, false)}</c:marker>`
    : '';
  const invert = chart.type === 'bar' || chart.type === 'column' ? '<c:invertIfNegative val="0"/>' : '';
  const smooth = chart.type === 'line' ? '<c:smooth val="0"/>' : '';
  const labels = chart.type === 'pie' ? PIE_LABELS : chart.labels ? labelsXml(chart.valueFormat) : '';
  return (
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${escapeXml(series.name)}</c:v></c:tx>` +
    `${colorXml(series.color, isLine)}${marker}${invert}${labels}` +
    `<c:cat>${textReference(chart.categories, context)}</c:cat><c:val>${numberReference(series.values, context)}</c:val>${smooth}</c:ser>`
  );
}

/** Colour of a bar, or of a line. */
function colorXml(color: string | undefined, isLine: boolean): string {
  if (color === undefined) return '';
  const fill = `<a:solidFill><a:srgbClr val="${color.slice(1)}"/></a:solidFill>`;
  return `<c:spPr>${isLine ? `<a:ln w="22225">${fill}</a:ln>` : fill}</c:spPr>`;
}

function labelsXml(format: string | undefined): string {
  const number = format === undefined ? '' : `<c:numFmt formatCode="${escapeXml(format)}" sourceLinked="0"/>`;
  return (
    `<c:dLbls>${number}<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>` +
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
  );
}

const PIE_LABELS =
  '<c:dLbls><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="1"/><c:showSerName val="0"/>' +
  '<c:showPercent val="1"/><c:showBubbleSize val="0"/></c:dLbls>';

function reference(range: CellRange, sheetName: string): string {
  const corner = (row: number, column: number): string => `$${columnName(column)}$${row + 1}`;
  return escapeXml(`${quotedSheet(sheetName)}!${corner(range.top, range.left)}:${corner(range.bottom, range.right)}`);
}

function cachedPoints(range: CellRange, context: ChartContext, keep: (value: CachedValue) => boolean): string {
  const points: string[] = [];
  let count = 0;
  for (let row = range.top; row <= range.bottom; row++) {
    for (let column = range.left; column <= range.right; column++, count++) {
      const value = context.valueAt(row, column);
      if (keep(value)) points.push(`<c:pt idx="${count}"><c:v>${escapeXml(String(value))}</c:v></c:pt>`);
    }
  }
  return `<c:ptCount val="${count}"/>${points.join('')}`;
}

function textReference(range: CellRange, context: ChartContext): string {
  const points = cachedPoints(range, context, (value) => value !== null);
  return `<c:strRef><c:f>${reference(range, context.sheetName)}</c:f><c:strCache>${points}</c:strCache></c:strRef>`;
}

function numberReference(range: CellRange, context: ChartContext): string {
  const points = cachedPoints(range, context, (value) => typeof value === 'number' && Number.isFinite(value));
  const cache = `<c:formatCode>General</c:formatCode>${points}`;
  return `<c:numRef><c:f>${reference(range, context.sheetName)}</c:f><c:numCache>${cache}</c:numCache></c:numRef>`;
}
