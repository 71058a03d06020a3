import type { Finding, Rational, SourceCode, VetoEffect } from '../model';
import { vetoGrade } from '../score/grades';
import { Q } from '../values';
import { keyOf, statusOf, type SchemeView } from './schemeView';

/** Codes of findings that make a subject's score provisional because a value is unknown. */
const UNKNOWN_VALUE = new Set(['D01', 'D03', 'D06']);

/**
 * 备注 of a subject in the ranking: why it has no place, why its score is provisional, vetoes, a grade entered by a
 * person, and how a tie was decided. `before` is the subject ranked before it in its group.
 */
export function noteOf(view: SchemeView, subject: number, before: number | null, after: number | null): string {
  const { texts, result, scheme } = view;
  const status = statusOf(view, subject);
  if (status === 'exempt') return texts('note.exempt');
  const found = view.findings.get(keyOf(view, subject)) ?? [];
  const notes: string[] = [];
  if (status !== 'scored') notes.push(incompleteNote(view, subject, found, status === 'blocked'));
  for (const rule of result.vetoes.get(subject) ?? []) {
    const { id, name, effect } = scheme.scheme.adjustments[rule]!;
    notes.push(texts('note.veto', { id, name, effect: effectText(view, effect) }));
  }
  const zero = missingSources(view, subject).filter((source) => scheme.parameters.missing[source] === 'zero');
  if (status === 'scored' && zero.length > 0) notes.push(texts('note.zero', { sources: listed(view, zero) }));
  const entered = result.grade[subject]!;
  const computed = result.gradeComputed[subject]!;
  const hasT = (code: string) => found.some((finding) => finding.code === code);
  if (hasT('T03') || entered !== computed) {
    const grade = scheme.parameters.grades[computed]?.name;
    notes.push(grade ? texts('note.entered', { grade }) : texts('note.enteredOnly'));
  }
  if (hasT('T02')) notes.push(texts('note.quota'));
  else if (isBeyondQuota(view, subject))
    notes.push(texts('note.quotaFull', { grade: scheme.parameters.grades[0]!.name }));
  if (hasT('T01')) notes.push(texts('note.flagTie'));
  if (status !== 'blocked') {
    notes.push(...shortfalls(view, subject));
    const tie = tieNote(view, subject, before, after);
    if (tie !== '') notes.push(tie);
  }
  return notes.join(texts('word.semicolon'));
}

function incompleteNote(view: SchemeView, subject: number, found: readonly Finding[], isBlocked: boolean): string {
  const { texts } = view;
  const missing = missingSources(view, subject);
  if (missing.length > 0) {
    return texts(isBlocked ? 'note.blocked' : 'note.provisionalSource', { sources: listed(view, missing) });
  }
  if (isBlocked) return texts('note.noTotal');
  const count = found.filter(({ code }) => UNKNOWN_VALUE.has(code)).length;
  return count > 0 ? texts('note.provisionalValues', { count }) : texts('note.provisional');
}

function missingSources({ result, inPlay }: SchemeView, subject: number): SourceCode[] {
  return inPlay.filter((source) => Number.isNaN(result.sources[source]![subject]!));
}

function listed({ texts }: SchemeView, sources: readonly SourceCode[]): string {
  return sources.map((source) => texts(`source.${source}`)).join(texts('word.comma'));
}

/** What a veto did to the grade, in a few words. */
export function effectText({ texts, scheme: { parameters } }: SchemeView, effect: VetoEffect | null): string {
  if (!effect) return '';
  if (effect.type === 'drop') return texts('note.veto.drop', { bands: effect.bands });
  const grade = parameters.grades[vetoGrade(effect.grade, parameters)]?.name ?? effect.grade;
  return texts(`note.veto.${effect.type}`, { grade });
}

/** Why 达标 is 否, line by line; nothing where a veto already says it. */
function shortfalls({ texts, result, scheme: { scheme, parameters } }: SchemeView, subject: number): string[] {
  if (result.attained[subject] !== 0 || result.vetoes.has(subject)) return [];
  const below: string[] = [];
  scheme.dimensions.forEach(({ name }, d) => {
    const rate = result.dimensionRates[d]![subject]!;
    if (Number.isNaN(rate) || reaches(rate, parameters.passDimension)) return;
    below.push(texts('note.rate', { name, rate: Q.formatPercent(Q.of(rate)) }));
  });
  const lines: string[] = [];
  if (below.length > 0) {
    const rates = below.join(texts('word.comma'));
    lines.push(texts('note.shortDimension', { rates, line: Q.formatPercent(parameters.passDimension) }));
  }
  if (!reaches(result.total[subject]!, parameters.passTotal)) {
    lines.push(texts('note.shortTotal', { line: Q.formatRational(parameters.passTotal) }));
  }
  return lines.length === 0 ? [] : [texts('note.notAttained', { lines: lines.join(texts('note.and')) })];
}

/** Whether a number reaches a bound; exact only where the two are so close that it matters. */
function reaches(value: number, bound: Rational): boolean {
  const apart = value - Q.toNumber(bound);
  return Math.abs(apart) > 1e-6 ? apart > 0 : Q.compare(Q.of(value), bound) >= 0;
}

/** Equal totals beside each other: the same place, or the keys of 同分排序 decided. */
function tieNote(view: SchemeView, subject: number, before: number | null, after: number | null): string {
  const { texts, result, scheme } = view;
  const isTied = (other: number | null): other is number =>
    other !== null && result.total[other] === result.total[subject] && result.grade[other] === result.grade[subject];
  const tied = [before, after].filter(isTied);
  if (tied.length === 0) return '';
  if (tied.some((other) => result.rank[other] === result.rank[subject])) return texts('note.shared');
  const keys = scheme.parameters.tieBreak.join(texts('word.comma'));
  return keys === '' ? '' : texts('note.tieDecided', { keys });
}

/** True when the total reaches the top grade, nothing else stands in its way, and 优秀比例上限 is set. */
function isBeyondQuota({ result, scheme }: SchemeView, subject: number): boolean {
  const { topGradeQuota, grades, gradeWithBonus } = scheme.parameters;
  const total = result.total[subject]!;
  if (!topGradeQuota || !gradeWithBonus || !grades[0] || Number.isNaN(total)) return false;
  if (result.gradeComputed[subject] === 0 || result.vetoes.has(subject)) return false;
  return reaches(total, grades[0].from);
}
