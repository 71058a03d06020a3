import { mergeStyleSets, type ITheme } from 'office-ui-fabric-react/lib/Styling';

export const getStyles = ({ palette }: ITheme) =>
  mergeStyleSets({
    root: { display: 'flex', flexDirection: 'column', minWidth: 0 },
    input: {
      height: 32,
      padding: '0 8px',
      border: `1px solid ${palette.neutralPrimary}`,
      borderRadius: 2,
      font: 'inherit',
      fontSize: 14,
      color: palette.neutralPrimary,
      background: palette.white,
      minWidth: 0,
      selectors: {
        '::placeholder': { color: palette.neutralSecondary, opacity: 1 },
        ':focus': { outline: `2px solid ${palette.themePrimary}`, outlineOffset: -2 },
      },
    },
    list: {
      maxHeight: 208,
      overflowY: 'auto',
      border: `1px solid ${palette.neutralTertiaryAlt}`,
      borderTop: 'none',
      scrollbarWidth: 'thin',
    },
    heading: {
      padding: '6px 8px 2px',
      fontSize: 12,
      fontWeight: 600,
      color: palette.themePrimary,
      position: 'sticky',
      top: 0,
      background: palette.white,
    },
    option: {
      padding: '5px 8px',
      fontSize: 14,
      lineHeight: '18px',
      cursor: 'pointer',
      overflowWrap: 'anywhere',
      selectors: { ':hover': { background: palette.neutralLighter } },
    },
    active: {
      background: palette.neutralLight,
      boxShadow: `inset 3px 0 0 ${palette.themePrimary}`,
      selectors: { '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: -2 } },
    },
    picked: { fontWeight: 600 },
    text: { display: 'block' },
    note: { display: 'block', fontSize: 12, lineHeight: '16px', fontWeight: 400, color: palette.neutralSecondary },
    count: { fontSize: 12, minHeight: 16, color: palette.neutralSecondary },
  });
