import { mergeStyleSets, type ITheme } from 'office-ui-fabric-react/lib/Styling';

export const getStyles = (theme: ITheme) => {
  const { palette } = theme;
  return mergeStyleSets({
    root: { flex: '1 1 auto', minHeight: 0, overflowY: 'auto', padding: '10px 12px', scrollbarWidth: 'thin' },
    facts: { margin: '0 0 10px', fontSize: 12, color: palette.neutralSecondary },
    title: { margin: '8px 0 4px', fontSize: 14, fontWeight: 600, overflowWrap: 'anywhere' },
    icon: { marginRight: 6, color: palette.themePrimary },
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: { padding: '6px 0', borderTop: `1px solid ${palette.neutralLight}` },
    head: { display: 'flex', gap: 8, alignItems: 'baseline', justifyContent: 'space-between' },
    name: { flex: '0 1 auto', minWidth: 64, overflowWrap: 'anywhere', textAlign: 'left' },
    role: { flex: '1 1 auto', fontSize: 12, textAlign: 'right', color: palette.neutralPrimary },
    reason: { margin: '2px 0 0', fontSize: 12, lineHeight: '17px', color: palette.neutralSecondary },
    sure: { marginLeft: 6, whiteSpace: 'nowrap' },
    doubt: { marginLeft: 6, whiteSpace: 'nowrap', fontWeight: 600, color: palette.neutralPrimary },
    sign: { marginRight: 3 },
  });
};
