import { mergeStyleSets, type ITheme } from 'office-ui-fabric-react/lib/Styling';

export const getStyles = (theme: ITheme) => {
  const { palette } = theme;
  const line = `1px solid ${palette.neutralLight}`;
  return mergeStyleSets({
    root: { flex: '1 1 auto', minHeight: 0, overflowY: 'auto', overflowX: 'hidden', padding: '10px 12px' },
    fields: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', marginBottom: 8 },
    field: { flex: '1 1 130px', minWidth: 0 },
    choice: { margin: '8px 0 2px' },
    note: { margin: '4px 0', fontSize: 12, lineHeight: '17px', color: palette.neutralSecondary },
    part: { padding: '10px 0', borderTop: line },
    head: { display: 'flex', gap: 8, alignItems: 'center' },
    name: { flex: '1 1 auto', minWidth: 0, margin: 0, fontSize: 14, fontWeight: 600 },
    bar: { marginTop: 8 },
    list: { listStyle: 'none', margin: '8px 0 0', padding: 0 },
    reminder: { display: 'flex', gap: 4, alignItems: 'flex-start', padding: '8px 0', borderTop: line },
    text: {
      flex: '1 1 auto',
      minWidth: 0,
      margin: 0,
      fontSize: 12,
      lineHeight: '18px',
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
    },
    copy: { flex: 'none' },
    copied: { marginLeft: 8, fontSize: 12, color: palette.neutralSecondary },
    paper: {
      marginTop: 8,
      padding: '10px 12px',
      maxHeight: 360,
      overflowY: 'auto',
      border: line,
      fontSize: 13,
      lineHeight: '21px',
      userSelect: 'text',
    },
    paperTitle: { margin: '0 0 10px', fontSize: 15, textAlign: 'center' },
    paperHeading: { margin: '8px 0 2px', fontSize: 13 },
    paragraph: { margin: '0 0 4px', overflowWrap: 'anywhere' },
    lead: { fontStyle: 'normal', fontWeight: 600 },
    rule: { margin: '12px 0', border: 0, borderTop: line },
    wide: { overflowX: 'auto', margin: '4px 0' },
    table: { borderCollapse: 'collapse', width: '100%', fontSize: 12, lineHeight: '17px' },
    cell: { border: line, padding: '2px 5px', textAlign: 'left', fontWeight: 400, minWidth: 28 },
  });
};
