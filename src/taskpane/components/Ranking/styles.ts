import { mergeStyleSets, type IStyle, type ITheme } from 'office-ui-fabric-react/lib/Styling';

export const getStyles = (theme: ITheme) => {
  const { palette } = theme;
  const cut: IStyle = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' };
  const rank: IStyle = {
    flex: 'none',
    width: 30,
    textAlign: 'center',
    fontVariantNumeric: 'tabular-nums',
    color: palette.neutralSecondary,
  };
  return mergeStyleSets({
    root: { display: 'flex', flexDirection: 'column', flex: '1 1 auto', minHeight: 0 },
    filters: { display: 'flex', flexDirection: 'column', gap: 8, padding: '10px 12px', flex: 'none' },
    search: { display: 'flex', gap: 8 },
    group: { flex: '1 1 0', minWidth: 0 },
    box: { flex: '1 1 0', minWidth: 0 },
    row: { display: 'flex', alignItems: 'center', gap: 6, height: '100%', padding: '0 12px 0 6px' },
    rank,
    rankTop: [rank, { color: palette.themePrimary, fontWeight: 700, fontSize: 17 }],
    who: { flex: '1 1 auto', minWidth: 0, display: 'flex', flexDirection: 'column' },
    name: [cut, { fontSize: 14, lineHeight: '20px', color: palette.neutralPrimary }],
    note: [cut, { fontSize: 12, lineHeight: '16px', color: palette.neutralSecondary }],
    flag: { fontSize: 12, marginLeft: 5, verticalAlign: 'middle' },
    check: { fontSize: 10, marginLeft: 4 },
    points: {
      flex: 'none',
      cursor: 'help',
      padding: '2px 4px',
      margin: '0 -4px',
      borderRadius: 4,
      selectors: { ':hover': { background: palette.themeLighter } },
      textAlign: 'right',
      display: 'flex',
      flexDirection: 'column',
      fontVariantNumeric: 'tabular-nums',
    },
    total: { fontSize: 15, lineHeight: '20px', fontWeight: 600 },
    grade: { fontSize: 12, lineHeight: '16px', color: palette.neutralSecondary },
    chosen: {
      flex: 'none',
      display: 'flex',
      alignItems: 'center',
      gap: 8,
      padding: '8px 12px',
      borderTop: `1px solid ${palette.neutralLight}`,
      background: palette.neutralLighterAlt,
    },
    chosenWho: {
      flex: '1 1 auto',
      minWidth: 0,
      display: 'flex',
      flexDirection: 'column',
      alignItems: 'flex-start',
      fontSize: 12,
    },
    chosenName: [cut, { maxWidth: '100%', fontSize: 14 }],
  });
};
