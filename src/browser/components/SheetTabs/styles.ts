import { type IRawStyle, mergeStyleSets, type ITheme } from 'office-ui-fabric-react/lib/Styling';

export const getStyles = (theme: ITheme) => {
  const { palette } = theme;
  const tab: IRawStyle = {
    flex: 'none',
    fontFamily: 'inherit',
    fontSize: 13,
    height: 30,
    padding: '0 14px',
    border: 'none',
    borderBottom: '2px solid transparent',
    color: palette.neutralSecondary,
    background: 'transparent',
    cursor: 'pointer',
    whiteSpace: 'nowrap',
    selectors: {
      ':hover': { background: palette.neutralLight },
      ':focus-visible': { outline: `2px solid ${palette.themePrimary}` },
      '&[aria-selected="true"]': {
        color: palette.themePrimary,
        fontWeight: 600,
        background: palette.white,
        borderBottomColor: palette.themePrimary,
      },
      '@media (forced-colors: active)': {
        selectors: { ':is([aria-selected="true"])': { borderBottomColor: 'Highlight' } },
      },
    },
  };
  return mergeStyleSets({
    root: {
      flex: 'none',
      display: 'flex',
      overflowX: 'auto',
      scrollbarWidth: 'thin',
      padding: '0 8px',
      background: palette.neutralLighter,
      borderTop: `1px solid ${palette.neutralQuaternaryAlt}`,
    },
    tab,
    result: [tab, { color: palette.themeDark, background: palette.themeLighter, marginLeft: 1 }],
  });
};
