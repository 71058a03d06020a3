import { CATALOGUES } from '../../src/i18n';

const places = (text: string): readonly string[] => (text.match(/\{\w+\}/g) ?? []).sort();

describe.each(Object.keys(CATALOGUES['zh-CN']))('texts of %s', (room) => {
  const chinese = CATALOGUES['zh-CN'][room]!;
  const english = CATALOGUES['en-US'][room]!;

  test('have the same keys in both languages', () => {
    expect(Object.keys(english).sort()).toEqual(Object.keys(chinese).sort());
  });

  test('have the same places in both languages', () => {
    const differing = Object.keys(chinese).filter(
      (key) =>
        new Set(places(chinese[key]!)).size !== new Set([...places(chinese[key]!), ...places(english[key] ?? '')]).size,
    );
    expect(differing).toEqual([]);
  });
});
