import type { Rational } from '../model';

export const ZERO: Rational = { n: 0n, d: 1n };
export const ONE: Rational = { n: 1n, d: 1n };
export const HUNDRED: Rational = { n: 100n, d: 1n };

function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a < 0n ? -a : a;
}

/**
 * The fraction n/d in lowest terms with a positive denominator.
 * @throws RangeError when d is 0: a programming mistake, foreign text is checked before.
 * @example fraction(6n, -4n) // { n: -3n, d: 2n }
 */
export function fraction(n: bigint, d: bigint): Rational {
  if (d === 0n) throw new RangeError('fraction with denominator 0');
  if (d === 1n) return { n, d };
  if (d < 0n) [n, d] = [-n, -d];
  const common = gcd(n, d);
  return common === 1n ? { n, d } : { n: n / common, d: d / common };
}

const DECIMAL = /^([+-]?)(\d{0,400})(?:\.(\d{0,400}))?(?:[eE]([+-]?\d{1,3}))?$/;

/**
 * The exact value of a decimal literal, or null when the text is none.
 * @example parseDecimal("0.125") // { n: 1n, d: 8n }
 * @example parseDecimal("约95") // null
 */
export function parseDecimal(text: string): Rational | null {
  const match = DECIMAL.exec(text);
  if (!match) return null;
  const [, sign, whole = '', part = '', exponent = '0'] = match;
  if (whole === '' && part === '') return null;
  const digits = BigInt(sign + (whole + part || '0'));
  const shift = Number(exponent) - part.length;
  return shift >= 0 ? { n: digits * 10n ** BigInt(shift), d: 1n } : fraction(digits, 10n ** BigInt(-shift));
}

/**
 * The exact value of a number. A cell's double stands for the decimal of its 15 significant digits, as the
 * spreadsheet shows it (specification, head); a text is a decimal literal.
 * @throws RangeError when it is not finite or no literal.
 * @example of(92.40000000000001) // { n: 462n, d: 5n }, that is 92.4
 */
export function of(value: number | bigint | string): Rational {
  if (typeof value === 'bigint') return { n: value, d: 1n };
  if (typeof value === 'number' && Number.isSafeInteger(value) && Math.abs(value) < 1e15) {
    return { n: BigInt(value), d: 1n };
  }
  const exact = parseDecimal(typeof value === 'number' ? value.toPrecision(15) : value);
  if (!exact) throw new RangeError(`no number: ${value}`);
  return exact;
}

export function add(a: Rational, b: Rational): Rational {
  return a.d === b.d ? fraction(a.n + b.n, a.d) : fraction(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function sub(a: Rational, b: Rational): Rational {
  return a.d === b.d ? fraction(a.n - b.n, a.d) : fraction(a.n * b.d - b.n * a.d, a.d * b.d);
}

export function mul(a: Rational, b: Rational): Rational {
  return fraction(a.n * b.n, a.d * b.d);
}

/** @throws RangeError when b is 0. */
export function div(a: Rational, b: Rational): Rational {
  return fraction(a.n * b.d, a.d * b.n);
}

export function negate(a: Rational): Rational {
  return { n: -a.n, d: a.d };
}

export function abs(a: Rational): Rational {
  return a.n < 0n ? negate(a) : a;
}

/** -1, 0 or 1 as a lies below, at or above b. */
export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  const left = a.d === b.d ? a.n : a.n * b.d;
  const right = a.d === b.d ? b.n : b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

export function equals(a: Rational, b: Rational): boolean {
  return a.n === b.n && a.d === b.d;
}

export function min(a: Rational, b: Rational): Rational {
  return compare(a, b) <= 0 ? a : b;
}

export function max(a: Rational, b: Rational): Rational {
  return compare(a, b) >= 0 ? a : b;
}

/** a, but not below `low` nor above `high`. */
export function clamp(a: Rational, low: Rational, high: Rational): Rational {
  return max(low, min(a, high));
}

/** Largest whole number not above a. */
export function floor(a: Rational): bigint {
  const quotient = a.n / a.d;
  return a.n < 0n && quotient * a.d !== a.n ? quotient - 1n : quotient;
}

/** Smallest whole number not below a. */
export function ceil(a: Rational): bigint {
  return -floor(negate(a));
}

/**
 * a rounded half up (towards +∞ at a half) to `places` decimals, exact.
 * @example roundHalfUp(of("89.995"), 2) // 90
 */
export function roundHalfUp(a: Rational, places: number): Rational {
  const scale = 10n ** BigInt(places);
  return fraction(floor({ n: 2n * a.n * scale + a.d, d: 2n * a.d }), scale);
}

/** a rounded half up, as the nearest double: what is shown and written. */
export function roundToNumber(a: Rational, places: number): number {
  const scale = 10n ** BigInt(places);
  return Number(floor({ n: 2n * a.n * scale + a.d, d: 2n * a.d })) / Number(scale);
}

/** Beyond this a bigint may overflow a double. */
const LARGE = 2n ** 1000n;

/** The double nearest to a, within two units of the last place. */
export function toNumber(a: Rational): number {
  let { n, d } = a;
  while ((n > LARGE || n < -LARGE) && d > LARGE) {
    n >>= 64n;
    d >>= 64n;
  }
  return Number(n) / Number(d);
}

/**
 * Sum with one reduction at the end: the many small additions of a score cost no common divisor each.
 */
export function sum(terms: Iterable<Rational>): Rational {
  let n = 0n;
  let d = 1n;
  for (const term of terms) {
    if (term.d === d) n += term.n;
    else if (d % term.d === 0n) n += term.n * (d / term.d);
    else {
      n = n * term.d + term.n * d;
      d *= term.d;
    }
  }
  return fraction(n, d);
}

/**
 * Decimal text for people: at most `places` decimals, rounded half up, no trailing zeros.
 * @example formatRational(of("2.50")) // "2.5"
 */
export function formatRational(a: Rational, places = 4): string {
  return String(roundToNumber(a, places));
}

/** Text of a share as a percentage. @example formatPercent(of("0.95")) // "95%" */
export function formatPercent(a: Rational, places = 2): string {
  return `${formatRational(mul(a, HUNDRED), places)}%`;
}
