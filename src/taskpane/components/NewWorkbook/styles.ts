import { mergeStyleSets, type ITheme } from 'office-ui-fabric-react/lib/Styling';
import { signalColours } from '../../theme';

export const getStyles = (theme: ITheme) => {
  const { palette } = theme;
  const colours = signalColours(theme);
  const line = { margin: '2px 0', fontSize: 12, lineHeight: '17px', overflowWrap: 'anywhere' } as const;
  return mergeStyleSets({
    root: { display: 'flex', flexDirection: 'column', gap: 12, fontSize: 13, paddingBottom: 8 },
    note: { ...line, color: palette.neutralSecondary },
    group: { margin: 0, padding: 0, border: 0, minWidth: 0 },
    legend: { padding: '5px 0', fontWeight: 600, fontSize: 14 },
    box: { margin: '6px 0' },
    chips: { display: 'flex', flexWrap: 'wrap', gap: '4px 14px', fontSize: 12, marginTop: -6 },
    columns: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(130px, 1fr))', columnGap: 8 },
    summary: { minHeight: 17 },
    line: { ...line, color: palette.neutralSecondary },
    problem: { ...line, color: colours.medium },
    footer: {
      position: 'sticky',
      bottom: 0,
      padding: '8px 0',
      borderTop: `1px solid ${palette.neutralLight}`,
      background: palette.white,
    },
    make: { width: '100%' },
    done: { margin: '0 0 8px', overflowWrap: 'anywhere' },
    buttons: { display: 'flex', flexWrap: 'wrap', gap: 8 },
    again: { display: 'inline-block', marginTop: 8, fontSize: 12 },
  });
};
