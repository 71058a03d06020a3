import { mergeStyleSets, type IRawStyle, type ITheme } from 'office-ui-fabric-react/lib/Styling';

export const getStyles = (theme: ITheme) => {
  const { palette } = theme;
  const button: IRawStyle = {
    fontFamily: 'inherit',
    color: palette.neutralPrimary,
    background: palette.white,
    border: `1px solid ${palette.neutralQuaternary}`,
    cursor: 'pointer',
    selectors: {
      ':hover': { background: palette.neutralLighter },
      ':focus-visible': { outline: `2px solid ${palette.themePrimary}` },
      '&[aria-pressed="true"]': { background: palette.themeLighter, borderColor: palette.themePrimary },
      '@media (forced-colors: active)': {
        selectors: { ':is([aria-pressed="true"])': { outline: '2px solid Highlight' } },
      },
    },
  };
  return mergeStyleSets({
    root: { display: 'flex', flexWrap: 'wrap', gap: 6 },
    chip: [
      button,
      {
        display: 'inline-flex',
        alignItems: 'center',
        gap: 5,
        padding: '2px 9px',
        borderRadius: 12,
        fontSize: 12,
        lineHeight: '20px',
      },
    ],
    icon: { fontSize: 12 },
    count: { fontWeight: 600, fontVariantNumeric: 'tabular-nums' },
    tiles: { display: 'flex', gap: 6 },
    tile: [
      button,
      {
        flex: '1 1 0',
        minWidth: 0,
        padding: '6px 2px 5px',
        borderRadius: 6,
        display: 'flex',
        flexDirection: 'column-reverse',
        alignItems: 'center',
      },
    ],
    tileLabel: { fontSize: 12, maxWidth: '100%', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
    tileCount: { fontSize: 20, lineHeight: '26px', fontWeight: 600, fontVariantNumeric: 'tabular-nums' },
  });
};
