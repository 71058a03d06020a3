import fc from 'fast-check';
import {
  correctionEdits,
  editsBetween,
  mergeCorrections,
  NO_CORRECTIONS,
  parseCorrections,
  takenBack,
  withCorrection,
  type CorrectionEdit,
  type Corrections,
  type TableKey,
} from '../../src/model';

const TABLE: TableKey = { header: ['单位', '党课', '综合'], sheet: '上级考核', everySheet: false };
const EDITS: readonly CorrectionEdit[] = [
  { type: 'role', table: TABLE, value: { role: 'register', layout: 'plans' } },
  { type: 'source', table: TABLE, value: 'self' },
  { type: 'scheme', table: TABLE, value: '五好党委' },
  { type: 'column', table: TABLE, key: '综合', occurrence: 0, value: { kind: 'indicator', name: 'W11', text: '党课' } },
  {
    type: 'row',
    table: { ...TABLE, everySheet: true },
    key: '学习',
    occurrence: 1,
    value: { kind: 'dimension', name: '领导班子好', source: 'peer', reading: 'points' },
  },
  { type: 'header', instead: [['序号', '单位']], value: [['单位', '得分']] },
  { type: 'header', instead: [['说明', '得分']], value: [] },
  { type: 'header', instead: [['分值', '得分']], value: [] },
  { type: 'name', written: '老矿', branch: null, value: { target: { id: 'U01', name: '东岭锡矿党委' } } },
  { type: 'name', written: '工会', branch: '机关支部', value: { target: null } },
];
const ALL = EDITS.reduce(withCorrection, NO_CORRECTIONS);

test('what was said is kept, and comes back as it was said', () => {
  expect(ALL.tables).toHaveLength(2);
  expect(correctionEdits(ALL)).toHaveLength(EDITS.length);
  expect(correctionEdits(ALL)).toEqual(expect.arrayContaining([...EDITS]));
  expect(correctionEdits(ALL).reduce(withCorrection, NO_CORRECTIONS)).toEqual(ALL);
});

test('everything can be taken back, in any order', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...EDITS], { minLength: EDITS.length }), (order) => {
      expect(order.map(takenBack).reduce(withCorrection, ALL)).toEqual(NO_CORRECTIONS);
    }),
  );
});

test('from any corrections to any others', () => {
  const some = fc.subarray([...EDITS]).map((edits) => edits.reduce(withCorrection, NO_CORRECTIONS));
  fc.assert(
    fc.property(some, some, (from, to) => {
      const reached = editsBetween(from, to).reduce(withCorrection, from);
      expect(editsBetween(reached, to)).toEqual([]);
      expect(correctionEdits(reached)).toHaveLength(correctionEdits(to).length);
    }),
  );
});

test('of the same column the later word counts, wherever the columns stand', () => {
  const again: CorrectionEdit = {
    type: 'column',
    table: { ...TABLE, header: [...TABLE.header].reverse() },
    key: '综合',
    occurrence: 0,
    value: { kind: 'ignore', name: '' },
  };
  const { tables } = withCorrection(ALL, again);
  expect(tables.filter(({ everySheet }) => !everySheet)).toHaveLength(1);
  expect(tables.flatMap(({ columns }) => columns)).toEqual([
    { key: '综合', occurrence: 0, choice: { kind: 'ignore', name: '' } },
  ]);
});

test('a header that is said again replaces what was said first; said as it was found, nothing is left', () => {
  const found = [['序号', '单位']];
  const once = withCorrection(NO_CORRECTIONS, { type: 'header', instead: found, value: [['单位', '得分']] });
  const twice = withCorrection(once, { type: 'header', instead: [['单位', '得分']], value: [['名称', '得分']] });
  expect(twice.headers).toEqual([{ rows: [['名称', '得分']], instead: found }]);
  expect(withCorrection(twice, { type: 'header', instead: [['名称', '得分']], value: found }).headers).toEqual([]);
  const first = withCorrection(NO_CORRECTIONS, { type: 'header', instead: [], value: [['甲', '乙']] });
  const both = withCorrection(first, { type: 'header', instead: [], value: [['丙', '丁']] });
  expect(both.headers).toHaveLength(2);
});

