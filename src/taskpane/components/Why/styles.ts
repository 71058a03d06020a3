import { mergeStyleSets, type IStyle, type ITheme } from 'office-ui-fabric-react/lib/Styling';
import { signalColours } from '../../theme';

export const getStyles = (theme: ITheme) => {
  const { palette } = theme;
  const colours = signalColours(theme);
  const line: IStyle = { display: 'flex', gap: 10, padding: '5px 0', fontSize: 13, lineHeight: '19px' };
  const number: IStyle = { flex: 'none', fontVariantNumeric: 'tabular-nums', textAlign: 'right', maxWidth: '55%' };
  const paragraph: IStyle = { margin: '2px 0 0', lineHeight: '18px', overflowWrap: 'anywhere' };
  const list: IStyle = { listStyle: 'none', margin: 0, padding: 0 };
  return mergeStyleSets({
    who: { margin: '4px 0 8px', fontSize: 15, display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere' },
    scheme: { fontSize: 12, color: palette.neutralSecondary },
    facts: { display: 'flex', gap: 6, margin: '0 0 10px' },
    fact: {
      flex: '1 1 0',
      minWidth: 0,
      display: 'flex',
      flexDirection: 'column-reverse',
      padding: '6px 4px',
      textAlign: 'center',
      border: `1px solid ${palette.neutralLight}`,
      borderRadius: 6,
    },
    factName: { fontSize: 12, color: palette.neutralSecondary },
    factValue: { margin: 0, fontSize: 17, lineHeight: '24px', fontWeight: 600, fontVariantNumeric: 'tabular-nums' },
    tools: { display: 'flex', gap: 8, flexWrap: 'wrap', selectors: { '> *': { flex: '1 1 auto' } } },
    tabs: {
      margin: '8px 0 4px',
      borderBottom: `1px solid ${palette.neutralLight}`,
      selectors: { '.ms-Pivot-link': { height: 34, lineHeight: '34px', margin: 0, padding: '0 8px', fontSize: 13 } },
    },
    lead: { margin: '8px 0', fontSize: 13, lineHeight: '19px', overflowWrap: 'anywhere' },
    waiting: { margin: '16px 0' },
    subheading: { margin: '14px 0 2px', fontSize: 13, fontWeight: 600 },
    summary: { margin: '10px 0 4px', fontSize: 13, lineHeight: '24px', cursor: 'pointer', color: palette.themePrimary },
    cards: list,
    steps: [list, { selectors: { '> li + li': { marginTop: 8 } } }],
    card: {
      padding: '8px 0',
      borderBottom: `1px solid ${palette.neutralLighter}`,
      fontSize: 13,
      lineHeight: '19px',
      overflowWrap: 'anywhere',
    },
    line: { display: 'flex', gap: 10, alignItems: 'baseline' },
    text: { flex: '1 1 auto', minWidth: 0, overflowWrap: 'anywhere' },
    number,
    change: [number, { overflowWrap: 'anywhere' }],
    lost: [number, { fontWeight: 600, color: colours.high }],
    small: [paragraph, { flex: '1 1 auto', fontSize: 12, color: palette.neutralSecondary }],
    words: [paragraph, { fontSize: 13 }],
    rule: [paragraph, { fontSize: 12, paddingLeft: 8, borderLeft: `2px solid ${palette.neutralQuaternary}` }],
    bar: {
      position: 'relative',
      height: 8,
      margin: '5px 0 2px',
      borderRadius: 4,
      background: palette.neutralLight,
      selectors: { '@media (forced-colors: active)': { border: '1px solid CanvasText', forcedColorAdjust: 'none' } },
    },
    fill: {
      height: '100%',
      borderRadius: 4,
      background: palette.themePrimary,
      selectors: { '@media (forced-colors: active)': { background: 'Highlight' } },
    },
    median: {
      position: 'absolute',
      left: 'calc(var(--at) - 1px)',
      top: -3,
      width: 2,
      height: 14,
      background: palette.neutralPrimary,
      boxShadow: `0 0 0 1px ${palette.white}`,
      selectors: { '@media (forced-colors: active)': { background: 'CanvasText', boxShadow: '0 0 0 1px Canvas' } },
    },
    relation: { fontSize: 12, color: palette.neutralSecondary },
    forReaders: { position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' },
    section: { margin: '8px 0 14px' },
    heading: {
      margin: 0,
      padding: '4px 0',
      fontSize: 14,
      fontWeight: 600,
      display: 'flex',
      justifyContent: 'space-between',
      gap: 10,
      borderBottom: `1px solid ${palette.neutralQuaternary}`,
    },
    value: number,
    lines: list,
    plain: line,
    sum: [line, { fontWeight: 600 }],
    note: [line, { color: palette.neutralSecondary, fontSize: 12 }],
    warning: [line, { color: colours.medium }],
    warningWord: { fontWeight: 600 },
    place: { display: 'block', fontSize: 12, fontWeight: 400 },
  });
};
