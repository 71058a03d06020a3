import { mergeStyleSets, type ITheme } from 'office-ui-fabric-react/lib/Styling';

export const getStyles = (theme: ITheme) =>
  mergeStyleSets({
    root: { fontSize: 13, lineHeight: '20px' },
    name: { margin: '12px 0 0', fontSize: 14 },
    title: { margin: '16px 0 4px', fontSize: 14, fontWeight: 600 },
    text: { margin: 0 },
    list: { listStyle: 'none', margin: '8px 0 0', padding: 0 },
    item: {
      display: 'flex',
      justifyContent: 'space-between',
      gap: 12,
      padding: '5px 0',
      borderTop: `1px solid ${theme.palette.neutralLight}`,
    },
    licence: { color: theme.palette.neutralSecondary },
  });
