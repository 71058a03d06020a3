import { mergeStyleSets, type ITheme } from 'office-ui-fabric-react/lib/Styling';

export const getStyles = (theme: ITheme) =>
  mergeStyleSets({
    root: { fontSize: 13, lineHeight: '20px' },
    tour: { marginTop: 12 },
    title: { margin: '18px 0 2px', fontSize: 14, fontWeight: 600 },
    list: { margin: 0 },
    entry: { padding: '7px 0', borderTop: `1px solid ${theme.palette.neutralLight}` },
    term: { fontWeight: 600 },
    meaning: { margin: 0, color: theme.palette.neutralSecondary },
    more: { margin: '14px 0 0' },
  });
