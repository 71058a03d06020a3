import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildReport, scoreWorkbooks } from '../../src/app';
import { outlineOf, partOf, wholeOf } from '../../src/app/changeParts';
import { openWorkbook } from '../../src/hosts/xlsx';
import type { ChangeSet, OutValue } from '../../src/model';

const FILE = join(__dirname, '../cases/v1-annual-group.xlsx');

/** Sends a change set as threads do: outline first, then part by part. */
async function sent(changes: ChangeSet) {
  const sizes: number[] = [];
  const whole = await wholeOf(structuredClone(outlineOf(changes)), async (list, from) => {
    const part = structuredClone(partOf(changes, list, from));
    sizes.push(part.reduce<number>((sum, entry) => sum + (Array.isArray(entry) ? entry.length : 1), 0));
    return part;
  });
  return { whole, sizes };
}

/** A block without exceptions says so in either of two ways. */
const plain = (changes: ChangeSet) =>
  JSON.parse(JSON.stringify(changes, (key, value) => (key === 'exceptions' && value.length === 0 ? undefined : value)));

test('the change set of a real run arrives as it was', async () => {
  const workbook = openWorkbook(new Uint8Array(readFileSync(FILE)), 'v1.xlsx').snapshot();
  const outcome = scoreWorkbooks([workbook], { locale: 'zh-CN', today: '2030-06-15' });
  const changes = buildReport(outcome, { locale: 'zh-CN', workbook: 0 });
  expect(plain((await sent(changes)).whole)).toEqual(plain(changes));
  const { changes: outline, lengths } = outlineOf(changes);
  const lists = [
    outline.writes,
    ...outline.highlights.map(({ ranges }) => ranges),
    ...outline.sheets.flatMap(({ rowHeights, blocks }) => [rowHeights, ...blocks.map(({ values }) => values)]),
  ];
  expect(lists.every((list) => list.length === 0)).toBe(true);
  expect(lengths.filter((length) => length > 0).length).toBeGreaterThan(10);
});

test('100,000 rows come in parts that no page feels, in order', async () => {
  const values: OutValue[][] = Array.from({ length: 100_000 }, (_, i) => [i, `党员${i}`, 90.5]);
  const outcome = { workbook: null, removedMarks: [], writes: [], highlights: [] };
  const rowHeights = values.map((_, row) => ({ row, height: 20 }));
  const sheet = { rowHeights, merges: [], blocks: [{ row: 0, column: 0, values, columnStyles: [-1, -1, -1] }] };
  const { whole, sizes } = await sent({ ...outcome, sheets: [sheet] } as unknown as ChangeSet);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(20_000);
  expect(whole.sheets[0]!.blocks[0]!.values).toEqual(values);
  expect(whole.sheets[0]!.rowHeights).toEqual(rowHeights);
});
