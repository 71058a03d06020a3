import { a1Range, type CellRange } from '../../../model';

/** A block whose cells all have one key. */
export interface Block {
  readonly key: number;
  readonly range: CellRange;
}

/**
 * Few blocks of equal keys that cover a rectangle of cells: runs in a row, joined with equal runs above them.
 * @param keyAt key of a cell by its place within the rectangle; a negative one leaves the cell out
 * @returns blocks within the rectangle, in the order of their first cells
 */
export function cover(rows: number, columns: number, keyAt: (row: number, column: number) => number): Block[] {
  const blocks: Block[] = [];
  let above = new Map<number, number>();
  for (let row = 0; row < rows; row++) {
    const open = new Map<number, number>();
    for (let left = 0; left < columns;) {
      const key = keyAt(row, left);
      let right = left;
      while (right + 1 < columns && keyAt(row, right + 1) === key) right++;
      if (key >= 0)
        open.set(left, grow(blocks, above.get(left), { key, range: { top: row, left, bottom: row, right } }));
      left = right + 1;
    }
    above = open;
  }
  return blocks;
}

/** Index of the block above with this run added, or of the run as a new block. */
function grow(blocks: Block[], above: number | undefined, run: Block): number {
  const block = above === undefined ? undefined : blocks[above];
  if (block && block.key === run.key && block.range.right === run.range.right) {
    blocks[above!] = { key: block.key, range: { ...block.range, bottom: run.range.bottom } };
    return above!;
  }
  return blocks.push(run) - 1;
}

/** Characters of an address that Excel takes are 8,192. */
const MAX_ADDRESS = 8000;

/**
 * Addresses of blocks, as many to one text as Excel takes.
 * @example addressesOf([{ top: 0, left: 0, bottom: 1, right: 0 }, { top: 4, left: 2, bottom: 4, right: 2 }]) // ["A1:A2,C5"]
 */
export function addressesOf(ranges: readonly CellRange[]): string[] {
  const addresses: string[] = [];
  for (const range of ranges) {
    const address = a1Range(range);
    const last = addresses.at(-1);
    if (last !== undefined && last.length + address.length < MAX_ADDRESS)
      addresses[addresses.length - 1] += `,${address}`;
    else addresses.push(address);
  }
  return addresses;
}
