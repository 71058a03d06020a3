import fc from 'fast-check';
import { Q } from '../../src/values';

const rational = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 9n }))
  .map(([n, d]) => Q.fraction(n, d));

test.each([
  ['89.995', 90],
  ['89.9949999', 89.99],
  ['-0.005', 0],
  ['-0.0051', -0.01],
  ['0.005', 0.01],
  ['88.14285714', 88.14],
])('%s rounds half up to %d', (text, rounded) => {
  expect(Q.roundToNumber(Q.of(text), 2)).toBe(rounded);
  expect(Q.toNumber(Q.roundHalfUp(Q.of(text), 2))).toBe(rounded);
});

test('a double is the decimal of its 15 significant digits', () => {
  expect(Q.of(0.1 + 0.2)).toEqual(Q.of('0.3'));
  expect(Q.of(1e-7)).toEqual(Q.of('0.0000001'));
  expect(Q.toNumber(Q.of(1e308))).toBe(1e308);
  expect(() => Q.of(NaN)).toThrow(RangeError);
});

test('sums, products and quotients are exact', () => {
  fc.assert(
    fc.property(rational, rational, rational, (a, b, c) => {
      expect(Q.mul(a, Q.add(b, c))).toEqual(Q.add(Q.mul(a, b), Q.mul(a, c)));
      expect(Q.sub(Q.add(a, b), b)).toEqual(a);
      if (b.n !== 0n) expect(Q.mul(Q.div(a, b), b)).toEqual(a);
      expect(Q.sum([a, b, c])).toEqual(Q.add(a, Q.add(b, c)));
    }),
  );
});

test('floor, ceil and compare agree with each other', () => {
  fc.assert(
    fc.property(rational, (a) => {
      expect(Q.compare(Q.of(Q.floor(a)), a)).toBeLessThanOrEqual(0);
      expect(Q.compare(Q.of(Q.ceil(a)), a)).toBeGreaterThanOrEqual(0);
      expect(Q.ceil(a) - Q.floor(a)).toBe(a.d === 1n ? 0n : 1n);
    }),
  );
});
