import { mergeStyleSets, type IStyle, type ITheme } from 'office-ui-fabric-react/lib/Styling';
import { signalColours } from '../../theme';

export const getStyles = (theme: ITheme) => {
  const { palette } = theme;
  const colours = signalColours(theme);
  const cut: IStyle = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' };
  const said: IStyle = { margin: '2px 0 0', fontSize: 12, lineHeight: '17px', overflowWrap: 'anywhere' };
  const outcome: IStyle = { margin: '0 0 6px', fontSize: 13, lineHeight: '19px', fontWeight: 600, minHeight: 19 };
  return mergeStyleSets({
    root: { fontSize: 13, paddingTop: 4 },
    lead: { margin: '6px 0 8px', lineHeight: '19px' },
    tabs: {
      margin: '6px 0 4px',
      borderBottom: `1px solid ${palette.neutralLight}`,
      selectors: { '.ms-Pivot-link': { height: 34, lineHeight: '34px', margin: 0, padding: '0 8px', fontSize: 13 } },
    },
    body: { minHeight: 240 },
    group: { border: 0, margin: '8px 0 0', padding: 0, minWidth: 0 },
    legend: {
      width: '100%',
      padding: '6px 0 2px',
      fontSize: 13,
      fontWeight: 600,
      borderBottom: `1px solid ${palette.neutralLighter}`,
    },
    field: { margin: '4px 0' },
    quota: { marginTop: 8 },
    bands: {
      display: 'flex',
      gap: 8,
      flexWrap: 'wrap',
      alignItems: 'flex-end',
      selectors: { '> *': { flex: '1 1 80px', minWidth: 0 } },
    },
    sentence: {
      margin: '8px 0',
      padding: '6px 8px',
      minHeight: 19,
      lineHeight: '19px',
      borderLeft: `3px solid ${palette.themePrimary}`,
      background: palette.neutralLighterAlt,
      overflowWrap: 'anywhere',
    },
    error: [said, { color: colours.high }],
    warning: [said, { color: colours.medium }],
    sign: { marginRight: 4, fontSize: 12, verticalAlign: 'text-bottom' },
    note: { margin: '6px 0', fontSize: 12, lineHeight: '17px', color: palette.neutralSecondary },
    grades: {
      width: '100%',
      tableLayout: 'fixed',
      borderCollapse: 'collapse',
      margin: '8px 0',
      fontSize: 13,
      selectors: {
        'th, td': { padding: '3px 2px', textAlign: 'center', fontVariantNumeric: 'tabular-nums', ...cut },
        'thead th': { fontWeight: 400, color: palette.neutralSecondary },
        'tbody th': { fontWeight: 400, textAlign: 'left', color: palette.neutralSecondary },
        'tbody tr:last-child td': { fontWeight: 600 },
      },
    },
    list: { height: 320, display: 'flex', flexDirection: 'column', marginTop: 8 },
    row: { display: 'flex', alignItems: 'center', gap: 8, height: '100%', padding: '0 4px' },
    arrow: { flex: 'none', width: 40, fontWeight: 600, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
    who: { flex: '1 1 auto', minWidth: 0, display: 'flex', flexDirection: 'column' },
    name: [cut, { lineHeight: '19px' }],
    small: { fontSize: 12, lineHeight: '17px', color: palette.neutralSecondary },
    numbers: {
      flex: 'none',
      display: 'flex',
      flexDirection: 'column',
      textAlign: 'right',
      lineHeight: '19px',
      fontVariantNumeric: 'tabular-nums',
    },
    changed: { fontSize: 12, lineHeight: '17px', fontWeight: 600 },
    footer: {
      position: 'sticky',
      bottom: 0,
      zIndex: 1,
      margin: '12px 0 0',
      padding: '8px 0 6px',
      borderTop: `1px solid ${palette.neutralLight}`,
      background: palette.white,
    },
    outcome,
    pending: [outcome, { color: palette.neutralSecondary }],
    buttons: { display: 'flex', gap: 8 },
    primary: { flex: '1 1 auto' },
    writes: {
      listStyle: 'none',
      margin: '0 0 8px',
      padding: 0,
      selectors: {
        '> li': {
          display: 'flex',
          flexDirection: 'column',
          padding: '5px 0',
          borderBottom: `1px solid ${palette.neutralLighter}`,
          overflowWrap: 'anywhere',
        },
      },
    },
    forReaders: { position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' },
  });
};
