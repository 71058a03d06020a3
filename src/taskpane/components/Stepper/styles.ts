import { getFocusStyle, HighContrastSelector, mergeStyleSets, type ITheme } from 'office-ui-fabric-react/lib/Styling';

export const getStyles = (theme: ITheme) => {
  const { palette } = theme;
  return mergeStyleSets({
    root: {
      flex: 'none',
      display: 'flex',
      padding: '0 6px',
      borderTop: `1px solid ${palette.neutralLight}`,
      borderBottom: `1px solid ${palette.neutralLight}`,
    },
    step: [
      getFocusStyle(theme, { inset: 2 }),
      {
        flex: '1 1 auto',
        display: 'flex',
        alignItems: 'center',
        justifyContent: 'center',
        gap: 5,
        height: 42,
        padding: '0 4px',
        border: 0,
        borderBottom: '2px solid transparent',
        background: 'none',
        color: palette.neutralSecondary,
        font: 'inherit',
        whiteSpace: 'nowrap',
        cursor: 'pointer',
        selectors: { ':hover': { background: palette.neutralLighter } },
      },
    ],
    current: {
      borderBottomColor: palette.themePrimary,
      color: palette.neutralPrimary,
      fontWeight: 600,
      selectors: { [HighContrastSelector]: { borderBottomColor: 'Highlight' } },
    },
    sign: {
      flex: 'none',
      width: 20,
      height: 20,
      lineHeight: '18px',
      boxSizing: 'border-box',
      border: '1px solid currentColor',
      borderRadius: '50%',
      fontSize: 12,
      textAlign: 'center',
      fontWeight: 400,
      selectors: {
        [`[aria-selected=true] > &`]: {
          background: palette.themePrimary,
          borderColor: palette.themePrimary,
          color: palette.white,
        },
      },
    },
    done: { fontSize: 10 },
    name: {},
    note: { fontSize: 12, fontWeight: 400, color: palette.neutralSecondary, fontVariantNumeric: 'tabular-nums' },
  });
};
