import type { IStyle, ITheme } from 'office-ui-fabric-react/lib/Styling';

/** What covers a part of the page over which files hang. */
export const dropStyle = ({ palette, isInverted }: ITheme): IStyle => ({
  position: 'absolute',
  inset: 8,
  zIndex: 1000,
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'center',
  pointerEvents: 'none',
  fontSize: 20,
  color: palette.themePrimary,
  background: isInverted ? 'rgba(31,31,31,0.88)' : 'rgba(255,255,255,0.88)',
  border: `2px dashed ${palette.themePrimary}`,
  borderRadius: 8,
});
