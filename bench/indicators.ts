import { defaultSchemes } from '../src/rules';

/** One way to fill a cell, and the points that it gives. */
export interface Option {
  readonly value: number | string;
  readonly points: number;
}

/** An indicator of the default scheme of members with the values that members have, all equally likely. */
export interface BenchIndicator {
  readonly name: string;
  readonly dimension: number;
  readonly isRate: boolean;
  readonly options: readonly Option[];
}

/** Points are counted in whole parts of this many to the point, so that sums are exact. */
export const PARTS = 6000;

const numbers = (values: readonly number[], points: (value: number) => number): Option[] =>
  values.map((value) => ({ value, points: points(value) }));
const words = (...pairs: readonly (readonly [string, number])[]): Option[] =>
  pairs.map(([value, points]) => ({ value, points }));
const range = (from: number, to: number, scale = 1): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => (from + i) / scale);
const less = (max: number, each: number) => (count: number) => Math.max(0, max - each * count);
const share = (max: number, goal: number) => (value: number) => max * Math.min(value / goal, 1);

/** Values of each indicator by its id; repeated ones come more often. */
const OPTIONS: Readonly<Record<string, readonly Option[]>> = {
  D11: numbers([0, 0, 0, 0, 0, 0, 0, 1, 1, 2, 5], less(8, 2)),
  D12: numbers([0, 1, 2, 2, 2, 2, 3, 4], share(4, 2)),
  D13: numbers(range(55, 100), share(4, 100)),
  D14: words(['好', 4], ['好', 4], ['好', 4], ['较好', 3], ['较好', 3], ['一般', 2], ['差', 0]),
  D21: numbers(range(800, 1059, 1000), share(12, 1)),
  D22: numbers([0, 0, 0, 0, 0, 1, 2, 6], less(4, 1)),
  D23: words(['突出', 4], ['较好', 3], ['较好', 3], ['一般', 2], ['推诿', 0]),
  D31: words(['提出1', 2], ['提出2', 4], ['提出1、采纳1', 6], ['无', 0], ['采纳2', 6], ['提出', 2]),
  D32: words(['公司级', 8], ['厂级', 6], ['参与', 4], ['参与', 4], ['无', 0]),
  D33: words(['高于岗位', 6], ['达标', 5], ['达标', 5], ['达标', 5], ['未达标', 0]),
  D41: words(['无', 5], ['齐全', 5], ['无', 5], ['无', 5], ['无记录', 3], ['未建立', 0]),
  D42: numbers([0, 1, 2, 2, 2, 3], share(6, 2)),
  D43: numbers(range(70, 102, 100), share(5, 1)),
  D44: numbers([0, 0, 0, 0, 0, 1, 3], less(4, 2)),
  D51: numbers([0, 0, 0, 0, 1, 2, 6], less(4, 1)),
  D52: words(
    ['无', 8],
    ['无', 8],
    ['无', 8],
    ['轻微1', 7],
    ['轻微2', 6],
    ['一般1', 6],
    ['轻微1、一般1', 5],
    ['严重', 0],
  ),
  D53: words(['好', 5], ['好', 5], ['较好', 4], ['一般', 3], ['差', 0]),
  D54: numbers([0, 0, 0, 1, 4], less(3, 1)),
};

/** The default scheme 党员五带头: its 18 indicators, and the points of its dimensions. */
export function memberIndicators(): { indicators: readonly BenchIndicator[]; dimensionMax: readonly number[] } {
  const scheme = defaultSchemes().find(({ name }) => name === '党员五带头')!;
  const position = new Map(scheme.dimensions.map(({ name }, i) => [name, i]));
  const dimensionMax = scheme.dimensions.map(() => 0);
  const indicators = scheme.indicators.map(({ id, name, dimension, max }): BenchIndicator => {
    const at = position.get(dimension!)!;
    dimensionMax[at]! += Number(max.n) / Number(max.d);
    const options = OPTIONS[id]!.map(({ value, points }) => ({ value, points: Math.round(points * PARTS) }));
    return { name, dimension: at, isRate: id === 'D21' || id === 'D43', options };
  });
  return { indicators, dimensionMax };
}
