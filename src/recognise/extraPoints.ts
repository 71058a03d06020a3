import { isNotApplicable, normaliseText, saysNone } from '../values';
import type { AdjustmentEntry, AdjustmentRule, Scheme } from '../model';
import type { SchemeBinding, TableRows } from './binding';
import type { ColumnMeaning } from './columns';
import { refAt } from './ruleTables';

/** A 加分 or 扣分 column of a summary table, outside all indicators. */
export interface ExtraColumn {
  readonly type: 'bonus' | 'penalty';
  readonly column: ColumnMeaning;
  readonly rows: TableRows;
}

/** 加分 and 扣分 columns that stand beside the scores of a summary table. */
export function extraColumns(rows: TableRows): ExtraColumn[] {
  return rows.table.columns.flatMap((column): ExtraColumn[] => {
    if (column.scored.length > 0 || (column.header.levels.length > 1 && !column.choice)) return [];
    // 自评扣分 is a part of the self-assessment, unless a person has said otherwise.
    if (column.source !== null && !column.choice) return [];
    if (column.fields.has('plus')) return [{ type: 'bonus', column, rows }];
    return column.fields.has('minus') ? [{ type: 'penalty', column, rows }] : [];
  });
}

/**
 * The scheme with a rule for each kind of extra column, and an entry for each cell that gives points. They count as
 * points of a bonus sheet do, and only where there is no such sheet, so that nothing counts twice.
 */
export function withExtraPoints(
  binding: SchemeBinding,
  columns: readonly ExtraColumn[],
): { readonly scheme: Scheme; readonly entries: readonly AdjustmentEntry[] } {
  const rules: AdjustmentRule[] = [];
  const entries: AdjustmentEntry[] = [];
  for (const { type, column, rows } of columns) {
    const id = type === 'bonus' ? '加分' : '扣分';
    let rule = rules.findIndex((known) => known.id === id);
    if (rule < 0) {
      rule = rules.length;
      rules.push({ id, name: id, type, cap: null, unit: null, kinds: [], effect: null, standard: '', place: null });
    }
    const { table } = rows;
    for (const { row, entity } of rows.rows) {
      const subject = binding.subject(entity);
      const text = normaliseText(table.block.grid.text(row, column.column));
      if (subject < 0 || text === '' || isNotApplicable(text) || saysNone(text)) continue;
      const place = refAt(table, row, column.column);
      const index = binding.scheme.adjustments.length + rule;
      entries.push({ subject, rule: index, times: null, points: place, grade: null, basis: '', date: '', place });
    }
  }
  const { scheme } = binding;
  return { scheme: rules.length > 0 ? { ...scheme, adjustments: [...scheme.adjustments, ...rules] } : scheme, entries };
}
