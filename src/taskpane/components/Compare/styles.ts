import { getFocusStyle, mergeStyleSets, type IStyle, type ITheme } from 'office-ui-fabric-react/lib/Styling';

export const getStyles = (theme: ITheme) => {
  const { palette } = theme;
  const cut: IStyle = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' };
  const number: IStyle = { flex: 'none', textAlign: 'right', fontVariantNumeric: 'tabular-nums' };
  const line: IStyle = {
    display: 'flex',
    alignItems: 'baseline',
    gap: 6,
    width: '100%',
    padding: '6px 0 2px',
    border: 0,
    background: 'none',
    color: palette.neutralPrimary,
    font: 'inherit',
    fontSize: 13,
    textAlign: 'left',
  };
  return mergeStyleSets({
    tools: { display: 'flex', gap: 4, flexWrap: 'wrap' },
    title: { margin: '2px 0 4px', fontSize: 15, fontWeight: 600 },
    lead: { margin: '6px 0 8px', fontSize: 13, lineHeight: '19px', overflowWrap: 'anywhere' },
    near: {
      display: 'flex',
      flexDirection: 'column',
      gap: 6,
      marginBottom: 8,
      selectors: { '.ms-Button': { height: 'auto', minHeight: 32, textAlign: 'left' } },
    },
    list: { height: 288, display: 'flex', flexDirection: 'column', marginTop: 6 },
    row: { display: 'flex', alignItems: 'center', gap: 6, height: '100%', padding: '0 6px', fontSize: 13 },
    rank: { flex: 'none', width: 30, textAlign: 'center', color: palette.neutralSecondary },
    name: [cut, { flex: '1 1 auto', minWidth: 0 }],
    number,
    heads: {
      width: '100%',
      tableLayout: 'fixed',
      borderCollapse: 'collapse',
      fontSize: 13,
      selectors: {
        'th, td': { padding: '4px', borderBottom: `1px solid ${palette.neutralLighter}`, overflowWrap: 'anywhere' },
        'td, thead th': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
        'th:first-child, td:first-child': {
          textAlign: 'left',
          width: 52,
          fontWeight: 400,
          color: palette.neutralSecondary,
        },
      },
    },
    decision: {
      margin: '10px 0',
      padding: '8px 10px',
      fontSize: 13,
      lineHeight: '19px',
      borderLeft: `3px solid ${palette.themePrimary}`,
      background: palette.neutralLighterAlt,
      overflowWrap: 'anywhere',
    },
    legend: { margin: '0 0 4px', fontSize: 12, lineHeight: '17px', color: palette.neutralSecondary },
    parts: { listStyle: 'none', margin: 0, padding: 0, selectors: { '& &': { paddingLeft: 14 } } },
    part: { borderBottom: `1px solid ${palette.neutralLighter}` },
    partLine: [getFocusStyle(theme), line, { selectors: { '&[aria-expanded]': { cursor: 'pointer' } } }],
    chevron: { flex: 'none', width: 12, fontSize: 10 },
    partName: { flex: '1 1 auto', minWidth: 0, overflowWrap: 'anywhere' },
    sides: [number, { fontSize: 12, color: palette.neutralSecondary }],
    difference: [number, { width: 58, fontWeight: 600 }],
    scale: {
      position: 'relative',
      height: 6,
      margin: '0 0 6px 18px',
      background: `linear-gradient(${palette.neutralTertiary}, ${palette.neutralTertiary}) center / 1px 100% no-repeat`,
      selectors: { '@media (forced-colors: active)': { forcedColorAdjust: 'none' } },
    },
    more: {
      position: 'absolute',
      top: 0,
      height: '100%',
      background: palette.themePrimary,
      selectors: { '@media (forced-colors: active)': { background: 'Highlight' } },
    },
    less: {
      position: 'absolute',
      top: 0,
      height: '100%',
      background: palette.neutralSecondary,
      selectors: { '@media (forced-colors: active)': { background: 'GrayText' } },
    },
    cells: { padding: '0 0 8px 18px' },
    cell: { margin: '2px 0 0', fontSize: 12, lineHeight: '18px', overflowWrap: 'anywhere' },
    forReaders: { position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' },
  });
};
