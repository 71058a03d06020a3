import { mergeStyleSets, type ITheme } from 'office-ui-fabric-react/lib/Styling';

export const getStyles = (theme: ITheme) =>
  mergeStyleSets({
    root: {
      display: 'flex',
      flexDirection: 'column',
      height: '100%',
      minWidth: 0,
      fontSize: 14,
      color: theme.palette.neutralPrimary,
      background: theme.palette.white,
    },
    live: {
      position: 'absolute',
      width: 1,
      height: 1,
      overflow: 'hidden',
      clipPath: 'inset(50%)',
      whiteSpace: 'nowrap',
    },
    // Long messages scroll by themselves and leave the results half of the room.
    bars: { flex: 'none', maxHeight: '50%', overflowY: 'auto' },
    checked: { margin: 0, padding: '0 12px 10px', fontSize: 12, lineHeight: '17px' },
    tabs: {
      flex: 'none',
      borderTop: `1px solid ${theme.palette.neutralLight}`,
      borderBottom: `1px solid ${theme.palette.neutralLight}`,
      padding: '0 4px',
      selectors: { '.ms-Pivot-link': { height: 38, lineHeight: '38px', margin: 0, padding: '0 8px' } },
    },
    body: { flex: '1 1 auto', minHeight: 0, display: 'flex', flexDirection: 'column' },
  });
