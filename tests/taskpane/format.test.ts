import { formatCount, formatGoal, formatPoints, formatRate } from '../../src/taskpane/format';
import { preferredLocale } from '../../src/taskpane/text';

test.each([
  [89.7, '89.70'],
  [100, '100.00'],
  [0, '0.00'],
  [NaN, '—'],
])('points %p are shown as %s', (points, text) => expect(formatPoints(points)).toBe(text));

test.each([
  [0.9048, '90.48%'],
  [1, '100.00%'],
  [0, '0.00%'],
])('rate %p is shown as %s', (rate, text) => expect(formatRate(rate)).toBe(text));

test.each([
  [0.95, '95%'],
  [0.855, '85.5%'],
])('goal %p is shown as %s', (goal, text) => expect(formatGoal(goal)).toBe(text));

test('counts have their thousands apart', () => expect(formatCount(100_000)).toBe('100,000'));

test.each([
  [['zh-TW'], 'zh-CN'],
  [['en-GB', 'zh-CN'], 'en-US'],
  [['fr', 'en'], 'en-US'],
  [['fr'], 'zh-CN'],
  [[], 'zh-CN'],
])('languages %p give %s', (languages, locale) => expect(preferredLocale(languages)).toBe(locale));
