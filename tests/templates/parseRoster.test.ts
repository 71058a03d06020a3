import { defaultSchemes } from '../../src/rules';
import { parseMembers, parseUnits, settleKinds, type RosterUnit } from '../../src/templates';
import { pastedRows } from '../../src/templates/pastedRows';

const [committee, branch, member] = defaultSchemes();

function units(text: string): Partial<RosterUnit>[] {
  return parseUnits(text).entries.map((unit) =>
    Object.fromEntries(Object.entries(unit).filter(([, value]) => value !== '' && value !== null && value !== true)),
  );
}

describe('pasted rows', () => {
  test.each<[string, string, string[][]]>([
    ['names', '甲党委\r\n\r\n乙党委\n', [['甲党委'], ['乙党委']]],
    [
      'tabs',
      '甲\t1\t\n乙\t\t2',
      [
        ['甲', '1', ''],
        ['乙', '', '2'],
      ],
    ],
    [
      'a cell of two lines',
      '"甲\n党委"\t1\n乙\t2',
      [
        ['甲\n党委', '1'],
        ['乙', '2'],
      ],
    ],
    ['quotes in a quoted cell', '"甲""乙"""\t1', [['甲"乙"', '1']]],
    ['a quote that is none', '甲"乙\t1', [['甲"乙', '1']]],
    [
      'commas in every line',
      '\ufeff甲,1\n乙,2',
      [
        ['甲', '1'],
        ['乙', '2'],
      ],
    ],
    [
      'Chinese commas',
      '甲，1\n乙，2',
      [
        ['甲', '1'],
        ['乙', '2'],
      ],
    ],
    ['a comma in one line only', '甲,乙\n丙', [['甲,乙'], ['丙']]],
    ['nothing', ' \n\t\n', []],
  ])('%s', (_, text, cells) => {
    expect(pastedRows(text).map((row) => row.cells)).toEqual(cells);
  });

  test('lines are those of the text, also below a cell of two lines', () => {
    expect(pastedRows('\n"甲\n党委"\t1\n\n乙\t2').map(({ line }) => line)).toEqual([2, 5]);
  });
});

describe('units', () => {
  test('names alone', () => {
    expect(units('红岩锡矿党委\n 青石坡锡矿 党委 ')).toEqual([{ name: '红岩锡矿党委' }, { name: '青石坡锡矿 党委' }]);
  });

  test('columns in any order under a header of the usual words, other columns left out', () => {
    const text =
      '各单位一览表\n类别\t党组织类型\t联系电话\t党组织名称\t所属党委\t代码\t是否参评\n生产\t党支部\t3312\t采一党支部\t红岩锡矿党委\tZ1\t否';
    expect(units(text)).toEqual([
      { name: '采一党支部', id: 'Z1', kind: '党支部', group: '生产', parent: '红岩锡矿党委', takesPart: false },
    ]);
  });

  test('columns without a header are told by what they hold', () => {
    const text =
      '1\tD01\t党委\t红岩锡矿\t生产单位\n2\tD02\t党委\t青石坡锡矿\t生产单位\n3\tD03\t直属党总支\t机关\t机关单位';
    expect(units(text)).toEqual([
      { id: 'D01', kind: '党委', name: '红岩锡矿', group: '生产单位' },
      { id: 'D02', kind: '党委', name: '青石坡锡矿', group: '生产单位' },
      { id: 'D03', kind: '直属党总支', name: '机关', group: '机关单位' },
    ]);
  });

  test('a name or an id that comes twice counts once, lines without a name are left out, odd kinds are told', () => {
    const text = '编号\t名称\t类型\nA1\t甲党委\t党委\nA2\t甲党委\t党委\nA1\t乙党委\t党委\nA3\t\t党委\nA4\t丙矿\t车间';
    const { entries, problems } = parseUnits(text);
    expect(entries.map(({ name, kind }) => [name, kind])).toEqual([
      ['甲党委', '党委'],
      ['丙矿', null],
    ]);
    expect(problems.map(({ line, problem, data }) => [line, problem, data.first ?? data.text ?? ''])).toEqual([
      [3, 'duplicate', 2],
      [4, 'duplicate', 2],
      [5, 'noName', ''],
      [6, 'unknownKind', '车间'],
    ]);
  });
});

describe('members', () => {
  test('names alone, and columns with and without a header', () => {
    expect(parseMembers('岑远舟\n白若溪').entries.map(({ name }) => name)).toEqual(['岑远舟', '白若溪']);
    const expected = [{ id: '10023', name: '岑远舟', branch: '采一党支部', class: '', takesPart: true }];
    expect(parseMembers('所在支部\t姓名\t工号\n采一党支部\t岑远舟\t10023').entries).toEqual(expected);
    expect(parseMembers('10023\t采一党支部\t岑远舟').entries).toEqual(expected);
  });

  test('two of one name and branch need ids to be two', () => {
    const text = (first: string, second: string) =>
      `工号\t姓名\t支部\n${first}\t岑远舟\t采一党支部\n${second}\t岑远舟\t采一党支部`;
    expect(parseMembers(text('', '')).entries).toHaveLength(1);
    expect(parseMembers(text('1', '2')).entries).toHaveLength(2);
    expect(parseMembers(text('1', '1')).problems.map(({ problem }) => problem)).toEqual(['duplicate']);
  });
});

describe('类型 that nobody has stated', () => {
  const kinds = (text: string, ...schemes: readonly (typeof committee)[]) =>
    settleKinds(
      parseUnits(text).entries,
      schemes.map((scheme) => scheme!),
    ).map(({ kind }) => kind);

  test('the end of the name says it, else the only scheme that is chosen', () => {
    expect(kinds('甲矿党委\n乙矿', committee)).toEqual(['党委', '党委']);
    expect(kinds('采一党支部\n采二', branch)).toEqual(['党支部', '党支部']);
    expect(kinds('采一党支部\n采二', committee, branch)).toEqual(['党支部', null]);
    expect(kinds('采二', member)).toEqual([null]);
  });

  test('a 党总支 is 直属 where its 上级 is not listed, or where no branches are assessed', () => {
    const text = '名称\t上级\n甲矿党委\t集团党委\n机关党总支\t集团党委\n运输党总支\t甲矿党委';
    expect(kinds(text, committee, branch)).toEqual(['党委', '直属党总支', '党总支']);
    expect(kinds('机关党总支', committee)).toEqual(['直属党总支']);
    expect(kinds('机关党总支', committee, branch)).toEqual(['党总支']);
  });

  test('what is stated stays', () => {
    expect(kinds('名称\t类型\n采一党支部\t党委', branch)).toEqual(['党委']);
  });
});
