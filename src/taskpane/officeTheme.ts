import type { ThemeName } from './theme';

/**
 * Theme that goes with the background of Office's own panes; light where Office does not tell.
 * @param background "#RRGGBB"
 * @example officeTheme("#262626") // "dark"
 */
export function officeTheme(background: string | undefined): ThemeName {
  const [, hex] = /^#?([0-9a-f]{6})$/i.exec(background ?? '') ?? [];
  if (hex === undefined) return 'light';
  const [red, green, blue] = [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16));
  // Weights of the eye (ITU-R BT.601): green counts most, blue least.
  return 0.299 * red! + 0.587 * green! + 0.114 * blue! < 128 ? 'dark' : 'light';
}
