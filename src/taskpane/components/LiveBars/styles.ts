import { mergeStyleSets, type ITheme } from 'office-ui-fabric-react/lib/Styling';

export const getStyles = (theme: ITheme) =>
  mergeStyleSets({
    line: { margin: '4px 0 0' },
    limit: { margin: 0, padding: '4px 12px', fontSize: 12, lineHeight: '17px', color: theme.palette.neutralSecondary },
  });
