import { translate, type Locale } from '../i18n';
import { explainSubject as explainScore, type ExplanationLine as ScoreLine, type IndicatorExplanation } from '../score';
import type { Explanation, ExplanationLine, ExplanationSection } from './explanation';
import { placeOf } from './summary';
import type { Outcome } from './types';

/**
 * Why a subject has its score: the way to its total, grade and rank, then every indicator of every source with its
 * cell, rule and steps. `scheme` is an index into the result, `subject` into the scheme's subjects.
 */
export function explainSubject(outcome: Outcome, scheme: number, subject: number, locale: Locale): Explanation {
  const { assessment, result } = outcome;
  const story = explainScore(assessment, result, scheme, subject, locale);
  const withPlace = (line: ScoreLine): ExplanationLine => ({
    text: line.text,
    ...(line.value === undefined ? {} : { value: line.value }),
    ...(line.place ? { place: placeOf(assessment, line.place) } : {}),
    ...(line.tone === undefined ? {} : { tone: line.tone }),
  });
  const { place } = assessment.schemes[result.schemes[scheme]!.scheme]!.subjects[subject]!;
  return {
    name: story.name,
    scheme: story.scheme,
    sections: [
      {
        heading: translate(locale, 'app.explain.subject'),
        lines: [{ text: story.name, place: placeOf(assessment, place) }],
      },
      ...story.sections.map(({ heading, value, lines }) => ({
        heading,
        ...(value === undefined ? {} : { value }),
        lines: lines.map(withPlace),
      })),
      ...indicatorSections(story.indicators, outcome, locale),
    ],
  };
}

/** One section for each source and dimension, its indicators in the order of the rules. */
function indicatorSections(
  indicators: readonly IndicatorExplanation[],
  { assessment }: Outcome,
  locale: Locale,
): ExplanationSection[] {
  const sections = new Map<string, { heading: string; lines: ExplanationLine[] }>();
  for (const indicator of indicators) {
    const key = `${indicator.source} ${indicator.dimension ?? ''}`;
    let section = sections.get(key);
    if (!section) {
      const heading = [indicator.sourceName, indicator.dimension ?? ''].filter((part) => part !== '').join(' · ');
      sections.set(key, (section = { heading, lines: [] }));
    }
    const { points, max, share } = indicator;
    const shown = points === null ? translate(locale, 'app.explain.notCounted') : `${points.toFixed(2)} / ${max}`;
    const raw = indicator.raw === '' ? translate(locale, 'app.explain.blank') : indicator.raw;
    section.lines.push({
      text: translate(locale, 'app.explain.indicator', {
        name: indicator.name,
        raw,
        rule: indicator.rule,
        steps: indicator.steps,
      }),
      value:
        share === null ? shown : translate(locale, 'app.explain.share', { points: shown, share: share.toFixed(2) }),
      ...(indicator.place ? { place: placeOf(assessment, indicator.place) } : {}),
      ...(points === null ? { tone: 'warning' as const } : {}),
    });
  }
  return [...sections.values()];
}
