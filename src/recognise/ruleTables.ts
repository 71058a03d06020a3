import type { CellRef, ParameterRow, RuleRow, RuleText } from '../model';
import { bodyRows, dataRows } from './bodyRows';
import type { TableReading } from './classify';
import { columnOf } from './columns';
import { withoutNumbering } from './labels';

/** Rows of a rule table (考核细则), merged labels carried down (specification, section 3). */
export function ruleRows(table: TableReading): RuleRow[] {
  const { columns } = table;
  const { method } = table;
  const name =
    columns.find((c) => c.fields.has('indicator') && !c.fields.has('dimension')) ??
    columns.find((c) => c.fields.has('indicator'));
  const dimension = columns.find((c) => c.fields.has('dimension') && c.column !== name?.column);
  const given = columnOf(columns, 'parameters') ?? givenColumn(table);
  const standard = columns.find((c) => c.fields.has('standard') && c.column !== method && c.column !== given);
  const at = {
    scheme: columnOf(columns, 'scheme'),
    dimension: dimension?.column ?? null,
    id: columnOf(columns, 'indicatorId'),
    name: name?.column ?? null,
    max: columnOf(columns, 'max'),
    method,
    parameters: given,
    source: columnOf(columns, 'origin'),
    nature: columnOf(columns, 'nature'),
    standard: standard?.column ?? null,
  };
  const rows: RuleRow[] = [];
  const fallback = schemeOfTitle(table);
  for (const { row } of dataRows(table)) {
    const cell = (column: number | null): RuleText => textCell(table, row, column);
    if ([at.id, at.name, at.method].every((column) => column === null || table.block.grid.isBlank(row, column)))
      continue;
    const scheme = cell(at.scheme);
    // The label of a merged block that was not merged in this file stands in its first row only.
    const previous = rows[rows.length - 1];
    rows.push({
      scheme: scheme.text !== '' ? scheme : { text: previous?.scheme.text ?? fallback, place: scheme.place },
      dimension: carried(table, row, at.dimension, previous),
      id: cell(at.id),
      name: cell(at.name),
      max: cell(at.max),
      method: cell(at.method),
      parameters: cell(at.parameters),
      source: cell(at.source),
      nature: cell(at.nature),
      standard: cell(at.standard),
    });
  }
  return rows;
}

/** Without a header of parameters the column that looks like them: 每次=1, 好:4; 差:0. */
function givenColumn(table: TableReading): number | null {
  const { grid } = table.block;
  for (const { column } of table.columns) {
    const texts = dataRows(table)
      .map(({ row }) => grid.ownText(row, column))
      .filter((text) => text.trim() !== '');
    const given = texts.filter((text) => /^[^。]{1,12}[=＝:：][^。]{1,60}$/.test(text.trim()));
    if (given.length >= 2 && given.length * 2 >= texts.length) return column;
  }
  return null;
}

/** A blank dimension belongs to the indicator above, but not across a bonus, penalty or veto. */
function carried(table: TableReading, row: number, column: number | null, previous: RuleRow | undefined): RuleText {
  const own = textCell(table, row, column);
  if (own.text !== '' || column === null) return own;
  return { text: previous?.dimension.text ?? '', place: previous?.dimension.place ?? own.place };
}

/** Name of the scheme of a rule table without a column of schemes: its title less 考核细则 and the like, else the sheet's. */
function schemeOfTitle(table: TableReading): string {
  const title = table.block.title || table.block.grid.sheet.name;
  const name = withoutNumbering(title)
    .replace(/[([【][^)\]】]*[)\]】]/g, '')
    .replace(/^(?:19|20)\d{2}年度?/, '')
    .replace(/(?:量化)?(?:考核|考评|评分|打分|计分)*(?:细则|标准|办法|规则|指标|表)+$/, '');
  return name === '' ? title : name;
}

/** Rows of a parameter sheet (考核参数). */
export function parameterRows(table: TableReading): ParameterRow[] {
  const { columns } = table;
  const scheme = columnOf(columns, 'scheme');
  const key = columnOf(columns, 'parameters');
  const value = columns.find((c) => c.fields.has('value') && c.column !== key)?.column ?? null;
  const rows: ParameterRow[] = [];
  // 权重 or 满分 in the first column heads no row of labels here.
  for (const { row, kind } of bodyRows(table)) {
    const name = textCell(table, row, key);
    if (name.text === '' || kind === 'note') continue;
    rows.push({ scheme: textCell(table, row, scheme), key: name, value: valueCell(table, row, value) });
  }
  return rows;
}

function textCell(table: TableReading, row: number, column: number | null): RuleText {
  if (column === null) return { text: '', place: null };
  const { grid } = table.block;
  const at = grid.anchor(row, column);
  return { text: grid.text(row, column).trim(), place: { sheet: grid.index, ...at } };
}

/** A parameter's value; a date or a percentage that Excel made of it comes back as people wrote it. */
function valueCell(table: TableReading, row: number, column: number | null): RuleText {
  const cell = textCell(table, row, column);
  if (column === null) return cell;
  const { grid } = table.block;
  const value = grid.value(row, column);
  if (typeof value !== 'number') return cell;
  const shown = grid.shown(row, column);
  return { ...cell, text: shown };
}

/** Reference to a cell of a table. */
export function refAt(table: TableReading, row: number, column: number): CellRef {
  return { sheet: table.block.grid.index, ...table.block.grid.anchor(row, column) };
}
