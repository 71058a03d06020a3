import type { CellRef, Rational } from '../model';
import { Q } from '../values';
import { registersOf, unitRows, type Context, type Unit, type UnitRow } from './context';
import { evidenceOf, isMissing } from './facts';
import { countOf, shareOf, valueOf } from './reading';
import { branches, committees, isBranch, isCommittee, missingUnits } from './roster';
import { judged, type Judgement, type Verdict } from './judgement';
import { say } from './say';
import { written } from './words';

/** Responsibility letters (责任书): between the group and its 党委 (G06), and from these down to the branches (G07). */
export function bondDuties(context: Context): Judgement[] {
  const registers = registersOf(context, 'bonds');
  if (registers.length === 0) return [];
  const rows = unitRows(context, registers);
  const owed = committees(context);
  if (rows.some(({ unit }) => isBranch(unit))) owed.push(...branches(context));
  return [
    ...rows.flatMap((row) => [
      ...judged(dutyOf(row.unit), row.unit, letterVerdict(context, row)),
      ...judged('G07', row.unit, rateVerdict(context, row)),
    ]),
    ...missingUnits(owed, rows, registers[0]!, { dutyOf, field: 'signed' }),
  ];
}

function dutyOf(unit: Unit): 'G06' | 'G07' {
  return isCommittee(unit) ? 'G06' : 'G07';
}

/** One letter, one row: signed or not. */
function letterVerdict(context: Context, row: UnitRow): Verdict {
  const evidence = evidenceOf(context, [row], ['signed', 'signedDate']);
  if (!evidence || evidence.fact === 'notApplicable') return 'none';
  if (!isMissing(evidence)) return 'met';
  const { place, fact } = evidence;
  const data = { written: written(valueOf(context, place)) };
  return say({ code: dutyOf(row.unit), variant: fact === 'no' ? 'no' : 'blank', about: row.unit, place, data });
}

/** The rate form: 应签数, 已签数, 签订率 of a unit with its branches, or all in one cell (已签18份，应签20份). */
function rateVerdict(context: Context, row: UnitRow): Verdict {
  const { due, done, rate, signed } = row.row.cells;
  const place = done ?? rate;
  if (!place) return shareVerdict(row, shareOf(context, signed, 'quotient'), signed);
  const owed = countOf(context, due);
  const have = countOf(context, done);
  if (have === 'notApplicable' || owed === 'notApplicable') return 'none';
  if (have !== null && owed !== null) {
    const data = { due: owed, done: have, short: owed - have };
    const short = owed - have;
    return short <= 0
      ? 'met'
      : say({ code: 'G07', variant: 'rate', about: row.unit, place, data, owed: Math.max(1, Math.ceil(short)) });
  }
  const share = shareOf(context, rate, 'rate');
  if (share === 'notApplicable') return 'none';
  if (share !== null) return shareVerdict(row, share, rate);
  return say({ code: 'G07', variant: 'rateBlank', about: row.unit, place });
}

function shareVerdict(row: UnitRow, share: Rational | 'notApplicable' | null, place?: CellRef): Verdict {
  if (!place || share === null || share === 'notApplicable') return 'none';
  if (Q.compare(share, Q.ONE) >= 0) return 'met';
  return say({ code: 'G07', variant: 'share', about: row.unit, place, data: { rate: Q.formatPercent(share) } });
}