test('merging keeps both, and the newer where they differ', () => {
  const newer = withCorrection(NO_CORRECTIONS, { type: 'source', table: TABLE, value: 'peer' });
  const merged = mergeCorrections(ALL, newer);
  expect(merged.tables.find(({ everySheet }) => !everySheet)).toMatchObject({ source: 'peer', scheme: '五好党委' });
  expect(merged.names).toEqual(ALL.names);
  expect(mergeCorrections(NO_CORRECTIONS, ALL)).toEqual(ALL);
});

describe('data from elsewhere', () => {
  test('what was written is read back', () => {
    expect(parseCorrections(JSON.parse(JSON.stringify(ALL)))).toEqual(ALL);
  });

  test.each([
    ['nothing', undefined],
    ['a text', JSON.stringify(ALL)],
    ['another version', { ...ALL, version: 2 }],
    ['a list', [ALL]],
    ['inherited fields', Object.create(ALL)],
  ])('%s is no correction', (_, data) => expect(parseCorrections(data)).toEqual(NO_CORRECTIONS));

  test('wrong entries are left out, the others stay', () => {
    const [table] = ALL.tables;
    const spoiled = {
      ...ALL,
      tables: [
        null,
        { ...table, header: '单位' },
        { ...table, header: [] },
        { ...table, sheet: 7 },
        { ...table, role: { role: 'register', layout: 'wide' }, source: 'boss', columns: [{ key: 'x' }, 5] },
        {
          ...table,
          role: { role: 'results', layout: null },
          source: undefined,
          scheme: 1,
          columns: [
            { key: 'a', occurrence: -1, choice: { kind: 'ignore', name: '' } },
            { key: 'b', occurrence: 1e9, choice: { kind: 'ignore', name: '' } },
            { key: 'c', occurrence: 0, choice: { kind: '__proto__', name: '' } },
            { key: 'd', occurrence: 0, choice: { kind: 'field', name: 'x'.repeat(1000) } },
            { key: 'e', occurrence: 0, choice: { kind: 'field', name: 'unit', source: 'x', reading: 'y' } },
          ],
          rows: [{ key: 'f', occurrence: 0, choice: { kind: 'month', name: '1' } }],
        },
      ],
      headers: [
        { rows: [], instead: [] },
        { rows: [[]], instead: [['a']] },
        { rows: Array(20).fill(['a']), instead: [] },
      ],
      names: [{ written: '' }, { written: '甲', branch: 5, target: { name: 3 } }, { written: '乙', target: null }],
    };
    const read = parseCorrections(spoiled);
    const { header, sheet, everySheet } = table!;
    const { columns, rows, scheme } = table!;
    expect(read).toEqual({
      version: 1,
      tables: [
        { header, sheet, everySheet, scheme, columns: [], rows },
        {
          header,
          sheet,
          everySheet,
          columns: [{ key: 'e', occurrence: 0, choice: { kind: 'field', name: 'unit' } }],
          rows: [],
        },
      ],
      headers: [],
      names: [{ written: '乙', branch: null, target: null }],
    } satisfies Corrections);
    expect(columns).toHaveLength(1);
  });

  test('too much of it is cut', () => {
    const [table] = ALL.tables;
    const huge = { ...ALL, tables: Array(100_000).fill(table), names: Array(1_000_000).fill(ALL.names[0]) };
    const read = parseCorrections(huge);
    expect(read.tables).toHaveLength(500);
    expect(read.names).toHaveLength(5000);
  });

  test('whatever it is, reading neither fails nor touches prototypes', () => {
    const anything = fc.anything({ withNullPrototype: true, withObjectString: true, key: fc.constantFrom(...KEYS) });
    fc.assert(
      fc.property(anything, (data) => {
        const read = parseCorrections(
          typeof data === 'object' && data !== null ? Object.assign(data, { version: 1 }) : data,
        );
        expect(parseCorrections(JSON.parse(JSON.stringify(read)))).toEqual(read);
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

const KEYS = ['tables', 'headers', 'names', 'columns', 'choice', 'kind', 'key', '__proto__', 'constructor', 'toString'];
