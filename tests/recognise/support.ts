import { a1, snapshotOf, type Assessment, type CellPlaces, type SheetLiteral, type SourceCode } from '../../src/model';
import { recognise, type RecogniseOptions } from '../../src/recognise';

export const TODAY = '2005-01-20';

/** Recognises one workbook of literal sheets. */
export function read(sheets: readonly SheetLiteral[], options: Partial<RecogniseOptions> = {}): Assessment {
  return recognise([snapshotOf('试.xlsx', sheets)], { today: TODAY, ...options });
}

/** Roles of the sheets in order. */
export function roles(assessment: Assessment): string[] {
  return assessment.sheets.map((sheet) => (sheet.layout ? `${sheet.role}/${sheet.layout}` : sheet.role));
}

/** Issues as "code subject sheet!cell". */
export function issues(assessment: Assessment): string[] {
  return assessment.issues.map((issue) => {
    const place = issue.place ? `${assessment.sheets[issue.place.sheet]!.name}!${a1(issue.place)}` : '-';
    return `${issue.code} ${issue.subject ?? '-'} ${place}`;
  });
}

/** Addresses of places, "" where a subject has none. */
export function addresses(places: CellPlaces): string[] {
  return [...places.row].map((row, i) => (row < 0 ? '' : a1({ row, column: places.column[i]! })));
}

/** Scores of a source of the only scheme: "indicator points|raw" to addresses. */
export function cells(assessment: Assessment, source: SourceCode, scheme = 0): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  const { sources, scheme: rules } = assessment.schemes[scheme]!;
  for (const column of sources[source]?.columns ?? []) {
    found[`${rules.indicators[column.indicator]!.id} ${column.reading}`] = addresses(column.cells);
  }
  return found;
}

export const ROSTER: SheetLiteral = {
  name: '名册',
  rows: [
    ['单位编号', '单位名称', '简称', '类型', '组别', '参评'],
    ['U01', '东岭锡矿党委', '东矿', '党委', '生产单位', '是'],
    ['U02', '西岭锡矿党委', '', '党委', '生产单位', '是'],
    ['U03', '南岭选厂党总支', '', '直属党总支', '辅助单位', '是'],
    ['U01-1', '东岭锡矿采矿党支部', '', '党支部', '生产单位', '是'],
  ],
};
