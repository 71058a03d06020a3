import { mergeStyleSets, type IStyle, type ITheme } from 'office-ui-fabric-react/lib/Styling';
import { signalColours } from '../../theme';

export const getStyles = (theme: ITheme) => {
  const { palette } = theme;
  const line: IStyle = { display: 'flex', gap: 10, padding: '5px 0', fontSize: 13, lineHeight: '19px' };
  return mergeStyleSets({
    who: { margin: '4px 0 12px', fontSize: 15, display: 'flex', flexDirection: 'column' },
    scheme: { fontSize: 12, color: palette.neutralSecondary },
    section: { marginBottom: 14 },
    heading: {
      margin: 0,
      padding: '4px 0',
      fontSize: 14,
      fontWeight: 600,
      display: 'flex',
      justifyContent: 'space-between',
      gap: 10,
      borderBottom: `1px solid ${palette.neutralQuaternary}`,
    },
    value: { flex: 'none', fontVariantNumeric: 'tabular-nums', textAlign: 'right', maxWidth: '50%' },
    lines: { listStyle: 'none', margin: 0, padding: 0 },
    plain: line,
    sum: [line, { fontWeight: 600 }],
    note: [line, { color: palette.neutralSecondary, fontSize: 12 }],
    warning: [line, { color: signalColours(theme).medium }],
    text: { flex: '1 1 auto', minWidth: 0, overflowWrap: 'anywhere' },
    place: { display: 'block', fontSize: 12, fontWeight: 400 },
  });
};
