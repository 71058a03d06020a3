import { FileQueue, type Opening } from '../../src/app/fileQueue';
import { FileSet, freeName } from '../../src/app/fileSet';
import { snapshotOf } from '../../src/model';

const read = async (bytes: Uint8Array, name: string) => ({
  snapshot: snapshotOf(name, [{ name: '自评', rows: [[bytes[0] ?? null]] }]),
});
const bytes = (value: number) => new Uint8Array([value]);

describe('a set of files', () => {
  test('holds none twice, and no two of one name', async () => {
    const set = new FileSet(read);
    await set.add(bytes(1), '自评.xlsx', 'zh-CN');
    await set.add(bytes(2), '自评.xlsx', 'zh-CN');
    await set.add(bytes(3), '汇总.xlsx', 'zh-CN', { taken: ['汇总.xlsx'] });
    await expect(set.add(bytes(1), '又一份.xlsx', 'en-US')).rejects.toThrow(
      '又一份.xlsx holds the same as 自评.xlsx, which is open: it was not added again.',
    );
    expect(set.files.map(({ snapshot }) => snapshot.name)).toEqual(['自评.xlsx', '自评 (2).xlsx', '汇总 (2).xlsx']);
  });

  test('gives way to a file that takes its place, once that could be read', async () => {
    const set = new FileSet(async (content: Uint8Array, name: string) => {
      if (content[0] === 0) throw new Error('坏');
      return read(content, name);
    });
    await set.add(bytes(1), '样例.xlsx', 'zh-CN');
    await expect(set.add(bytes(0), '坏.xlsx', 'zh-CN', { isInstead: true })).rejects.toThrow('坏');
    expect(set.files).toHaveLength(1);
    await set.add(bytes(1), '样例.xlsx', 'zh-CN', { isInstead: true });
    expect(set.files.map(({ snapshot }) => snapshot.name)).toEqual(['样例.xlsx']);
    set.remove(0);
    expect(set.files).toEqual([]);
  });

  test('has no hash for a copy that was changed here', async () => {
    const set = new FileSet(read);
    const { hash } = await set.add(bytes(1), '细则.xlsx', 'zh-CN');
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    set.amend(0, await read(bytes(2), '细则.xlsx'));
    expect(set.files[0]!.hash).toBeNull();
  });
});

test.each([
  ['自评.xlsx', [], '自评.xlsx'],
  ['自评.xlsx', ['自评.xlsx', '自评 (2).xlsx'], '自评 (3).xlsx'],
  ['无后缀', ['无后缀'], '无后缀 (2)'],
])('%s among %j is %s', (name, taken, free) => expect(freeName(name, new Set(taken))).toBe(free));

test('files are opened in turn; a bad one is told with its name and stops nobody', async () => {
  const states: Opening[] = [];
  const queue = new FileQueue((state) => states.push(state));
  const opened: string[] = [];
  const open = async ({ name }: { name: string }) => {
    await Promise.resolve();
    if (name === '坏') throw new Error('不完整');
    opened.push(name);
  };
  const first = queue.open([{ name: '甲' }, { name: '坏' }], open);
  await Promise.all([first, queue.open([{ name: '乙' }], open)]);
  expect(opened).toEqual(['甲', '乙']);
  expect(states[1]).toEqual({ opening: 3, problems: [] });
  expect(states.at(-1)).toEqual({ opening: 0, problems: ['坏: 不完整'] });
  queue.dismiss('坏: 不完整');
  expect(states.at(-1)!.problems).toEqual([]);
});
