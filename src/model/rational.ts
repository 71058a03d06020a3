/**
 * An exact fraction in lowest terms with a positive denominator. All judged numbers are computed as if in
 * exact decimals (specification, head), so a share such as 80/95 must not be a binary float.
 */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}
