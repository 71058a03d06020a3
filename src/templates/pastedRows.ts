/** A line of a pasted list with its cells. */
export interface PastedRow {
  /** Line of the text, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Rows of a text as it is pasted from a spreadsheet (tabs; cells with line breaks in quotes), from a .csv file (commas
 * in every line), or typed (one name a line). Lines without any text are left out.
 * @example pastedRows("甲\t1\n\n乙\t2") // [{ line: 1, cells: ["甲", "1"] }, { line: 3, cells: ["乙", "2"] }]
 */
export function pastedRows(text: string): PastedRow[] {
  const plain = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const separator = separatorOf(plain);
  const rows: PastedRow[] = [];
  let [line, start] = [1, 1];
  let [cell, isQuoted] = ['', false];
  let cells: string[] = [];
  const endRow = () => {
    cells.push(cell);
    if (cells.some((each) => each.trim() !== '')) rows.push({ line: start, cells });
    [cells, cell] = [[], ''];
  };
  for (let i = 0; i < plain.length; i++) {
    const sign = plain[i]!;
    if (sign === '\n') line++;
    if (isQuoted) {
      if (sign === '"' && plain[i + 1] === '"') cell += plain[++i]!;
      else if (sign === '"') isQuoted = false;
      else cell += sign;
    } else if (sign === '"' && cell === '' && separator !== null && plain.indexOf('"', i + 1) > 0) isQuoted = true;
    else if (sign === separator) {
      cells.push(cell);
      cell = '';
    } else if (sign === '\n') {
      endRow();
      start = line;
    } else cell += sign;
  }
  endRow();
  return rows;
}

/** What stands between the cells; null where each line is one name. */
function separatorOf(text: string): string | null {
  if (text.includes('\t')) return '\t';
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return [',', '，'].find((comma) => lines.length > 0 && lines.every((line) => line.includes(comma))) ?? null;
}
