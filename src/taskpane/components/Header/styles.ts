import { mergeStyleSets, type ITheme } from 'office-ui-fabric-react/lib/Styling';

export const getStyles = (theme: ITheme) =>
  mergeStyleSets({
    root: { flex: 'none', display: 'flex', alignItems: 'center', gap: 8, padding: '8px 6px 0 12px' },
    title: {
      flex: 'none',
      margin: 0,
      fontSize: 18,
      lineHeight: '24px',
      fontWeight: 600,
      color: theme.palette.themePrimary,
    },
    subtitle: {
      flex: '1 1 auto',
      minWidth: 0,
      fontSize: 12,
      color: theme.palette.neutralSecondary,
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
    language: { flex: 'none', fontSize: 12 },
    tools: { flex: 'none' },
  });
