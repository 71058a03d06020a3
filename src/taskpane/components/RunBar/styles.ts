import { mergeStyleSets, type ITheme } from 'office-ui-fabric-react/lib/Styling';

export const getStyles = (theme: ITheme) =>
  mergeStyleSets({
    root: { padding: '10px 12px 12px', flex: 'none' },
    names: {
      margin: '0 0 8px',
      fontSize: 12,
      color: theme.palette.neutralSecondary,
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
    buttons: { display: 'flex', gap: 8 },
    button: { flex: '1 1 auto', height: 36 },
    check: { flex: 'none', height: 36 },
    running: { display: 'flex', alignItems: 'center', gap: 12, minHeight: 36 },
    progress: { flex: 1, selectors: { '.ms-ProgressIndicator-itemName': { padding: 0, lineHeight: '18px' } } },
  });
