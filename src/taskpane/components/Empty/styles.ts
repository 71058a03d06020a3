import { mergeStyleSets, type ITheme } from 'office-ui-fabric-react/lib/Styling';

export const getStyles = (theme: ITheme) =>
  mergeStyleSets({
    root: { padding: '36px 24px', textAlign: 'center', color: theme.palette.neutralSecondary },
    icon: { fontSize: 32, color: theme.palette.neutralTertiary },
    text: { margin: '12px 0 0', lineHeight: 21, whiteSpace: 'pre-line' },
  });
