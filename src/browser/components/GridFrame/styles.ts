import { mergeStyleSets, type ITheme } from 'office-ui-fabric-react/lib/Styling';

export const getStyles = (theme: ITheme) =>
  mergeStyleSets({
    root: {
      flex: '1 1 auto',
      minHeight: 0,
      position: 'relative',
      overflow: 'hidden',
      isolation: 'isolate',
      selectors: {
        ':focus-within::after': {
          content: '""',
          position: 'absolute',
          inset: 0,
          zIndex: 2000,
          pointerEvents: 'none',
          border: `2px solid ${theme.palette.themePrimary}`,
        },
      },
    },
    grid: {
      position: 'absolute',
      inset: 0,
      // Nothing is ever put there, and its button speaks English only.
      selectors: { '[data-u-comp="right-sidebar"]': { display: 'none' } },
    },
    wait: { position: 'absolute', inset: 0 },
  });
