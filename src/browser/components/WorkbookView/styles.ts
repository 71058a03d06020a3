import { mergeStyleSets, type ITheme } from 'office-ui-fabric-react/lib/Styling';
import { NARROW } from '../../narrow';

export const getStyles = (theme: ITheme) => {
  const { palette } = theme;
  return mergeStyleSets({
    root: {
      flex: '1 1 0',
      minWidth: 0,
      display: 'flex',
      flexDirection: 'column',
      background: palette.white,
      selectors: { [`@media (max-width: ${NARROW}px)`]: { display: 'none' } },
    },
    bar: {
      flex: 'none',
      display: 'flex',
      alignItems: 'center',
      height: 36,
      paddingLeft: 12,
      fontSize: 13,
      borderBottom: `1px solid ${palette.neutralQuaternaryAlt}`,
    },
    files: { width: 260, flex: 'none' },
    file: {
      flex: 'none',
      maxWidth: 260,
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
      fontWeight: 600,
    },
    address: {
      flex: 'none',
      width: 76,
      marginLeft: 6,
      textAlign: 'center',
      borderLeft: `1px solid ${palette.neutralQuaternaryAlt}`,
      borderRight: `1px solid ${palette.neutralQuaternaryAlt}`,
      lineHeight: '24px',
      minHeight: 24,
      fontVariantNumeric: 'tabular-nums',
    },
    note: {
      flex: 'none',
      padding: '4px 12px',
      fontSize: 12,
      color: palette.neutralSecondary,
      background: palette.neutralLighter,
      borderBottom: `1px solid ${palette.neutralQuaternaryAlt}`,
    },
    content: {
      flex: '1 1 auto',
      minWidth: 0,
      padding: '0 10px',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
  });
};
