import { type IStyle, mergeStyleSets, type ITheme } from 'office-ui-fabric-react/lib/Styling';
import { signalColours } from '../../theme';

export const getStyles = (theme: ITheme) => {
  const { palette } = theme;
  const small: IStyle = { fontSize: 12, lineHeight: '17px' };
  return mergeStyleSets({
    root: { flex: '1 1 auto', minHeight: 0, overflowY: 'auto', padding: '2px 12px 12px', scrollbarWidth: 'thin' },
    back: { height: 32, marginLeft: -4, fontSize: 12 },
    name: {
      margin: '0 0 2px',
      fontSize: 16,
      fontWeight: 600,
      overflowWrap: 'anywhere',
      outline: 'none',
      selectors: { '.ms-Link': { textAlign: 'left', fontWeight: 600 } },
    },
    facts: [small, { margin: 0, overflowWrap: 'anywhere' }],
    reason: [small, { margin: '2px 0 4px', color: palette.neutralSecondary }],
    hint: [small, { margin: '6px 0' }],
    sign: { marginRight: 3, verticalAlign: 'text-bottom' },
    table: { selectors: { '& + &': { marginTop: 16, borderTop: `2px solid ${palette.neutralTertiaryAlt}` } } },
    number: { margin: '10px 0 0', fontSize: 14, fontWeight: 600 },
    form: { display: 'flex', flexDirection: 'column', gap: 4, padding: '2px 0 4px' },
    actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8, marginTop: 6 },
    apply: { borderColor: palette.themePrimary, color: palette.themePrimary },
    heading: { margin: '12px 0 4px', fontSize: 14, fontWeight: 600 },
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: { borderTop: `1px solid ${palette.neutralLight}` },
    part: {
      position: 'relative',
      display: 'grid',
      gridTemplateColumns: '28px minmax(0, 1fr)',
      columnGap: 6,
      width: '100%',
      padding: '6px 20px 6px 2px',
      border: 'none',
      background: 'transparent',
      color: palette.neutralPrimary,
      font: 'inherit',
      textAlign: 'left',
      cursor: 'pointer',
      selectors: {
        ':hover': { background: palette.neutralLighter },
        ':focus-visible': { outline: `2px solid ${palette.themePrimary}`, outlineOffset: -2 },
      },
    },
    at: [small, { gridRow: '1 / 3', textAlign: 'center', color: palette.neutralSecondary, paddingTop: 2 }],
    partName: { fontSize: 14, lineHeight: '19px', overflowWrap: 'anywhere' },
    meaning: [small, { color: palette.neutralSecondary, overflowWrap: 'anywhere' }],
    unknown: { fontWeight: 600, color: signalColours(theme).medium },
    chevron: { position: 'absolute', right: 4, top: 10, fontSize: 12, color: palette.neutralSecondary },
    partForm: { display: 'flex', flexDirection: 'column', gap: 6, padding: '2px 2px 10px 34px' },
    samples: [small, { margin: 0, color: palette.neutralSecondary, overflowWrap: 'anywhere' }],
    pair: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)', gap: 8 },
    moreButton: { width: '100%', marginTop: 8 },
  });
};
