import { onPages, planColumns } from '../../src/report/pages';

const print = {
  orientation: 'landscape',
  fitToWidth: true,
  margins: [0.5, 0.5, 0.6, 0.75],
  titleRows: { first: 2, last: 3 },
} as const;

/** Heights of rows, all the same. */
const rowsOf = (count: number, height = 20) => new Map(Array.from({ length: count }, (_, row) => [row, height]));

describe('columns', () => {
  const widths = (count: number, width = 6) => Array<number>(count).fill(width);
  const everyFive = (count: number) => Array.from({ length: count / 5 }, (_, i) => 5 + 5 * i);

  it('are one page where it can be read', () => {
    expect(planColumns({ print, widths: widths(10) })).toEqual({ scale: 100, starts: [0] });
    expect(planColumns({ print, widths: widths(20) })).toEqual({ scale: 81, starts: [0] });
  });

  it('are spread over pages that begin with a block and are as large as their number allows', () => {
    const plan = planColumns({
      print,
      widths: widths(35),
      blocks: everyFive(30),
      repeated: { first: 1, last: 2 },
    });
    expect(plan).toEqual({ scale: 80, starts: [0, 20] });
  });

  it('tear only a block apart that is wider than a page', () => {
    const plan = planColumns({ print, widths: widths(40), blocks: [5], repeated: { first: 0, last: 1 } });
    expect(plan.starts).toEqual([0, 21]);
  });

  it('never fall below the size that a program takes', () => {
    expect(planColumns({ print, widths: widths(500) }).scale).toBe(10);
  });
});

describe('rows', () => {
  // 6.92 inches are 498 points: 24 rows of 20 points on the first page, 22 below the repeated header on the others.
  const wish = { print, widths: [20], rows: 60, heights: rowsOf(60) };

  it('break where the page is full, with the header again on each page', () => {
    expect(onPages(wish)).toMatchObject({ fitToWidth: false, scale: 100, breaks: { rows: [24, 46] } });
  });

  it('that belong together go to the next page together', () => {
    expect(onPages({ ...wish, glued: new Set([23, 24, 46]) }).breaks!.rows).toEqual([22, 44]);
  });

  it('are broken all the same where they are more than a page', () => {
    const glued = new Set(Array.from({ length: 59 }, (_, i) => i + 1));
    expect(onPages({ ...wish, glued }).breaks!.rows).toEqual([24, 46]);
  });

  it('get a little smaller where that saves a page', () => {
    const short = { ...wish, rows: 26, heights: rowsOf(26) };
    expect(onPages(short)).toMatchObject({ scale: 93, breaks: { rows: [] } });
  });

  it('are left to the program where there are too many', () => {
    expect(onPages({ ...wish, rows: 2_001 })).toBe(print);
    const wide = { ...wish, rows: 2_001, widths: Array<number>(60).fill(6), blocks: [2, 20, 40] };
    expect(onPages(wide)).toMatchObject({
      fitToWidth: false,
      breaks: { columns: [expect.any(Number), expect.any(Number)] },
    });
    expect(onPages(wide).breaks).not.toHaveProperty('rows');
  });
});
