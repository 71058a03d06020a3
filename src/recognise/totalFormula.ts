import { Q } from '../values';
import { formulaAt, parseA1, type Rational } from '../model';
import type { SheetGrid } from './grid';

/** How a total column is computed from the other columns of its row. */
export interface TotalFormula {
  /** True for a plain sum of cells of the row. */
  readonly isPlainSum: boolean;
  /** Value for one row; null where it cannot be computed (division by zero). */
  evaluate(cell: (column: number) => Rational): Rational | null;
}

type Token =
  { type: 'number'; value: Rational } | { type: 'cell'; column: number } | { type: 'name' | 'mark'; text: string };
type Node = (cell: (column: number) => Rational) => Rational | null;

/**
 * The formula of a total column that most of its rows share, understood as arithmetic over cells of the same row; null when
 * there is none or it is more than SUM, AVERAGE, ROUND, numbers and + - * /.
 */
export function formulaParts(grid: SheetGrid, rows: readonly number[], column: number): TotalFormula | null {
  const counts = new Map<string, number>();
  for (const row of rows.slice(0, 2000)) {
    const formula = formulaAt(grid.sheet, row, column);
    const shape = formula === null ? null : rowShape(formula, row);
    if (shape !== null) counts.set(shape, (counts.get(shape) ?? 0) + 1);
  }
  // The formula that most rows have; of equals the one that counts more cells: a range that misses a column is the slip.
  const shapes = [...counts].sort(([a, n], [b, m]) => m - n || cellsIn(b) - cellsIn(a));
  const best = shapes[0]?.[0];
  if (best === undefined || [...counts.values()].reduce((sum, n) => sum + n, 0) * 4 < rows.length) return null;
  return compile(best);
}

