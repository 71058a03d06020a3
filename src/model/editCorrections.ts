import type {
  ColumnCorrection,
  CorrectionEdit,
  Corrections,
  HeaderCorrection,
  NameCorrection,
  RowKeys,
  TableCorrection,
  TableKey,
} from './corrections';

/**
 * Corrections with one more thing said; what was said of the same before gives way, and null takes it back.
 * @example withCorrection(NO_CORRECTIONS, { type: "source", table, value: "self" }).tables // [{ …table, source: "self", columns: [], rows: [] }]
 */
export function withCorrection(corrections: Corrections, edit: CorrectionEdit): Corrections {
  if (edit.type === 'name') return { ...corrections, names: withName(corrections.names, edit) };
  if (edit.type === 'header') return { ...corrections, headers: withHeader(corrections.headers, edit) };
  const at = corrections.tables.findIndex((table) => isSameTable(table, edit.table));
  const { header, sheet, everySheet } = edit.table;
  const before = corrections.tables[at] ?? { columns: [], rows: [] };
  const after = withEdit({ ...before, header, sheet, everySheet }, edit);
  const others = corrections.tables.filter((_, index) => index !== at);
  // What was said last stands last: of two that fit equally well the later one counts.
  return { ...corrections, tables: saysNothing(after) ? others : [...others, after] };
}

/** Both together; where they speak of the same, `newer` counts. */
export function mergeCorrections(older: Corrections, newer: Corrections): Corrections {
  return correctionEdits(newer).reduce(withCorrection, older);
}

/** Everything that was said, one thing each: said again from the start, it gives the same corrections. */
export function correctionEdits({ tables, headers, names }: Corrections): CorrectionEdit[] {
  return [
    ...tables.flatMap(tableEdits),
    ...headers.map(({ rows, instead }) => ({ type: 'header' as const, instead, value: rows })),
    ...names.map(({ written, branch, target }) => ({ type: 'name' as const, written, branch, value: { target } })),
  ];
}

/** The edit that takes another one back. */
export function takenBack(edit: CorrectionEdit): CorrectionEdit {
  if (edit.type !== 'header') return { ...edit, value: null };
  const { instead, value } = edit;
  return { type: 'header', instead: value && value.length > 0 ? value : instead, value: null };
}

/** What has to be said so that corrections become others. */
export function editsBetween(from: Corrections, to: Corrections): CorrectionEdit[] {
  const keysOf = (edits: readonly CorrectionEdit[]) => new Set(edits.map((edit) => JSON.stringify(edit)));
  const [before, after] = [correctionEdits(from), correctionEdits(to)];
  const [known, wanted] = [keysOf(before), keysOf(after)];
  return [
    ...before.filter((edit) => !wanted.has(JSON.stringify(edit))).map(takenBack),
    ...after.filter((edit) => !known.has(JSON.stringify(edit))),
  ];
}

function tableEdits({ header, sheet, everySheet, ...said }: TableCorrection): CorrectionEdit[] {
  const { role, source, scheme, columns, rows } = said;
  const table = { header, sheet, everySheet };
  const at =
    (type: 'column' | 'row') =>
    ({ key, occurrence, choice }: ColumnCorrection): CorrectionEdit => ({
      type,
      table,
      key,
      occurrence,
      value: choice,
    });
  return [
    ...(role === undefined ? [] : [{ type: 'role' as const, table, value: role }]),
    ...(source === undefined ? [] : [{ type: 'source' as const, table, value: source }]),
    ...(scheme === undefined ? [] : [{ type: 'scheme' as const, table, value: scheme }]),
    ...columns.map(at('column')),
    ...rows.map(at('row')),
  ];
}

/** True when two keys mean the same tables: columns may stand in another order. */
export function isSameTable(a: TableKey, b: TableKey): boolean {
  const sorted = (key: TableKey) => [...key.header].sort().join('\n');
  return a.everySheet === b.everySheet && (a.everySheet || a.sheet === b.sheet) && sorted(a) === sorted(b);
}

function withEdit(table: TableCorrection, edit: Exclude<CorrectionEdit, { type: 'name' | 'header' }>): TableCorrection {
  const { role, source, scheme, ...rest } = table;
  const said = {
    ...(role !== undefined && { role }),
    ...(source !== undefined && { source }),
    ...(scheme !== undefined && { scheme }),
  };
  switch (edit.type) {
    case 'column':
      return { ...table, columns: withChoice(table.columns, edit) };
    case 'row':
      return { ...table, rows: withChoice(table.rows, edit) };
    default: {
      const { [edit.type]: _, ...others } = said;
      return { ...rest, ...others, ...(edit.value !== null && { [edit.type]: edit.value }) };
    }
  }
}

function withChoice(
  list: readonly ColumnCorrection[],
  { key, occurrence, value }: Extract<CorrectionEdit, { type: 'column' | 'row' }>,
): ColumnCorrection[] {
  const others = list.filter((entry) => entry.key !== key || entry.occurrence !== occurrence);
  return value === null ? others : [...others, { key, occurrence, choice: value }];
}

function saysNothing({ role, source, scheme, columns, rows }: TableCorrection): boolean {
  return (
    role === undefined && source === undefined && scheme === undefined && columns.length === 0 && rows.length === 0
  );
}

function withName(
  names: readonly NameCorrection[],
  { written, branch, value }: Extract<CorrectionEdit, { type: 'name' }>,
): NameCorrection[] {
  const others = names.filter((name) => name.written !== written || name.branch !== branch);
  return value === null ? others : [...others, { written, branch, target: value.target }];
}

function withHeader(
  headers: readonly HeaderCorrection[],
  { instead, value }: Extract<CorrectionEdit, { type: 'header' }>,
): HeaderCorrection[] {
  const same = (a: RowKeys, b: RowKeys) => JSON.stringify(a) === JSON.stringify(b);
  // Said again of the rows that were chosen the last time, it is about the same header.
  const replaced = headers.find(({ rows }) => rows.length > 0 && same(rows, instead));
  const first = replaced?.instead ?? instead;
  const isAbout = (header: HeaderCorrection) =>
    header === replaced ||
    (first.length > 0 && same(header.instead, first)) ||
    (value !== null && value.length > 0 && same(header.rows, value));
  const others = headers.filter((header) => !isAbout(header));
  return value === null || same(value, first) ? others : [...others, { rows: value, instead: first }];
}
