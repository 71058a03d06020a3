import { translate, type Locale } from '../i18n';
import { SOURCES } from '../model';
import type { Explanation, ExplanationLine } from './explanation';
import { placeOf } from './summary';
import type { Outcome } from './types';

/** Why a subject of a scheme (both indices into the result) has its score, in words of one language. */
export function explainSubject(outcome: Outcome, scheme: number, subject: number, locale: Locale): Explanation {
  const { assessment, result } = outcome;
  const scored = result.schemes[scheme]!;
  const input = assessment.schemes[scored.scheme]!;
  const { name, place } = input.subjects[subject]!;
  const t = (key: string) => translate(locale, `app.explain.${key}`);
  const line = (key: string, column: Float64Array | undefined): readonly ExplanationLine[] =>
    column && !Number.isNaN(column[subject]!) ? [{ text: t(key), value: column[subject]!.toFixed(2) }] : [];
  const grade = input.parameters.grades[scored.grade[subject]!]?.name;
  return {
    name,
    scheme: input.scheme.name,
    sections: [
      { heading: t('subject'), lines: [{ text: name, place: placeOf(assessment, place) }] },
      { heading: t('sources'), lines: SOURCES.flatMap((source) => line(source, scored.sources[source])) },
      {
        heading: t('total'),
        lines: [
          ...line('base', scored.base),
          ...line('bonus', scored.bonus),
          ...line('penalty', scored.penalty),
          ...line('total', scored.total).map((sum) => ({ ...sum, tone: 'sum' as const })),
        ],
      },
      { heading: t('grade'), lines: grade === undefined ? [] : [{ text: grade, tone: 'sum' }] },
    ],
  };
}
