import { mergeStyleSets, type ITheme } from 'office-ui-fabric-react/lib/Styling';

export const getStyles = (theme: ITheme) => {
  const { palette } = theme;
  return mergeStyleSets({
    root: { display: 'flex', flexDirection: 'column', flex: '1 1 auto', minHeight: 0 },
    scroll: { flex: '0 1 auto', minHeight: 0, overflowY: 'auto', padding: '10px 12px 6px' },
    // With a list of cells below them, the sheets leave it half of the room.
    half: { maxHeight: '50%' },
    title: {
      margin: '0 0 4px',
      fontSize: 14,
      fontWeight: 600,
      selectors: { '&:not(:first-child)': { marginTop: 12 } },
    },
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      display: 'flex',
      gap: 8,
      alignItems: 'baseline',
      padding: '5px 0',
      borderTop: `1px solid ${palette.neutralLight}`,
    },
    icon: { flex: 'none', color: palette.themePrimary },
    name: { flex: '1 1 auto', minWidth: 0, overflowWrap: 'anywhere', textAlign: 'left' },
    rows: { flex: 'none', fontSize: 12, color: palette.neutralSecondary },
    note: { margin: '4px 0', fontSize: 12, lineHeight: '17px', color: palette.neutralSecondary },
    write: { display: 'flex', gap: 8, alignItems: 'center', height: '100%', padding: '0 12px', fontSize: 12 },
    where: { flex: '1 1 auto', minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
    before: {
      color: palette.neutralSecondary,
      maxWidth: '25%',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
    arrow: { fontSize: 10, color: palette.neutralSecondary },
    after: {
      fontWeight: 600,
      fontVariantNumeric: 'tabular-nums',
      maxWidth: '25%',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
    footer: {
      flex: 'none',
      marginTop: 'auto',
      padding: '6px 12px',
      borderTop: `1px solid ${palette.neutralLight}`,
    },
  });
};