/** Number of cells that a shape names, ranges counted through. */
function cellsIn(shape: string): number {
  let count = 0;
  for (const [, from, to] of shape.matchAll(/\b([A-Z]{1,3})(?::([A-Z]{1,3}))?\b(?!\()/g)) {
    const first = parseA1(`${from}1`);
    const last = to === undefined ? first : parseA1(`${to}1`);
    if (first && last) count += Math.abs(last.column - first.column) + 1;
  }
  return count;
}

/** A formula with its own row number out, so that the formulas of several rows compare equal; null with another row in it. */
function rowShape(formula: string, row: number): string | null {
  let foreign = false;
  const shape = formula
    .toUpperCase()
    .replace(/\$?([A-Z]{1,3})\$?(\d{1,7})(?![\d(])/g, (_, letters: string, digits: string) => {
      if (Number(digits) !== row + 1) foreign = true;
      return letters;
    });
  return foreign || shape.includes('!') ? null : shape;
}

function compile(shape: string): TotalFormula | null {
  const tokens = tokenise(shape);
  if (!tokens) return null;
  const parser = new Parser(tokens);
  const node = parser.expression();
  if (!node || !parser.done) return null;
  return { isPlainSum: parser.isPlainSum, evaluate: node };
}

function tokenise(text: string): Token[] | null {
  const tokens: Token[] = [];
  let rest = text.replace(/\s/g, '');
  while (rest !== '') {
    const number = /^\d+(?:\.\d+)?%?/.exec(rest);
    const name = /^[A-Z]+/.exec(rest);
    if (number) {
      const isPercent = number[0].endsWith('%');
      const value = Q.of(isPercent ? number[0].slice(0, -1) : number[0]);
      tokens.push({ type: 'number', value: isPercent ? Q.div(value, Q.of(100)) : value });
      rest = rest.slice(number[0].length);
    } else if (name) {
      const isFunction = rest[name[0].length] === '(';
      const at = isFunction ? null : parseA1(`${name[0]}1`);
      if (!isFunction && !at) return null;
      tokens.push(at ? { type: 'cell', column: at.column } : { type: 'name', text: name[0] });
      rest = rest.slice(name[0].length);
    } else if ('+-*/(),:'.includes(rest[0]!)) {
      tokens.push({ type: 'mark', text: rest[0]! });
      rest = rest.slice(1);
    } else return null;
  }
  return tokens;
}

/** Recursive descent over a handful of tokens; depth is bounded by the length of a formula (8,192 characters). */
class Parser {
  private position = 0;
  isPlainSum = true;

  constructor(private readonly tokens: readonly Token[]) {}

  get done(): boolean {
    return this.position === this.tokens.length;
  }

  expression(depth = 0): Node | null {
    if (depth > 50) return null;
    let left = this.term(depth);
    while (left && (this.at('+') || this.at('-'))) {
      const minus = this.take() === '-';
      if (minus) this.isPlainSum = false;
      const right = this.term(depth);
      if (!right) return null;
      const a: Node = left;
      left = (cell) => combine(a(cell), right(cell), minus ? Q.sub : Q.add);
    }
    return left;
  }

  private term(depth: number): Node | null {
    let left = this.factor(depth);
    while (left && (this.at('*') || this.at('/'))) {
      const divide = this.take() === '/';
      this.isPlainSum = false;
      const right = this.factor(depth);
      if (!right) return null;
      const a: Node = left;
      left = (cell) => combine(a(cell), right(cell), divide ? (x, y) => (y.n === 0n ? null : Q.div(x, y)) : Q.mul);
    }
    return left;
  }

  private factor(depth: number): Node | null {
    const token = this.tokens[this.position];
    if (!token) return null;
    if (token.type === 'number') {
      this.position++;
      return () => token.value;
    }
    if (token.type === 'cell') {
      this.position++;
      return (cell) => cell(token.column);
    }
    if (token.type === 'name') return this.call(depth);
    if (token.text === '(') {
      this.position++;
      const inner = this.expression(depth + 1);
      return inner && this.take() === ')' ? inner : null;
    }
    return null;
  }

  private call(depth: number): Node | null {
    const name = (this.tokens[this.position++] as { text: string }).text;
    if (this.take() !== '(') return null;
    const groups: Node[][] = [];
    do {
      const range = this.range();
      const single = range ? null : this.expression(depth + 1);
      if (!range && !single) return null;
      groups.push(range ?? [single!]);
    } while (this.at(',') && this.take());
    if (this.take() !== ')') return null;
    const nodes = groups.flat();
    if (name === 'SUM') return (cell) => total(nodes, cell);
    this.isPlainSum = false;
    if (name === 'AVERAGE') return (cell) => combine(total(nodes, cell), Q.of(nodes.length), Q.div);
    if (name === 'ROUND' && groups.length === 2) {
      return (cell) =>
        combine(groups[0]![0]!(cell), groups[1]![0]!(cell), (value, places) =>
          Q.roundHalfUp(value, Q.toNumber(places)),
        );
    }
    return null;
  }

  private range(): Node[] | null {
    const [from, colon, to] = this.tokens.slice(this.position, this.position + 3);
    if (from?.type !== 'cell' || colon?.type !== 'mark' || colon.text !== ':' || to?.type !== 'cell') return null;
    this.position += 3;
    const nodes: Node[] = [];
    for (let column = from.column; column <= to.column; column++) nodes.push((cell) => cell(column));
    return nodes;
  }

  private at(mark: string): boolean {
    const token = this.tokens[this.position];
    return token?.type === 'mark' && token.text === mark;
  }

  private take(): string {
    const token = this.tokens[this.position++];
    return token?.type === 'mark' ? token.text : '';
  }
}

function combine(
  a: Rational | null,
  b: Rational | null,
  by: (a: Rational, b: Rational) => Rational | null,
): Rational | null {
  return a === null || b === null ? null : by(a, b);
}

function total(nodes: readonly Node[], cell: (column: number) => Rational): Rational | null {
  let sum: Rational | null = Q.ZERO;
  for (const node of nodes) sum = combine(sum, node(cell), Q.add);
  return sum;
}
