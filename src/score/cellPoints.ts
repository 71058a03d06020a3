import type { CellValue, FindingCode, Indicator, Rational, SchemeParameters } from '../model';
import { definitionOf, NO_CONTEXT } from '../rules';
import { Q, readCount, readNumber, tidyText, type Reading } from '../values';

/** States of a cell that was read for points; only `value` enters a sum. */
export const CellState = { value: 0, notApplicable: 1, blank: 2, pending: 3, unreadable: 4, error: 5 } as const;
export type CellStateCode = (typeof CellState)[keyof typeof CellState];

/** What is wrong with a cell, before it is known whose cell it is. */
export interface CellNote {
  readonly code: FindingCode;
  readonly variant: string;
  readonly data: Readonly<Record<string, string | number>>;
}

/** What one distinct cell of a column means; shared by all subjects whose cell is written so. */
export interface CellPoints {
  readonly state: CellStateCode;
  /** Truly blank, also where it counts as 0 (空白=零). */
  readonly isBlank: boolean;
  /** A value that is only a part of the truth: it counts, and the total is 暂算. */
  readonly isPartial?: boolean;
  /** The quantity read; null without a value. */
  readonly value: Rational | null;
  /** Points; for methods that compare the group they follow later. */
  readonly exact: Rational;
  readonly approx: number;
  readonly note: CellNote | null;
}

/** Turns a cell and its number format into points. */
export type Interpret = (cell: CellValue, format: string) => CellPoints;

/** Text of a cell as written, for people. */
export function cellText(cell: CellValue): string {
  if (cell === null) return '';
  if (typeof cell === 'object') return cell.error;
  return typeof cell === 'string' ? tidyText(cell).slice(0, 200) : String(cell);
}

function valued(value: Rational, points: Rational, note: CellNote | null, isBlank = false): CellPoints {
  return { state: CellState.value, isBlank, value, exact: points, approx: Q.toNumber(points), note };
}

function without(state: CellStateCode, note: CellNote | null): CellPoints {
  return { state, isBlank: state === CellState.blank, value: null, exact: Q.ZERO, approx: NaN, note };
}

/** A cell without a value: its state, and the note that says so. */
function unvalued(
  reading: Exclude<Reading<Rational>, { state: 'value' }>,
  unreadable: CellNote,
  error: CellNote,
): CellPoints {
  if (reading.state === 'notApplicable') return without(CellState.notApplicable, null);
  if (reading.state === 'unreadable') return without(CellState.unreadable, unreadable);
  if (reading.state === 'error') return without(CellState.error, error);
  return without(reading.written ? CellState.pending : CellState.blank, null);
}

/** Points written in a column: outside 0..max they are D02 and clamped (specification, sections 2 and 3). */
export function interpretPoints(max: Rational, parameters: SchemeParameters): Interpret {
  return (cell, format) => {
    const reading = readNumber(cell, format);
    const text = cellText(cell);
    if (reading.state !== 'value') {
      if (reading.state === 'unknown' && !reading.written && parameters.blankIsZero)
        return valued(Q.ZERO, Q.ZERO, null, true);
      return unvalued(
        reading,
        { code: 'D03', variant: 'number', data: { text } },
        { code: 'D06', variant: 'indicator', data: { text } },
      );
    }
    const points = Q.clamp(reading.value, Q.ZERO, max);
    return valued(reading.value, points, Q.equals(points, reading.value) ? null : outside(reading.value, max));
  };
}

/** Points that a column takes off the full mark (扣分); 2, -2 and 扣2分 are the same, more than the full mark is D02. */
export function interpretDeducted(max: Rational, parameters: SchemeParameters): Interpret {
  return (cell, format) => {
    const reading = readCount(cell, format);
    const text = cellText(cell);
    if (reading.state !== 'value') {
      if (reading.state === 'unknown' && !reading.written && parameters.blankIsZero)
        return valued(Q.ZERO, max, null, true);
      return unvalued(
        reading,
        { code: 'D03', variant: 'number', data: { text } },
        { code: 'D06', variant: 'indicator', data: { text } },
      );
    }
    const off = Q.abs(reading.value);
    const isOutside = Q.compare(off, max) > 0;
    return valued(off, Q.sub(max, Q.min(off, max)), isOutside ? outside(off, max) : null);
  };
}

function outside(value: Rational, max: Rational): CellNote {
  return { code: 'D02', variant: 'points', data: { value: Q.toNumber(value), max: Q.toNumber(max) } };
}

/** Raw values of an indicator, turned into points by its method. */
export function interpretRaw(indicator: Indicator, parameters: SchemeParameters): Interpret {
  const { method, isRate, max } = indicator;
  const definition = definitionOf(method);
  const pointsOf = (value: Rational): Rational => definition.points(value, method, max, NO_CONTEXT);
  return (cell, format) => {
    const reading = definition.read(cell, format, method, isRate);
    if (reading.state !== 'value') {
      if (reading.state === 'unknown' && !reading.written && parameters.blankIsZero) {
        const points = method.code === 'levels' ? Q.ZERO : pointsOf(definition.blank);
        return valued(definition.blank, points, null, true);
      }
      const data = { text: cellText(cell), options: definition.options(method).join('、') };
      const variant = definition.expects(method, isRate);
      return unvalued(
        reading,
        { code: 'D03', variant, data },
        { code: 'D06', variant: 'indicator', data: { text: data.text } },
      );
    }
    const { value } = reading;
    if (value.n < 0n && definition.isCount(method, isRate)) {
      return valued(Q.ZERO, pointsOf(Q.ZERO), {
        code: 'D02',
        variant: 'negativeCount',
        data: { value: Q.toNumber(value) },
      });
    }
    const isOutside = method.code === 'points' && (value.n < 0n || Q.compare(value, max) > 0);
    return valued(value, pointsOf(value), isOutside ? outside(value, max) : null);
  };
}

/** A total or a rater's score on the scale 0–100: outside it is D02 and clamped. */
export function interpretTotal(kind: 'total' | 'rater'): Interpret {
  return (cell, format) => {
    const reading = readNumber(cell, format);
    const text = cellText(cell);
    if (reading.state !== 'value') {
      return unvalued(
        reading,
        { code: 'D03', variant: kind, data: { text } },
        { code: 'D06', variant: kind, data: { text } },
      );
    }
    const points = Q.clamp(reading.value, Q.ZERO, Q.HUNDRED);
    const isInside = Q.equals(points, reading.value);
    const data = { value: Q.toNumber(reading.value) };
    return valued(reading.value, points, isInside ? null : { code: 'D02', variant: kind, data });
  };
}

/** A total that is ranked as it stands (specification, section 12). */
export const interpretTableTotal: Interpret = (cell, format) => {
  const reading = readNumber(cell, format);
  const text = cellText(cell);
  if (reading.state === 'value') return valued(reading.value, reading.value, null);
  const blank: CellNote = { code: 'D01', variant: 'total', data: { text } };
  const read = unvalued(
    reading,
    { code: 'D03', variant: 'total', data: { text } },
    { code: 'D06', variant: 'total', data: { text } },
  );
  return read.state === CellState.blank || read.state === CellState.pending ? { ...read, note: blank } : read;
};
