import type { Rational } from '../model';
import { Q } from '../values';

/** A number in both arithmetics: exact for judging, double for speed. */
export interface Amount {
  readonly exact: Rational;
  readonly approx: number;
}

export function amountOf(exact: Rational): Amount {
  return { exact, approx: Q.toNumber(exact) };
}

export const NOTHING: Amount = { exact: Q.ZERO, approx: 0 };

/**
 * The operations that the formulas of scoring need, so that each formula is written once and computed in doubles for
 * all subjects, exactly for those near a boundary.
 */
export interface Arithmetic<T> {
  readonly zero: T;
  readonly hundred: T;
  readonly of: (amount: Amount) => T;
  readonly whole: (count: number) => T;
  readonly add: (a: T, b: T) => T;
  readonly sub: (a: T, b: T) => T;
  readonly mul: (a: T, b: T) => T;
  readonly div: (a: T, b: T) => T;
  readonly min: (a: T, b: T) => T;
  readonly max: (a: T, b: T) => T;
}

export const EXACT: Arithmetic<Rational> = {
  zero: Q.ZERO,
  hundred: Q.HUNDRED,
  of: (amount) => amount.exact,
  whole: (count) => Q.of(count),
  add: Q.add,
  sub: Q.sub,
  mul: Q.mul,
  div: Q.div,
  min: Q.min,
  max: Q.max,
};

export const FLOAT: Arithmetic<number> = {
  zero: 0,
  hundred: 100,
  of: (amount) => amount.approx,
  whole: (count) => count,
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  min: (a, b) => (a < b ? a : b),
  max: (a, b) => (a > b ? a : b),
};

/** Doubles of scores up to 1e6 after some hundred operations are right to far better than this. */
const DOUBT = 1e-7;
const LARGE = 1e6;

/**
 * A double rounded half up to 1/scale, or NaN when it lies so near a boundary that only the exact number can tell.
 * @example roundUnlessNear(89.2512, 100) // 89.25
 * @example roundUnlessNear(89.995, 100) // NaN
 */
export function roundUnlessNear(value: number, scale: number): number {
  const shifted = value * scale + 0.5;
  const whole = Math.floor(shifted);
  const part = shifted - whole;
  const doubt = DOUBT * scale;
  return part > doubt && part < 1 - doubt && value < LARGE && value > -LARGE ? whole / scale : NaN;
}
