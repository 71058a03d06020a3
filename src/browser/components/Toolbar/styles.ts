import { mergeStyleSets, type ITheme } from 'office-ui-fabric-react/lib/Styling';
import { NARROW } from '../../narrow';

export const getStyles = (theme: ITheme) => {
  const { palette } = theme;
  return mergeStyleSets({
    root: {
      flex: 'none',
      display: 'flex',
      alignItems: 'center',
      gap: 4,
      height: 48,
      padding: '0 10px',
      overflow: 'hidden',
      background: palette.white,
      borderBottom: `1px solid ${palette.neutralQuaternaryAlt}`,
    },
    logo: { width: 26, height: 26, flex: 'none' },
    brand: {
      margin: '0 14px 0 6px',
      fontSize: 15,
      fontWeight: 600,
      whiteSpace: 'nowrap',
      selectors: { '@media (max-width: 479px)': { display: 'none' } },
    },
    button: {
      flex: 'none',
      // Narrow windows show the signs alone; the names stay for those who hear them.
      selectors: { '@media (max-width: 479px)': { selectors: { '.ms-Button-textContainer': { display: 'none' } } } },
    },
    /** What the view of the workbook offers where there is room for it. */
    narrow: { flex: 'none', selectors: { [`@media (min-width: ${NARROW + 1}px)`]: { display: 'none' } } },
    space: { flex: '1 1 auto' },
  });
};
