import { mergeStyleSets, type ITheme } from 'office-ui-fabric-react/lib/Styling';

export const getStyles = (theme: ITheme) =>
  mergeStyleSets({
    tabs: {
      flex: 'none',
      borderBottom: `1px solid ${theme.palette.neutralLight}`,
      padding: '0 4px',
      selectors: { '.ms-Pivot-link': { height: 36, lineHeight: '36px', margin: 0, padding: '0 8px', fontSize: 13 } },
    },
    body: { flex: '1 1 auto', minHeight: 0, display: 'flex', flexDirection: 'column' },
    loading: { margin: 'auto' },
  });
