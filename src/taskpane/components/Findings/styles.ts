import { mergeStyleSets, type ITheme } from 'office-ui-fabric-react/lib/Styling';

export const getStyles = (theme: ITheme) => {
  const { palette } = theme;
  return mergeStyleSets({
    root: { display: 'flex', flexDirection: 'column', flex: '1 1 auto', minHeight: 0 },
    filters: { display: 'flex', flexDirection: 'column', gap: 8, padding: '10px 12px', flex: 'none' },
    row: { display: 'flex', gap: 8, padding: '7px 12px 0', height: '100%', boxSizing: 'border-box' },
    icon: { flex: 'none', fontSize: 14, lineHeight: '20px' },
    words: { flex: '1 1 auto', minWidth: 0 },
    head: { display: 'flex', alignItems: 'baseline', gap: 8 },
    subject: { flex: '1 1 auto', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', fontWeight: 600 },
    where: {
      flex: 'none',
      maxWidth: '50%',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
      fontSize: 11,
      color: palette.neutralSecondary,
    },
    message: {
      display: '-webkit-box',
      WebkitLineClamp: '2',
      WebkitBoxOrient: 'vertical',
      overflow: 'hidden',
      fontSize: 12,
      lineHeight: '16px',
      overflowWrap: 'anywhere',
      color: palette.neutralPrimary,
    },
    detail: {
      flex: 'none',
      maxHeight: '40%',
      overflowY: 'auto',
      padding: '8px 12px 10px',
      borderTop: `1px solid ${palette.neutralLight}`,
      background: palette.neutralLighterAlt,
      fontSize: 13,
    },
    detailText: { margin: '0 0 6px', lineHeight: '19px', overflowWrap: 'anywhere' },
    code: {
      display: 'inline-block',
      marginRight: 6,
      padding: '0 5px',
      borderRadius: 3,
      fontSize: 11,
      lineHeight: '16px',
      border: `1px solid ${palette.neutralQuaternary}`,
      color: palette.neutralSecondary,
    },
  });
};
