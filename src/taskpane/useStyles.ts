import { useMemo } from 'react';
import type { ITheme } from 'office-ui-fabric-react/lib/Styling';
import { useTheme } from 'office-ui-fabric-react/lib/Theme';

/** Class names of a component in the theme around it. */
export function useStyles<T>(getStyles: (theme: ITheme) => T): T {
  const theme = useTheme();
  return useMemo(() => getStyles(theme), [getStyles, theme]);
}
