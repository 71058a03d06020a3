import type { ChangeSet, ResultSheet } from '../../../../src/model';

/** A result sheet that uses everything a result sheet can have. */
export function richSheet(name: string, mark: string): ResultSheet {
  const rows = [
    ['红岩锡矿党委', 95.5, 1],
    ['=危险"单位"&<b>', 88.25, 2],
    [' 首尾空格 \n换行', 0.1 + 0.2, 3],
    ['控制\u0007符_x0041_', 1e21, 4],
  ] as const;
  return {
    name,
    mark,
    styles: [
      { font: { name: '黑体', size: 16, bold: true, color: '#C00000' }, horizontal: 'center', vertical: 'center' },
      { font: { bold: true }, fill: '#F2DCDB', border: { style: 'thin', color: '#808080' }, wrap: true },
      { border: { style: 'thin', color: '#808080' } },
      { border: { style: 'thin', color: '#808080' }, numberFormat: '0.00', horizontal: 'right' },
      { numberFormat: '0.0"分"', indent: 1, font: { underline: true, italic: true } },
    ],
    blocks: [
      { row: 0, column: 0, values: [['排名表', null, null, null]], columnStyles: [0, 0, 0, 0] },
      { row: 1, column: 0, values: [['单位', '得分', '名次', '合计']], columnStyles: [1, 1, 1, 1] },
      {
        row: 2,
        column: 0,
        values: rows.map((row, i) => [
          ...row,
          { formula: `SUM(B${i + 3},'${name}'!C${i + 3})`, value: row[1] + row[2] },
        ]),
        columnStyles: [2, 3, 2, 3],
        exceptions: [{ row: 1, column: 1, style: 4 }],
      },
      {
        row: 7,
        column: 1,
        values: [[true, { text: '回到首行', link: { sheet: name, cell: { row: 0, column: 0 } } }, null]],
        columnStyles: [-1, -1, 2],
      },
    ],
    merges: [{ top: 0, left: 0, bottom: 0, right: 3 }],
    columnWidths: [24, 10, null, 12.5],
    rowHeights: [
      { row: 0, height: 30 },
      { row: 10, height: 20.5 },
    ],
    freeze: { rows: 2, columns: 1 },
    autoFilter: { top: 1, left: 0, bottom: 5, right: 3 },
    conditionalFormats: [
      {
        type: 'formula',
        range: { top: 2, left: 0, bottom: 5, right: 3 },
        formula: '$B3<60',
        fill: '#FFC7CE',
        color: '#9C0006',
        bold: true,
      },
      { type: 'dataBar', range: { top: 2, left: 1, bottom: 5, right: 1 }, color: '#5B9BD5', min: 0, max: 100 },
      {
        type: 'colorScale',
        range: { top: 2, left: 2, bottom: 5, right: 2 },
        colors: ['#63BE7B', '#FFEB84', '#F8696B'],
      },
    ],
    charts: (['bar', 'column', 'line', 'pie', 'radar'] as const).map((type, i) => ({
      type,
      title: `得分 ${type}`,
      categories: { top: 2, left: 0, bottom: 5, right: 0 },
      series: [{ name: '得分', values: { top: 2, left: 1, bottom: 5, right: 1 } }],
      anchor: { top: 12 + i * 15, left: 0, bottom: 25 + i * 15, right: 5 },
    })),
    print: {
      orientation: 'landscape',
      titleRows: { first: 0, last: 1 },
      fitToWidth: true,
      area: { top: 0, left: 0, bottom: 7, right: 3 },
      header: '&L先锋考评',
      footer: '&C第 &P 页 共 &N 页',
      centerHorizontally: true,
      margins: [0.4, 0.4, 0.5, 0.5],
    },
    tabColor: '#C00000',
    showGridLines: false,
  };
}

/** A change set with nothing in it but what is given. */
export function changeSet(parts: Partial<ChangeSet>): ChangeSet {
  return { workbook: '表.xlsx', sheets: [], removedMarks: [], writes: [], highlights: [], ...parts };
}
