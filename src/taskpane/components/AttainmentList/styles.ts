import { mergeStyleSets, type IStyle, type ITheme } from 'office-ui-fabric-react/lib/Styling';

export const getStyles = (theme: ITheme) => {
  const { palette } = theme;
  const number: IStyle = {
    textAlign: 'right',
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
    padding: '6px 0 6px 10px',
  };
  const head: IStyle = { textAlign: 'left', fontWeight: 600, padding: '4px 0', color: palette.neutralSecondary };
  return mergeStyleSets({
    root: { flex: '1 1 auto', minHeight: 0, overflowY: 'auto', padding: '12px', scrollbarWidth: 'thin' },
    target: { marginBottom: 20 },
    title: {
      margin: '0 0 8px',
      fontSize: 14,
      fontWeight: 600,
      display: 'flex',
      justifyContent: 'space-between',
      alignItems: 'baseline',
    },
    rate: { fontSize: 20, fontVariantNumeric: 'tabular-nums' },
    bar: {
      position: 'relative',
      height: 10,
      borderRadius: 5,
      background: palette.neutralLight,
      selectors: { '@media (forced-colors: active)': { border: '1px solid CanvasText' } },
    },
    fill: {
      height: '100%',
      borderRadius: 5,
      selectors: {
        '@media (forced-colors: active)': { background: 'Highlight !important', forcedColorAdjust: 'none' },
      },
    },
    goal: {
      position: 'absolute',
      top: -4,
      bottom: -4,
      width: 2,
      marginLeft: -1,
      background: palette.neutralPrimary,
      selectors: { '@media (forced-colors: active)': { background: 'CanvasText', forcedColorAdjust: 'none' } },
    },
    facts: {
      margin: '8px 0 0',
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'space-between',
      gap: 6,
      fontSize: 12,
      color: palette.neutralSecondary,
    },
    verdict: { whiteSpace: 'nowrap' },
    verdictIcon: { marginRight: 4 },
    table: { width: '100%', borderCollapse: 'collapse', fontSize: 12 },
    caption: { textAlign: 'left', fontSize: 14, fontWeight: 600, paddingBottom: 6 },
    head,
    headNumber: [head, { textAlign: 'right' }],
    line: { borderTop: `1px solid ${palette.neutralLight}` },
    cell: { padding: '6px 0', overflowWrap: 'anywhere' },
    number,
  });
};
