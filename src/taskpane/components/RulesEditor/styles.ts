import { getFocusStyle, mergeStyleSets, type ITheme } from 'office-ui-fabric-react/lib/Styling';
import { signalColours } from '../../theme';

export const getStyles = (theme: ITheme) => {
  const { palette } = theme;
  const colours = signalColours(theme);
  const said = { margin: '0 0 4px 22px', fontSize: 12, lineHeight: '17px', overflowWrap: 'anywhere' } as const;
  return mergeStyleSets({
    root: { fontSize: 13, paddingBottom: 8 },
    note: { margin: '6px 0', fontSize: 12, lineHeight: '17px', color: palette.neutralSecondary },
    tools: { display: 'flex', gap: 8, flexWrap: 'wrap' },
    scheme: { margin: '10px 0 4px' },
    list: { listStyle: 'none', margin: '6px 0 10px', padding: 0 },
    item: { borderTop: `1px solid ${palette.neutralLight}`, padding: '2px 0 4px' },
    dimension: { margin: '8px 0 2px', fontSize: 13, fontWeight: 600 },
    line: [
      getFocusStyle(theme),
      {
        display: 'flex',
        alignItems: 'baseline',
        gap: 8,
        width: '100%',
        padding: '5px 0',
        border: 0,
        background: 'none',
        color: palette.neutralPrimary,
        font: 'inherit',
        textAlign: 'left',
        cursor: 'pointer',
      },
    ],
    chevron: { flex: 'none', width: 14, fontSize: 10 },
    name: { flex: '1 1 auto', minWidth: 0, overflowWrap: 'anywhere' },
    max: { flex: 'none', color: palette.neutralSecondary, fontVariantNumeric: 'tabular-nums' },
    sentence: { ...said, color: palette.neutralSecondary, minHeight: 17 },
    problem: { ...said, color: colours.high },
    warning: { ...said, color: colours.medium },
    sign: { marginRight: 4, fontSize: 12, verticalAlign: 'text-bottom' },
    form: {
      display: 'flex',
      flexDirection: 'column',
      gap: 6,
      margin: '4px 0 8px',
      padding: '4px 10px 10px',
      borderLeft: `3px solid ${palette.themePrimary}`,
      background: palette.neutralLighterAlt,
    },
    pair: { display: 'flex', gap: 8, selectors: { '> *': { flex: '1 1 0', minWidth: 0 } } },
    remove: { alignSelf: 'flex-start', marginTop: 6 },
    footer: {
      position: 'sticky',
      bottom: 0,
      margin: '12px 0 0',
      padding: '6px 0',
      borderTop: `1px solid ${palette.neutralLight}`,
      background: palette.white,
    },
    buttons: { display: 'flex', gap: 8 },
    primary: { flex: '1 1 auto' },
  });
};
