import { findGaps } from '../../src/findings';
import type { OutValue, ResultSheet } from '../../src/model';
import { buildReport } from '../../src/report';
import { assessmentOf, type Given, type Unit } from '../findings/assessmentOf';

const UNITS: readonly Unit[] = [
  { id: 'U01', name: '红岩锡矿党委', kind: '党委', contactLeader: '严长青' },
  { id: 'U02', name: '竹溪锡矿党委', kind: '党委' },
  { id: 'U01-01', name: '红岩锡矿机关党支部', kind: '党支部' },
];
const REGISTERS: NonNullable<Given['registers']> = [
  {
    layout: 'plans',
    columns: ['unit', 'plan', 'planSent'],
    rows: [
      ['红岩锡矿党委', '有', '未上报'],
      ['竹溪锡矿党委', '有', '/'],
    ],
  },
  {
    layout: 'bonds',
    columns: ['unit', 'signed'],
    rows: [
      ['红岩锡矿党委', '√'],
      ['竹溪锡矿党委', '√'],
      ['红岩锡矿机关党支部', '√'],
    ],
  },
  { layout: 'contacts', columns: ['unit', 'leader', 'visits'], rows: [['红岩锡矿党委', '严长青', 0]] },
];

function sheetOf(given: Given, mark: string, workbook: number | null = 0): ResultSheet | undefined {
  const { assessment, result } = assessmentOf({ units: UNITS, registers: REGISTERS, ...given });
  const source = { assessment, result, findings: findGaps(assessment, result) };
  return buildReport(source, { locale: 'zh-CN', workbook }).sheets.find((sheet) => sheet.mark === mark);
}

function shown(value: OutValue): string {
  if (value === null || typeof value !== 'object') return String(value ?? '');
  return 'text' in value ? `[${value.text}]` : String(value.value);
}

function textOf(sheet: ResultSheet): string[] {
  return sheet.blocks.flatMap(({ values }) => values.map((row) => row.map(shown).join('|').replace(/\|+$/, '')));
}

describe('职责一览', () => {
  const sheet = sheetOf({}, 'duties')!;

  it('has units in rows, duties in columns, a sign for each, and who owes what duty by duty', () => {
    expect(textOf(sheet)).toEqual([
      '2004年度职责落实情况一览表',
      expect.stringContaining('× 未落实'),
      '单位|实施方案|方案上报|责任书（党委）|责任书（支部）|联系领导|领导调研|未落实',
      '党委、直属党总支（2个）',
      '红岩锡矿党委|√|[×]|√|—|√|[×]|2',
      '竹溪锡矿党委|√|—|√|—|—|—|0',
      '党总支、党支部（1个）',
      '红岩锡矿机关党支部|—|—|—|√|—|—|0',
      '未落实（个）|0|1|0|0|0|1|2',
      '按职责汇总',
      '职责|应落实|已落实|未落实|落实率|未落实的单位',
      '实施方案|2|2|0|1',
      '方案上报|1|0|1|0|红岩锡矿党委',
      '责任书（党委）|2|2|0|1',
      '责任书（支部）|1|1|0|1',
      '联系领导|1|1|0|1',
      '领导调研|1|0|1|0|红岩锡矿党委',
      expect.stringContaining('审核人'),
      expect.stringContaining('制表人'),
    ]);
  });

  it('leads from × to the cell, and colours signs that are written too', () => {
    const cells = sheet.blocks.flatMap(({ values }) => values.flat());
    expect(cells).toContainEqual({ text: '×', link: { sheet: 'plans', cell: { row: 1, column: 2 } } });
    expect(sheet.conditionalFormats.map((format) => 'formula' in format && format.formula)).toEqual([
      'B4="×"',
      'B4="△"',
      'B4="√"',
    ]);
    expect(textOf(sheetOf({}, 'duties', null)!)).toContain('红岩锡矿党委|√|×|√|—|√|×|2');
  });

  it('shows what is only near its day as △, which is no gap yet', () => {
    expect(textOf(sheetOf({ asOf: '2004-11-01' }, 'duties')!)).toContain('红岩锡矿党委|√|[×]|√|—|√|△|1');
  });

  it('is left out where no register says anything', () => {
    expect(sheetOf({ registers: [] }, 'duties')).toBeUndefined();
  });

  it('keeps room for the names of who owes where there are few duties', () => {
    const few = sheetOf({ registers: [REGISTERS[0]!] }, 'duties')!;
    expect(few.columnWidths.length).toBeGreaterThanOrEqual(8);
    expect(textOf(few)).toContain('方案上报|1|0|1|0|红岩锡矿党委');
  });
});

describe('差距清单', () => {
  it('says until when, where the rules name a day, and leaves room for a remark', () => {
    const scheme = sheetOf({}, 'gaps:')!;
    const lines = textOf(scheme);
    expect(lines[2]).toBe('序号|单位|类别|严重程度|问题|依据（点击查看）|期限|建议|备注');
    const visits = lines.find((line) => line.includes('领导调研'))!.split('|');
    expect(visits[6]).toBe('2004-12-31');
    expect(lines.find((line) => line.includes('方案上报'))!.split('|')[6]).toBe('—');
    expect(lines.at(-1)).toContain('制表人');
  });
});
