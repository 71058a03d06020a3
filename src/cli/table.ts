/** Columns that a text takes in a terminal: two for a Chinese character, one for any other. */
export function terminalWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code < 0x20 || (code >= 0x300 && code < 0x370) || (code >= 0x200b && code <= 0x200f)) continue;
    width +=
      code >= 0x1100 && (code <= 0x115f || (code >= 0x2e80 && code <= 0xffe6 && !(code >= 0xff61 && code <= 0xffdc)))
        ? 2
        : 1;
  }
  return width;
}

/** One line for a terminal: control and direction marks out, cut to a width. */
export function terminalText(text: string, most = 60): string {
  const plain = text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+/g, ' ');
  let width = 0;
  let cut = '';
  for (const character of plain) {
    width += terminalWidth(character);
    if (width > most - 1 && cut.length < plain.length - character.length) return `${cut}…`;
    cut += character;
  }
  return cut;
}

/** A column of a table for the eye. */
export interface TableColumn {
  readonly title: string;
  readonly align?: 'right';
  /** Terminal columns that its texts may take, 60 where nothing is said. */
  readonly most?: number;
}

/** Rows as lines with columns in line, a rule under the header. */
export function textTable(columns: readonly TableColumn[], rows: readonly (readonly string[])[]): string[] {
  const cells = rows.map((row) => row.map((cell, c) => terminalText(cell, columns[c]!.most)));
  const widths = columns.map((column, c) =>
    Math.max(terminalWidth(column.title), ...cells.map((row) => terminalWidth(row[c] ?? ''))),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, c) => {
        const gap = ' '.repeat(Math.max(0, widths[c]! - terminalWidth(cell)));
        return columns[c]!.align === 'right' ? gap + cell : cell + gap;
      })
      .join('  ')
      .trimEnd();
  return [
    line(columns.map((column) => column.title)),
    widths.map((width) => '-'.repeat(width)).join('  '),
    ...cells.map(line),
  ];
}
