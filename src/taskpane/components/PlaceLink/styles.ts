import { mergeStyleSets, type ITheme } from 'office-ui-fabric-react/lib/Styling';

export const getStyles = (_theme: ITheme) =>
  mergeStyleSets({
    root: { overflowWrap: 'anywhere', textAlign: 'left' },
    icon: { fontSize: 11, marginRight: 4 },
  });
