import { mergeStyleSets, type ITheme } from 'office-ui-fabric-react/lib/Styling';

export const getStyles = (theme: ITheme) => {
  const { palette } = theme;
  const line = `1px solid ${palette.neutralLight}`;
  const cell = { padding: '4px 6px', borderTop: line, fontWeight: 400 } as const;
  const number = { ...cell, textAlign: 'right', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' } as const;
  return mergeStyleSets({
    root: { flex: '1 1 auto', minHeight: 0, overflowY: 'auto', overflowX: 'hidden', padding: '10px 12px' },
    choice: { display: 'flex', gap: 8, flexWrap: 'wrap' },
    dropdown: { flex: '1 1 120px', minWidth: 0 },
    picture: {
      margin: '14px 0 0',
      paddingBottom: 10,
      borderBottom: line,
      selectors: { text: { fontFamily: 'inherit' } },
    },
    title: { fontSize: 14, fontWeight: 600, marginBottom: 4 },
    note: { margin: '0 0 6px', fontSize: 12, lineHeight: '17px', color: palette.neutralSecondary },
    details: { marginTop: 4, fontSize: 12 },
    summary: { cursor: 'pointer', color: palette.themePrimary, lineHeight: '24px' },
    scroll: { overflowX: 'auto' },
    table: { borderCollapse: 'collapse', width: '100%', fontSize: 12 },
    head: { ...cell, borderTop: 0, paddingLeft: 0, textAlign: 'left', fontWeight: 600, whiteSpace: 'nowrap' },
    headNumber: { ...number, borderTop: 0, fontWeight: 600 },
    cell: { ...cell, textAlign: 'left' },
    number,
    heat: { borderCollapse: 'collapse', width: '100%', fontSize: 12, tableLayout: 'fixed' },
    heatSubject: { width: 92, padding: '2px 0', textAlign: 'left', fontWeight: 600, verticalAlign: 'bottom' },
    heatHead: { padding: '2px', fontWeight: 400, fontSize: 11, lineHeight: '14px', verticalAlign: 'bottom' },
    heatName: { padding: '2px 4px 2px 0', textAlign: 'left', fontWeight: 400, lineHeight: '15px' },
    heatCell: {
      padding: '4px 2px',
      border: `1px solid ${palette.white}`,
      textAlign: 'center',
      fontVariantNumeric: 'tabular-nums',
    },
    loading: { marginTop: 40 },
  });
};
