import { mergeStyleSets, type ITheme } from 'office-ui-fabric-react/lib/Styling';

export const getStyles = (theme: ITheme) =>
  mergeStyleSets({
    root: {
      flex: 'none',
      display: 'flex',
      alignItems: 'center',
      gap: 8,
      minHeight: 36,
      padding: '10px 12px',
      borderTop: `1px solid ${theme.palette.neutralLight}`,
      background: theme.palette.white,
    },
    primary: { flex: '1 1 auto', height: 36 },
    secondary: { flex: 'none', height: 36 },
    progress: {
      flex: 1,
      minWidth: 0,
      selectors: { '.ms-ProgressIndicator-itemName': { padding: 0, lineHeight: '18px' } },
    },
  });
