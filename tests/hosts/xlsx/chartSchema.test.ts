import { createWorkbook } from '../../../src/hosts/xlsx';
import { outline, type XmlNode } from '../../../src/hosts/xlsx/xml/outline';
import type { ChartSpec } from '../../../src/model';
import { changeSet, richSheet } from './helpers/changeSets';
import { unpack } from './helpers/packages';

/** Children of the elements of a chart in the order that the schema demands (ECMA-376, part 1, 21.2); Excel repairs others. */
const ORDER: Readonly<Record<string, string>> = {
  chartSpace:
    'date1904 lang roundedCorners style clrMapOvr pivotSource protection chart spPr txPr externalData printSettings',
  chart:
    'title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly dispBlanksAs showDLblsOverMax',
  title: 'tx layout overlay spPr txPr',
  plotArea: 'layout barChart lineChart radarChart pieChart catAx valAx dTable spPr',
  barChart: 'barDir grouping varyColors ser dLbls gapWidth overlap serLines axId',
  lineChart: 'grouping varyColors ser dLbls dropLines hiLowLines upDownBars marker smooth axId',
  radarChart: 'radarStyle varyColors ser dLbls axId',
  pieChart: 'varyColors ser dLbls firstSliceAng',
  ser: 'idx order tx spPr marker invertIfNegative pictureOptions explosion dPt dLbls trendline errBars cat val smooth shape',
  marker: 'symbol size spPr',
  dLbls:
    'dLbl delete numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator',
  cat: 'strRef',
  val: 'numRef',
  strRef: 'f strCache',
  numRef: 'f numCache',
  strCache: 'ptCount pt',
  numCache: 'formatCode ptCount pt',
  catAx:
    'axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses auto lblAlgn lblOffset noMultiLvlLbl',
  valAx:
    'axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossBetween majorUnit minorUnit dispUnits',
  scaling: 'logBase orientation max min',
  legend: 'legendPos legendEntry layout overlay spPr txPr',
};

/** Levels of elements that are looked at: more than a chart has. */
const DEEP = 20;

const cells = { top: 2, left: 1, bottom: 5, right: 1 };
const FULL: Omit<ChartSpec, 'type'> = {
  title: '得分率',
  categories: { top: 2, left: 0, bottom: 5, right: 0 },
  series: [
    { name: '甲', values: cells, color: '#A61B1B' },
    { name: '乙', values: cells },
  ],
  anchor: { top: 10, left: 0, bottom: 20, right: 3 },
  labels: true,
  valueFormat: '0%',
  min: 0,
  max: 1,
  step: 0.2,
};

function chartOf(spec: ChartSpec): string {
  const parts = unpack(createWorkbook(changeSet({ sheets: [{ ...richSheet('统计', 's'), charts: [spec] }] })));
  return parts['xl/charts/chart1.xml']!;
}

/** An element and all that it holds. */
function everyElement(element: XmlNode): XmlNode[] {
  return [element, ...element.children.flatMap(everyElement)];
}

const elementsOf = (xml: string) => everyElement(outline(xml, DEEP));

/** Elements with children where the schema has no place for them. */
function misplaced(xml: string): string[] {
  return elementsOf(xml).flatMap(({ name, children }) => {
    const order = ORDER[name]?.split(' ');
    if (!order) return [];
    const names = children.map((child) => child.name);
    const places = names.map((child) => order.indexOf(child));
    const isInOrder = places.every((place, i) => place >= 0 && (i === 0 || place >= places[i - 1]!));
    return isInOrder ? [] : [`${name}: ${names.join(' ')}`];
  });
}

const TYPES = ['bar', 'column', 'line', 'radar', 'pie'] as const;

test.each(TYPES.flatMap((type) => [false, true].map((stacked) => [type, stacked] as const)))(
  'a %s chart (stacked: %s) is as the schema demands, with everything and with little',
  (type, stacked) => {
    expect(misplaced(chartOf({ ...FULL, type, stacked }))).toEqual([]);
    const { title, categories, series, anchor } = FULL;
    expect(misplaced(chartOf({ type, stacked, title, categories, series: series.slice(0, 1), anchor }))).toEqual([]);
    expect(misplaced(chartOf({ ...FULL, type, title: '' }))).toEqual([]);
  },
);

test('an element in the wrong place is found', () => {
  const xml = chartOf({ ...FULL, type: 'column' });
  const wrong = xml.replace('<c:max val="1"/><c:min val="0"/>', '<c:min val="0"/><c:max val="1"/>');
  expect(misplaced(wrong)).toEqual(['scaling: orientation min max']);
});

test('axes refer to each other, and every series has as many names as values', () => {
  for (const type of TYPES) {
    const elements = elementsOf(chartOf({ ...FULL, type }));
    const valuesOf = (name: string, among = elements) =>
      among.filter((element) => element.name === name).map(({ attributes }) => attributes.get('val'));
    const axes = elements.filter(({ name }) => name === 'catAx' || name === 'valAx');
    const ids = axes.flatMap(({ children }) => valuesOf('axId', [...children]));
    expect(valuesOf('crossAx')).toEqual([...ids].reverse());
    expect(ids).toHaveLength(type === 'pie' ? 0 : 2);
    expect(new Set(valuesOf('ptCount'))).toEqual(new Set(['4']));
  }
});
