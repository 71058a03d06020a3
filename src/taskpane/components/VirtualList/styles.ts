import { mergeStyleSets, type ITheme } from 'office-ui-fabric-react/lib/Styling';

export const getStyles = (theme: ITheme) =>
  mergeStyleSets({
    root: {
      flex: '1 1 auto',
      minHeight: 120,
      overflowY: 'scroll',
      position: 'relative',
      borderTop: `1px solid ${theme.palette.neutralLight}`,
      scrollbarWidth: 'thin',
    },
    canvas: { position: 'relative' },
    row: {
      position: 'absolute',
      left: 0,
      right: 0,
      boxSizing: 'border-box',
      borderBottom: `1px solid ${theme.palette.neutralLighter}`,
      cursor: 'pointer',
      outlineOffset: -2,
      selectors: {
        ':hover': { background: theme.palette.neutralLighterAlt },
        ':focus-visible': { outline: `2px solid ${theme.palette.themePrimary}` },
        '&[aria-selected="true"]': { background: theme.palette.themeLighterAlt },
        '@media (forced-colors: active)': {
          selectors: {
            ':is([aria-selected="true"])': { outline: '2px solid Highlight' },
            ':focus-visible': { outline: '2px dashed Highlight' },
          },
        },
      },
    },
  });
