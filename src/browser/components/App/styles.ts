import { mergeStyleSets, type ITheme } from 'office-ui-fabric-react/lib/Styling';
import { dropStyle } from '../../../taskpane/dropStyle';
import { NARROW } from '../../narrow';

/** Width of the task pane, as Excel opens it. */
export const PANE_WIDTH = 350;

export const getStyles = (theme: ITheme) => {
  const { palette } = theme;
  return mergeStyleSets({
    root: {
      position: 'relative',
      display: 'flex',
      flexDirection: 'column',
      height: '100%',
      color: palette.neutralPrimary,
      background: palette.neutralLighter,
    },
    desk: { flex: '1 1 auto', minHeight: 0, display: 'flex' },
    pane: {
      flex: 'none',
      width: PANE_WIDTH,
      maxWidth: '100%',
      minHeight: 0,
      borderLeft: `1px solid ${palette.neutralQuaternaryAlt}`,
      // Narrow windows show the pane alone, as wide as they are.
      selectors: { [`@media (max-width: ${NARROW}px)`]: { width: '100%', borderLeft: 'none' } },
    },
    drop: dropStyle(theme),
  });
};
