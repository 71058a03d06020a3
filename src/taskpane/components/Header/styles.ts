import { mergeStyleSets, type ITheme } from 'office-ui-fabric-react/lib/Styling';

export const getStyles = (theme: ITheme) =>
  mergeStyleSets({
    root: { flex: 'none', display: 'flex', alignItems: 'baseline', gap: 8, padding: '12px 12px 0' },
    title: { margin: 0, fontSize: 18, lineHeight: '24px', fontWeight: 600, color: theme.palette.themePrimary },
    subtitle: { flex: '1 1 auto', fontSize: 12, color: theme.palette.neutralSecondary },
    language: { flex: 'none', fontSize: 12 },
  });
