import { createWorkbook } from '../../../../src/hosts/xlsx';
import type { ChangeSet, OutValue, ResultSheet, SheetLiteral } from '../../../../src/model';

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

/** A sheet to be filled in: every kind of data validation, cells that are unlocked, protection. */
export function formSheet(name: string): ResultSheet {
  const cells = { top: 1, bottom: 3 };
  const at = (column: number) => ({ ...cells, left: column, right: column });
  return {
    name,
    mark: '',
    styles: [
      { font: { bold: true } },
      { unlocked: true, border: { style: 'thin', color: '#808080' } },
      { unlocked: true, numberFormat: '0.00', horizontal: 'right' },
    ],
    blocks: [
      { row: 0, column: 0, values: [['单位', '等级', '次数', '得分', '备注']], columnStyles: [0, 0, 0, 0, 0] },
      {
        row: 1,
        column: 0,
        values: Array.from({ length: 3 }, () => Array<null>(5).fill(null)),
        columnStyles: [1, 1, 1, 2, 1],
      },
    ],
    merges: [],
    columnWidths: [24, 10, 10, 10, 20],
    rowHeights: [],
    conditionalFormats: [],
    validations: [
      {
        range: at(0),
        rule: { type: 'cells', sheet: '名册:单位', range: { top: 2, left: 1, bottom: 9, right: 1 } },
        alert: 'warning',
        error: { title: '名册中没有', text: '确定要填这个名称吗？' },
      },
      {
        range: at(1),
        rule: { type: 'words', words: ['好', '较"好"', '<差>'] },
        alert: 'stop',
        error: { title: '超'.repeat(40), text: '第一行\n第二行&'.repeat(40) },
        prompt: { title: '等级', text: '从列表中选' },
      },
      { range: at(2), rule: { type: 'number', isWhole: true, min: 0, max: null }, alert: 'stop' },
      {
        range: at(3),
        rule: { type: 'formula', formula: `OR(AND(ISNUMBER(D2),D2>=0,D2<='${name}'!$F$1),D2="/")` },
        alert: 'stop',
      },
      { range: at(4), rule: { type: 'number', isWhole: false, min: 0, max: 4.5 }, alert: 'none' },
      { range: at(5), rule: { type: 'words', words: ['逗,号'] }, alert: 'stop' },
      {
        range: at(6),
        rule: { type: 'words', words: Array.from({ length: 60 }, (_, i) => `第${i}项内容`) },
        alert: 'stop',
      },
    ],
    protection: { canAddRows: true },
    charts: [],
    print: { orientation: 'portrait', fitToWidth: true },
  };
}

/** A change set with nothing in it but what is given. */
export function changeSet(parts: Partial<ChangeSet>): ChangeSet {
  return { workbook: '表.xlsx', sheets: [], removedMarks: [], writes: [], highlights: [], ...parts };
}

/** A file with sheets of a user that hold plain values. */
export function fileOf(sheets: readonly SheetLiteral[]): Uint8Array {
  return createWorkbook(
    changeSet({
      sheets: sheets.map(({ name, rows }): ResultSheet => {
        const width = Math.max(...rows.map((row) => row.length));
        const values = rows.map((row) => Array.from({ length: width }, (_, c) => (row[c] ?? null) as OutValue));
        return {
          name,
          mark: '',
          styles: [],
          blocks: [{ row: 0, column: 0, values, columnStyles: values[0]!.map(() => -1) }],
          merges: [],
          columnWidths: [],
          rowHeights: [],
          conditionalFormats: [],
          charts: [],
          print: { orientation: 'portrait', fitToWidth: false },
        };
      }),
    }),
  );
}
