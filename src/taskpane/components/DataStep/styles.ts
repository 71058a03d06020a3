import { type IStyle, mergeStyleSets, type ITheme } from 'office-ui-fabric-react/lib/Styling';
import { signalColours } from '../../theme';

export const getStyles = (theme: ITheme) => {
  const { palette } = theme;
  const small: IStyle = { fontSize: 12, lineHeight: '17px' };
  const row: IStyle = {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'stretch',
    gap: 1,
    width: '100%',
    padding: '8px 22px 8px 4px',
    textAlign: 'left',
  };
  return mergeStyleSets({
    root: { flex: '1 1 auto', minHeight: 0, display: 'flex', flexDirection: 'column', outline: 'none' },
    undo: { marginLeft: 8, fontWeight: 600 },
    loading: { padding: 24 },
    body: { flex: '1 1 auto', minHeight: 0, overflowY: 'auto', padding: '10px 12px', scrollbarWidth: 'thin' },
    facts: [small, { margin: '0 0 6px', color: palette.neutralSecondary }],
    hint: [small, { margin: '0 0 4px', color: palette.neutralSecondary }],
    title: { margin: '10px 0 4px', fontSize: 14, fontWeight: 600, overflowWrap: 'anywhere' },
    file: { display: 'flex', alignItems: 'flex-start', justifyContent: 'space-between' },
    alert: { margin: '0 0 2px', fontSize: 14, fontWeight: 600 },
    icon: { marginRight: 6, color: palette.themePrimary },
    sign: { marginRight: 3, verticalAlign: 'text-bottom' },
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: { borderTop: `1px solid ${palette.neutralLight}` },
    button: [
      row,
      {
        border: 'none',
        background: 'transparent',
        color: palette.neutralPrimary,
        font: 'inherit',
        cursor: 'pointer',
        selectors: {
          ':hover': { background: palette.neutralLighter },
          ':focus-visible': { outline: `2px solid ${palette.themePrimary}`, outlineOffset: -2 },
        },
      },
    ],
    unread: [row, { boxSizing: 'border-box', color: palette.neutralSecondary }],
    name: { fontSize: 14, lineHeight: '20px', fontWeight: 600, overflowWrap: 'anywhere' },
    words: [small, { overflowWrap: 'anywhere' }],
    marks: [small, { display: 'flex', flexWrap: 'wrap', columnGap: 10 }],
    mark: { color: palette.neutralSecondary },
    doubt: { fontWeight: 600, color: signalColours(theme).medium },
    chevron: { position: 'absolute', right: 4, top: 12, fontSize: 12, color: palette.neutralSecondary },
    moreButton: { width: '100%', marginTop: 8 },
    unmatched: {
      margin: '0 0 12px',
      padding: '8px 10px 4px',
      border: `1px solid ${signalColours(theme).medium}`,
      borderRadius: 2,
    },
    nameItem: { padding: '6px 0', borderTop: `1px solid ${palette.neutralLight}` },
    nameHead: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: 8 },
    written: { overflowWrap: 'anywhere', fontWeight: 600 },
    times: [small, { color: palette.neutralSecondary }],
    offers: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 6px', marginTop: 4 },
    offer: {
      height: 'auto',
      minHeight: 28,
      minWidth: 0,
      maxWidth: '100%',
      padding: '2px 8px',
      selectors: { '.ms-Button-label': { whiteSpace: 'normal', fontWeight: 400, margin: 0, textAlign: 'left' } },
    },
    action: { height: 28, fontSize: 12, padding: 0, selectors: { '.ms-Button-icon': { fontSize: 12 } } },
    said: {
      display: 'flex',
      alignItems: 'flex-start',
      gap: 4,
      padding: '4px 0 4px 4px',
      borderTop: `1px solid ${palette.neutralLight}`,
    },
    what: [small, { flex: '1 1 auto', minWidth: 0, paddingTop: 7, overflowWrap: 'anywhere' }],
    unfit: { display: 'block', color: palette.neutralSecondary },
    forget: { display: 'block', height: 32, marginLeft: -4, fontSize: 12 },
    shelf: [
      small,
      {
        marginTop: 12,
        paddingTop: 8,
        borderTop: `1px solid ${palette.neutralLight}`,
        color: palette.neutralSecondary,
      },
    ],
  });
};
