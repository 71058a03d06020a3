import { mergeStyleSets, type ITheme } from 'office-ui-fabric-react/lib/Styling';
import { dropStyle } from '../../dropStyle';

export const getStyles = (theme: ITheme) =>
  mergeStyleSets({
    root: {
      position: 'relative',
      display: 'flex',
      flexDirection: 'column',
      height: '100%',
      minWidth: 0,
      fontSize: 14,
      color: theme.palette.neutralPrimary,
      background: theme.palette.white,
    },
    names: {
      flex: 'none',
      margin: 0,
      padding: '2px 12px 8px',
      fontSize: 12,
      color: theme.palette.neutralSecondary,
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
    lastRun: {
      flex: 'none',
      margin: '-6px 0 0',
      padding: '0 12px 8px',
      fontSize: 12,
      lineHeight: '17px',
      color: theme.palette.neutralSecondary,
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
    body: { flex: '1 1 auto', minHeight: 0, display: 'flex', flexDirection: 'column' },
    loading: { padding: 24 },
    drop: dropStyle(theme),
  });
