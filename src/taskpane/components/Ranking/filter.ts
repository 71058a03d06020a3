import type { SchemeSummary } from '../../../app/summary';

export interface RankingFilter {
  /** "grade:0", "status:1" or "award:1": the column and the code that it must have. */
  readonly chip: string | null;
  readonly group: number | null;
  /** Part of the name or the id. */
  readonly text: string;
}

/** Rows of a scheme that pass a filter, in their order. */
export function filterSubjects(scheme: SchemeSummary, { chip, group, text }: RankingFilter): Int32Array {
  const wanted = text.trim().toLowerCase();
  const [column, code] = chip?.split(':') ?? [];
  const codes = column === 'grade' ? scheme.grade : column === 'award' ? scheme.award : scheme.status;
  const rows: number[] = [];
  for (let i = 0; i < scheme.names.length; i++) {
    if (chip !== null && codes[i] !== Number(code)) continue;
    if (group !== null && scheme.group[i] !== group) continue;
    if (wanted && !scheme.names[i]!.toLowerCase().includes(wanted) && !scheme.ids[i]!.toLowerCase().includes(wanted)) {
      continue;
    }
    rows.push(i);
  }
  return Int32Array.from(rows);
}
