import { mergeStyleSets, type ITheme } from 'office-ui-fabric-react/lib/Styling';

export const getStyles = (_theme: ITheme) =>
  mergeStyleSets({
    root: { flex: '1 1 auto', minHeight: 0, position: 'relative', overflow: 'hidden' },
    grid: { position: 'absolute', inset: 0 },
    wait: { position: 'absolute', inset: 0 },
  });
