import type { ITheme } from 'office-ui-fabric-react/lib/Styling';
import { signalColours } from '../../theme';

/** Told apart also by those who see few colours; each at least 3 : 1 against the pane. */
const LIGHT = ['#a3211b', '#c77700', '#2b6cb0', '#3f7d3a', '#6b4fa0', '#5c6670'];
const DARK = ['#f08a80', '#f2b45c', '#7db3f0', '#8fcf8a', '#b9a2e8', '#aab4be'];

/** A colour for each dimension; those beyond the sixth begin anew. */
export function dimensionColours(isDark: boolean, count: number): readonly string[] {
  const colours = isDark ? DARK : LIGHT;
  return Array.from({ length: count }, (_, i) => colours[i % colours.length]!);
}

/** A colour for each grade, best first: good, middling shades, bad. */
export function gradeColours(theme: ITheme, count: number): readonly string[] {
  const { good, low, medium, high } = signalColours(theme);
  const middle = [low, medium];
  return Array.from({ length: count }, (_, i) =>
    i === 0 ? good : i === count - 1 ? high : middle[(i - 1) % middle.length]!,
  );
}

/** Rates below these are low and middling. */
const [MIDDLE, HIGH] = [0.7, 0.85];

/** Background of a rate 0..1: low, middling or high; text on it keeps 4.5 : 1. */
export function heatColour(isDark: boolean, rate: number): string {
  const [low, middle, high] = isDark ? ['#7a2a26', '#5c4d1a', '#265a33'] : ['#f4c0bb', '#fbeecb', '#c3e6cb'];
  return rate < MIDDLE ? low! : rate < HIGH ? middle! : high!;
}
