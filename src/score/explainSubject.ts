import type { Assessment, Result } from '../model';
import type { Locale } from '../i18n';
import { explainAttainment } from './explainAttainment';
import { fixed, openContext, type ExplainContext } from './explainContext';
import { explainGrade } from './explainGrade';
import { explainIndicators } from './explainIndicators';
import type { ExplanationSection, SubjectExplanation } from './explanation';
import { explainAward, explainRank } from './explainRank';
import { explainDimensions, explainSources } from './explainSources';
import { explainTotal } from './explainTotal';
import { cellOf } from './distinctCells';
import { STATUS_CODE } from './scoreSubjects';

/** The total of a table that is ranked as it stands: the cell itself. */
function explainTableTotal({ input, result, subject, say }: ExplainContext): ExplanationSection[] {
  const total = result.total[subject]!;
  const place = cellOf(input.tableTotals!, subject);
  const heading = say('heading.total');
  if (Number.isNaN(total))
    return [{ topic: 'total', heading, lines: [{ text: say('total.blocked'), place, tone: 'warning' }] }];
  return [
    {
      topic: 'total',
      heading,
      value: fixed(total),
      lines: [
        { text: say('total.table'), value: fixed(total), place, tone: 'sum' },
        ...(input.pendingParts?.[subject] ? [{ text: say('total.pendingPart'), tone: 'warning' as const }] : []),
      ],
    },
  ];
}

/** All that is to be said in sentences, from the sources to the award. */
export function explainSections(context: ExplainContext): ExplanationSection[] {
  const { input, result, subject, say } = context;
  if (result.status[subject] === STATUS_CODE.exempt) {
    const lines = [{ text: say('total.exempt'), place: input.subjects[subject]!.place, tone: 'note' as const }];
    return [{ topic: 'total', heading: say('heading.total'), lines }];
  }
  const isTable = input.tableTotals !== null;
  return [
    ...(isTable
      ? explainTableTotal(context)
      : [...explainSources(context), ...explainDimensions(context), ...explainTotal(context)]),
    ...explainGrade(context),
    ...explainRank(context),
    ...explainAttainment(context),
    ...explainAward(context),
  ];
}

/**
 * Why a subject has its points, total, grade, rank, certification and award, in one language; built when someone asks,
 * from the cells of this subject alone. `scheme` is an index into `Result.schemes`, `subject` into its subjects.
 * @example explainSubject(assessment, result, 0, 4, "zh-CN").sections[0]?.heading // "各来源得分"
 */
export function explainSubject(
  assessment: Assessment,
  result: Result,
  scheme: number,
  subject: number,
  locale: Locale,
): SubjectExplanation {
  const scored = result.schemes[scheme]!;
  const context = openContext(assessment, result.schemes, scheme, subject, locale);
  const { input } = context;
  return {
    subject,
    name: input.subjects[subject]!.name,
    scheme: input.scheme.name,
    indicators: scored.status[subject] === STATUS_CODE.exempt ? [] : explainIndicators(context),
    sections: explainSections(context),
  };
}
