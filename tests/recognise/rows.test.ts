import { issues, read, ROSTER } from './support';

test('a row with 党支部 and a month of a year is a row of the roster, not the header of another table', () => {
  const rows = [
    ['单位编号', '单位名称', '类型', '成立时间', '参评'],
    ['U01', '东岭锡矿党委', '党委', '1990.5.1', '是'],
    ['U01-1', '东岭锡矿采矿党支部', '党支部', '1985/12/1', '是'],
    ['U01-2', '东岭锡矿运输党支部', '党支部', '1975年8月', '是'],
    ['U01-3', '东岭锡矿机关党支部', '党支部', '1988年10月', '是'],
  ];
  const { organizations } = read([{ name: '名册', rows }]);
  expect(organizations.map(({ id }) => id)).toEqual(['U01', 'U01-1', 'U01-2', 'U01-3']);
});

test('months of a year head the columns of a register', () => {
  const rows = [
    ['单位', '2004年10月', '2004年11月', '2004年12月'],
    ['东岭锡矿党委', 1, 1, 0],
    ['西岭锡矿党委', 1, 1, 1],
  ];
  const { sheets } = read([ROSTER, { name: '信息报送', rows }]);
  expect(sheets[1]).toMatchObject({ role: 'register', layout: 'info', headerRows: [0] });
});

test('a note over all columns below the parameters is no parameter', () => {
  const rows = [
    ['方案', '参数', '值'],
    ['', '截止日', '2005-01-20'],
    ['说明：没有列出的参数按默认值。', null, null],
  ];
  const merges = [{ top: 2, left: 0, bottom: 2, right: 2 }];
  const assessment = read([ROSTER, { name: '考核参数', rows, merges }]);
  expect(issues(assessment)).toEqual([]);
  expect(assessment.asOf).toBe('2005-01-20');
});
