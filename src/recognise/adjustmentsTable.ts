import { tidyText } from '../values';
import type { AdjustmentEntry, Issue, Scheme } from '../model';
import type { SchemeBinding, TableRows } from './binding';
import { columnOf } from './columns';
import { nameKey } from './labels';
import { refAt } from './ruleTables';

const GRADE_ITEM = nameKey('评定等次');

/** Keys by which 项目 of an adjustment row names the rules of some schemes. */
export function adjustmentKeys(schemes: readonly Scheme[]): Set<string> {
  const keys = new Set([GRADE_ITEM]);
  for (const scheme of schemes) for (const rule of scheme.adjustments) for (const key of keysOf(rule)) keys.add(key);
  return keys;
}

function keysOf(rule: Scheme['adjustments'][number]): string[] {
  const id = nameKey(rule.id);
  const name = nameKey(rule.name);
  return [id, name, id + name, name + id].filter((key) => key !== '');
}

/** Rows of a sheet of bonuses, penalties and vetoes (加分扣分) for the subjects of a scheme. */
export function readAdjustments(
  binding: SchemeBinding,
  { table, rows }: TableRows,
  issues: Issue[],
): AdjustmentEntry[] {
  const { columns, block } = table;
  const { item } = table;
  if (item === null) return [];
  const times = columns.find((c) => c.fields.has('times') && c.column !== item)?.column ?? null;
  const points =
    columns.find(
      (c) =>
        c.column !== item &&
        (c.fields.has('max') || c.fields.has('score') || c.fields.has('plus') || c.fields.has('minus')),
    )?.column ?? null;
  const grade = columnOf(columns, 'grade');
  const basis = columns.find((c) => c.fields.has('basis') && c.column !== item && c.column !== times)?.column ?? null;
  const date = columnOf(columns, 'date');
  const rules = new Map<string, number>();
  binding.scheme.adjustments.forEach((rule, index) => {
    for (const key of keysOf(rule)) if (!rules.has(key)) rules.set(key, index);
  });
  const entries: AdjustmentEntry[] = [];
  for (const { row, entity } of rows) {
    const subject = binding.subject(entity);
    if (subject < 0) continue;
    const text = tidyText(block.grid.text(row, item));
    if (text === '') continue;
    const key = nameKey(text);
    const [, bare = '', kind = ''] = /^(.+)[(（](.+)[)）]$/.exec(text) ?? [];
    const rule = key === GRADE_ITEM ? 'grade' : (rules.get(key) ?? rules.get(nameKey(bare)));
    const place = refAt(table, row, item);
    const { id, name } = binding.subjects[subject]!;
    if (rule === undefined) {
      issues.push({
        code: 'D03',
        variant: 'item',
        subject: id ?? name,
        subjectName: name,
        scheme: binding.scheme.name,
        place,
        data: { text },
      });
      continue;
    }
    const ref = (column: number | null) => (column === null ? null : refAt(table, row, column));
    entries.push({
      subject,
      rule,
      times: ref(times),
      points: ref(points),
      grade: ref(grade),
      ...(kind !== '' && !rules.has(key) ? { kind } : {}),
      basis: basis === null ? '' : tidyText(block.grid.text(row, basis)),
      date: date === null ? '' : tidyText(block.grid.shown(row, date)),
      place,
    });
  }
  return entries;
}
