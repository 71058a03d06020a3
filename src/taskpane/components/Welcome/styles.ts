import { mergeStyleSets, type ITheme } from 'office-ui-fabric-react/lib/Styling';

export const getStyles = (theme: ITheme) => {
  const { palette } = theme;
  return mergeStyleSets({
    root: {
      flex: '1 1 auto',
      minHeight: 0,
      overflowY: 'auto',
      padding: '4px 12px 12px',
      borderTop: `1px solid ${palette.neutralLight}`,
    },
    tour: { marginTop: 10 },
    files: { marginTop: 10 },
    steps: { listStyle: 'none', margin: 0, padding: 0 },
    step: { display: 'flex', gap: 14, padding: '14px 4px', alignItems: 'flex-start' },
    icon: { fontSize: 20, lineHeight: '24px', color: palette.themePrimary, flex: 'none' },
    title: { display: 'block', lineHeight: '22px' },
    text: { fontSize: 12, lineHeight: '18px', color: palette.neutralSecondary },
    fresh: { display: 'inline-block', margin: '2px 4px 10px', fontSize: 13 },
    privacy: {
      margin: '8px 4px 0',
      paddingTop: 12,
      borderTop: `1px solid ${palette.neutralLight}`,
      fontSize: 12,
      lineHeight: '18px',
      color: palette.neutralSecondary,
    },
    lock: { marginRight: 6 },
  });
};
