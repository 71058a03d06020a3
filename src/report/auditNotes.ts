import type { VetoEffect } from '../model';
import { Q } from '../values';
import type { AuditLine } from './auditLines';
import { effectText } from './notes';
import { keyOf, rankedGroups, statusOf, type SchemeView } from './schemeView';
import type { Texts } from './texts';

/** 备注 of each subject: what is missing, and which numbers of its row no formula gives, and why. */
export function auditNotes(view: SchemeView, lines: ReadonlyMap<number, AuditLine>): Map<number, string> {
  const tied = tieNotes(view);
  const notes = new Map<number, string>();
  for (const [subject, line] of lines) {
    const parts = [missing(view, line), ...decisions(view, line), tied.get(subject) ?? '', ...numbers(view, line)];
    notes.set(subject, parts.filter((part) => part !== '').join(view.texts('word.semicolon')));
  }
  return notes;
}

/** Why there is no total, or why it is provisional. */
function missing(view: SchemeView, { subject, scores }: AuditLine): string {
  const { texts, inPlay } = view;
  const status = statusOf(view, subject);
  if (status === 'exempt') return texts('note.exempt');
  const named = (kind: 'missing' | 'zero') =>
    inPlay
      .filter((code) => scores.get(code)?.origin.kind === kind)
      .map((code) => texts(`source.${code}`))
      .join(texts('word.comma'));
  const [lacking, zero] = [named('missing'), named('zero')];
  if (status === 'blocked') return lacking === '' ? texts('note.noTotal') : texts('note.blocked', { sources: lacking });
  const parts = [
    lacking === '' ? '' : texts('audit.rescaled', { sources: lacking }),
    zero === '' ? '' : texts('note.zero', { sources: zero }),
    status === 'provisional' && lacking === '' ? texts('note.provisional') : '',
  ];
  return parts.filter((part) => part !== '').join(texts('word.semicolon'));
}

/** Vetoes with what they do, 优秀比例上限, a grade entered by a person. */
function decisions(view: SchemeView, { subject, given, byBand }: AuditLine): string[] {
  const { texts, scheme, result } = view;
  const { grades } = scheme.parameters;
  const notes = (result.vetoes.get(subject) ?? []).map((rule) => {
    const { id, name, effect } = scheme.scheme.adjustments[rule]!;
    return texts('note.veto', { id, name, effect: effectText(view, effect) + reductionText(texts, effect) });
  });
  const computed = result.gradeComputed[subject]!;
  if (result.grade[subject] !== computed) notes.push(texts('note.entered', { grade: grades[computed]?.name ?? '—' }));
  const found = view.findings.get(keyOf(view, subject)) ?? [];
  if (found.some(({ code }) => code === 'T02')) notes.push(texts('note.quota'));
  else if (given.has('grade') && notes.length === 0 && byBand === 0) {
    notes.push(texts('note.quotaFull', { grade: grades[0]!.name }));
  }
  return notes;
}

/** What a veto takes off the total besides lowering the grade. */
function reductionText(texts: Texts, effect: VetoEffect | null): string {
  if (effect?.type !== 'drop') return '';
  const points = effect.penalty.n > 0n ? texts('audit.penalty', { points: Q.formatRational(effect.penalty) }) : '';
  return points + (effect.holdBelow ? texts('audit.hold') : '');
}

/** How equal totals of the same grade were told apart. */
function tieNotes({ texts, scheme, result, ...view }: SchemeView): Map<number, string> {
  const notes = new Map<number, string>();
  const keys = scheme.parameters.tieBreak.join(texts('word.comma'));
  for (const { subjects } of rankedGroups({ texts, scheme, result, ...view })) {
    subjects.forEach((subject, i) => {
      const isEqual = (other: number | undefined): other is number =>
        other !== undefined &&
        result.total[other] === result.total[subject] &&
        result.grade[other] === result.grade[subject];
      const equal = [subjects[i - 1], subjects[i + 1]].filter(isEqual);
      if (equal.length === 0) return;
      if (equal.some((other) => result.rank[other] === result.rank[subject])) notes.set(subject, texts('note.shared'));
      else if (keys !== '') notes.set(subject, texts('note.tieDecided', { keys }));
    });
  }
  return notes;
}

/** Numbers that are written because a formula of doubles would not give them. */
function numbers({ texts }: SchemeView, { given }: AuditLine): string[] {
  return (['total', 'rank'] as const).filter((key) => given.has(key)).map((key) => texts(`audit.given.${key}`));
}
