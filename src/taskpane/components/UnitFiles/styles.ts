import { mergeStyleSets, type ITheme } from 'office-ui-fabric-react/lib/Styling';

export const getStyles = (theme: ITheme) => {
  const { palette } = theme;
  return mergeStyleSets({
    root: {
      margin: '0 0 10px',
      padding: '8px 10px',
      border: `1px dashed ${palette.neutralTertiary}`,
      borderRadius: 2,
    },
    add: { width: '100%' },
    hint: { margin: '6px 0 0', fontSize: 12, lineHeight: '17px', color: palette.neutralSecondary },
    opening: { justifyContent: 'flex-start', marginTop: 8 },
    problem: { marginTop: 6 },
    list: { listStyle: 'none', margin: '0 0 10px', padding: 0 },
    item: { display: 'flex', alignItems: 'center', gap: 6, borderTop: `1px solid ${palette.neutralLight}` },
    icon: { flex: 'none', color: palette.themePrimary },
    name: { flex: '1 1 auto', minWidth: 0, fontSize: 13, overflowWrap: 'anywhere' },
  });
};
