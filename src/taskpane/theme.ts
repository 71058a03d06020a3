import { createTheme, type IPartialTheme, type ITheme } from 'office-ui-fabric-react/lib/Styling';

export type ThemeName = 'light' | 'dark';

/** Fonts of the machine only; none is ever fetched. */
const FONTS = '"Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Segoe UI", sans-serif';

const LIGHT: IPartialTheme = {
  palette: {
    themePrimary: '#a3211b',
    themeLighterAlt: '#fdf5f4',
    themeLighter: '#f8dad8',
    themeLight: '#f0bab7',
    themeTertiary: '#d6746f',
    themeSecondary: '#b83a34',
    themeDarkAlt: '#931e18',
    themeDark: '#7c1914',
    themeDarker: '#5b120f',
  },
};

const DARK: IPartialTheme = {
  isInverted: true,
  palette: {
    themePrimary: '#f08a80',
    themeLighterAlt: '#1a0f0e',
    themeLighter: '#3a211f',
    themeLight: '#5f3834',
    themeTertiary: '#b0675f',
    themeSecondary: '#dd8077',
    themeDarkAlt: '#f2978e',
    themeDark: '#f5aba4',
    themeDarker: '#f8c6c1',
    white: '#1f1f1f',
    neutralLighterAlt: '#262626',
    neutralLighter: '#2d2d2d',
    neutralLight: '#383838',
    neutralQuaternaryAlt: '#414141',
    neutralQuaternary: '#484848',
    neutralTertiaryAlt: '#656565',
    neutralTertiary: '#9a9a9a',
    neutralSecondaryAlt: '#b0b0b0',
    neutralSecondary: '#c4c4c4',
    neutralPrimaryAlt: '#dadada',
    neutralPrimary: '#f0f0f0',
    neutralDark: '#f6f6f6',
    black: '#fbfbfb',
  },
};

const THEMES = new Map<ThemeName, ITheme>();

/** Theme of the pane; each is made once. */
export function paneTheme(name: ThemeName): ITheme {
  let theme = THEMES.get(name);
  if (!theme) {
    const colours = name === 'dark' ? DARK : LIGHT;
    theme = createTheme({ ...colours, defaultFontStyle: { fontFamily: FONTS, fontWeight: 400 } });
    THEMES.set(name, theme);
  }
  return theme;
}

/** Colours with a meaning of their own; never the only mark of it. */
export interface SignalColours {
  readonly high: string;
  readonly medium: string;
  readonly low: string;
  readonly good: string;
  readonly flag: string;
}

/** Signal colours with at least 4.5 : 1 against the pane's background. */
export function signalColours(theme: ITheme): SignalColours {
  return theme.isInverted
    ? { high: '#ff8a80', medium: '#ffb74d', low: '#8ab4f8', good: '#81c995', flag: '#ff8a80' }
    : { high: '#b3140c', medium: '#8f5100', low: '#1f5fae', good: '#1e6b32', flag: '#c2180f' };
}
