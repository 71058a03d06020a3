import { titleLines } from '../../../src/hosts/docx/titleLines';

describe('lines of a title', () => {
  test.each<[string, string[]]>([
    ['关于2004年度考核情况的通报', ['关于2004年度考核情况的通报']],
    [
      '关于2004年度五好党委、五好党支部和党员五带头考核情况的通报',
      ['关于2004年度五好党委、五好党支部', '和党员五带头考核情况的通报'],
    ],
    ['Bulletin on the Assessment of 五好党委, 五好党支部(党总支) and 党员五带头, 2004', []],
    ['一二三四五六七八九十一二三四五六七八九十一二三', []],
  ])('%s', (title, lines) => {
    expect(titleLines(title, 20)).toEqual(lines.length === 0 ? [title] : lines);
  });

  test('lose no letter', () => {
    const title = '关于2004年上半年甲方案、乙方案、丙方案、丁方案、戊方案和己方案考核情况的通报';
    expect(titleLines(title, 16).join('')).toBe(title);
    expect(titleLines(title, 16).length).toBeGreaterThan(1);
  });
});
