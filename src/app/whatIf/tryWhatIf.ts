import { translate, type Locale } from '../../i18n';
import type { GradeBand, SchemeResult } from '../../model';
import { openWhatIf, type OtherRules, type WhatIf } from '../../score';
import type { Outcome } from '../types';
import { editParameters } from './editParameters';
import { editRules } from './editRules';
import type { SchemeChange, WhatIfAnswer, WhatIfProblem, WhatIfScheme } from './whatIf';

/** Kept as long as the run is: its cells are not read for each try. */
const KEPT = new WeakMap<Outcome['result'], WhatIf>();

function keptOf({ assessment, result }: Outcome): WhatIf {
  let kept = KEPT.get(result);
  if (!kept) KEPT.set(result, (kept = openWhatIf(assessment, result)));
  return kept;
}

/**
 * What would come out if some parameters and rules were others: nothing is written, the run stays as it is. Problems are
 * part of the answer; with an error nothing is computed.
 */
export function tryWhatIf(outcome: Outcome, changes: readonly SchemeChange[], locale: Locale): WhatIfAnswer {
  const { assessment, result } = outcome;
  const problems: WhatIfProblem[] = [];
  const sentences: WhatIfAnswer['sentences'][number][] = [];
  const others: OtherRules[] = [];
  for (const { scheme, parameters, rules } of changes) {
    const index = result.schemes[scheme]!.scheme;
    const input = assessment.schemes[index]!;
    const own = editParameters(input, parameters, locale);
    const edited = editRules(input.scheme, rules, locale);
    problems.push(...[...own.problems, ...edited.problems].map((problem) => ({ scheme, ...problem })));
    sentences.push(...edited.sentences.map((sentence) => ({ scheme, ...sentence })));
    if (own.parameters && edited.rules && parameters.length + rules.length > 0)
      others.push({ scheme: index, parameters: own.parameters, rules: edited.rules });
  }
  if (problems.some(({ isError }) => isError)) return { problems, sentences, result: null };

  const after = keptOf(outcome).score(others);
  const schemes: WhatIfScheme[] = [];
  result.schemes.forEach((before, scheme) => {
    const now = after.schemes.find((one) => one.scheme === before.scheme);
    if (!now) {
      const text = translate(locale, 'app.whatIf.nothingScored');
      problems.push({ scheme, field: '', isError: true, text });
    } else if (now !== before) {
      const { scheme: rules, parameters } = assessment.schemes[before.scheme]!;
      const bands = others.find((other) => other.scheme === before.scheme)?.parameters?.grades ?? parameters.grades;
      schemes.push(compareSchemes(scheme, rules.name, before, now, parameters.grades, bands));
    }
  });
  if (problems.some(({ isError }) => isError)) return { problems, sentences, result: null };
  const { attainment } = after;
  return { problems, sentences, result: { schemes, attainmentBefore: result.attainment, attainment } };
}

function countGrades(bands: readonly GradeBand[], grades: Int8Array): WhatIfScheme['grades'] {
  const counts = bands.map(() => 0);
  for (const grade of grades) if (grade >= 0) counts[grade]!++;
  return bands.map(({ name }, i) => ({ name, count: counts[i]! }));
}

function compareSchemes(
  scheme: number,
  name: string,
  before: SchemeResult,
  now: SchemeResult,
  bandsBefore: readonly GradeBand[],
  bands: readonly GradeBand[],
): WhatIfScheme {
  const { order } = now;
  const pick = <T extends Float64Array | Int32Array | Int8Array>(column: T): T =>
    (column as Float64Array).map((_, i) => column[order[i]!]!) as T;
  const gradeName = (own: readonly GradeBand[], grade: number): string => own[grade]?.name ?? '';
  const changed = { grade: 0, rank: 0, up: 0, down: 0, total: 0, attained: 0 };
  for (const i of order) {
    if (gradeName(bandsBefore, before.grade[i]!) !== gradeName(bands, now.grade[i]!)) changed.grade++;
    // NaN is no number on both sides.
    if (!Object.is(before.total[i], now.total[i])) changed.total++;
    if (before.attained[i] !== now.attained[i]) changed.attained++;
    const [from, to] = [before.rank[i]!, now.rank[i]!];
    if (from === to) continue;
    changed.rank++;
    if (to > 0 && (from === 0 || to < from)) changed.up++;
    else changed.down++;
  }
  return {
    scheme,
    name,
    changed,
    gradesBefore: countGrades(bandsBefore, before.grade),
    grades: countGrades(bands, now.grade),
    subject: order,
    rankBefore: pick(before.rank),
    rank: pick(now.rank),
    totalBefore: pick(before.total),
    total: pick(now.total),
    gradeBefore: pick(before.grade),
    grade: pick(now.grade),
    attainedBefore: pick(before.attained),
    attained: pick(now.attained),
  };
}
