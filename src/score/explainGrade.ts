import { adjustmentSentence } from '../rules';
import { Q } from '../values';
import { Outcome } from './combine';
import { fixed, type ExplainContext } from './explainContext';
import type { ExplanationLine, ExplanationSection } from './explanation';
import { applyVetoes, gradeOf } from './grades';
import { quotaLimit } from './quota';
import { STATUS_CODE } from './scoreSubjects';

/** Bands of 等次, highest first, e.g. 优秀 ≥ 90. */
export function bandsText({ input }: ExplainContext): string {
  return input.parameters.grades.map(({ name, from }) => `${name} ≥ ${Q.formatRational(from)}`).join('，');
}

/** Subjects of the same group that are ranked, in rank order: a run of the result's order. */
export function rankedPeers({ input, result, subject }: ExplainContext): number[] {
  const { group } = input.subjects[subject]!;
  const { order, rank } = result;
  const isPeer = (position: number): boolean =>
    position >= 0 && position < order.length && input.subjects[order[position]!]!.group === group;
  let from = order.indexOf(subject);
  while (isPeer(from - 1)) from--;
  const peers: number[] = [];
  for (let i = from; isPeer(i); i++) if (rank[order[i]!]! > 0) peers.push(order[i]!);
  return peers;
}

function gradeName({ input, say }: ExplainContext, grade: number): string {
  return input.parameters.grades[grade]?.name ?? say('grade.none');
}

/** The grade by the bands, then what vetoes, the quota and a person made of it. */
export function explainGrade(context: ExplainContext): ExplanationSection[] {
  const { say, input, result, subject, numbers, adjustments, locale } = context;
  if (result.status[subject]! >= STATUS_CODE.blocked) return [];
  const { parameters } = input;
  const isTable = input.tableTotals !== null;
  const total = isTable ? Q.of(result.total[subject]!) : numbers.results[Outcome.total]!;
  const judged = isTable || parameters.gradeWithBonus ? total : numbers.results[Outcome.unrewarded]!;
  const byBand = gradeOf(Q.roundToNumber(judged, 2), parameters);
  const data = { total: fixed(judged), bands: bandsText(context) };
  const lines: ExplanationLine[] = [
    {
      text: say(parameters.gradeWithBonus ? 'grade.band' : 'grade.bandWithoutBonus', data),
      value: gradeName(context, byBand),
    },
  ];
  const rules = adjustments.vetoes.map((index) => input.scheme.adjustments[index]!);
  for (const rule of rules) {
    const entry = input.adjustments.find(
      (row) => row.subject === subject && row.rule === input.scheme.adjustments.indexOf(rule),
    );
    lines.push({
      text: say('grade.veto', { rule: rule.name, sentence: adjustmentSentence(rule, locale) }),
      place: entry?.place ?? null,
      tone: 'warning',
    });
  }
  const afterVetoes = rules.length > 0 ? applyVetoes(rules, total, judged, parameters).grade : byBand;
  if (afterVetoes !== byBand) lines.push({ text: say('grade.afterVeto'), value: gradeName(context, afterVetoes) });
  lines.push(...quotaLines(context, afterVetoes), ...manualLines(context));
  const name = gradeName(context, result.grade[subject]!);
  return [{ topic: 'grade', heading: say('heading.grade'), value: name, lines }];
}

function quotaLines(context: ExplainContext, before: number): ExplanationLine[] {
  const { say, input, result, subject } = context;
  const share = input.parameters.topGradeQuota;
  if (!share || before !== 0) return [];
  const peers = rankedPeers(context).length;
  const data = {
    share: Q.formatPercent(share),
    count: peers,
    limit: quotaLimit(input, peers)!,
    grade: gradeName(context, 0),
  };
  if (result.gradeComputed[subject] === 0) return [{ text: say('grade.withinQuota', data), tone: 'note' }];
  return [
    {
      text: say('grade.beyondQuota', data),
      value: gradeName(context, result.gradeComputed[subject]!),
      tone: 'warning',
    },
  ];
}

function manualLines(context: ExplainContext): ExplanationLine[] {
  const { say, adjustments, result, subject } = context;
  if (!adjustments.manual) return [];
  const { entry, grade } = adjustments.manual;
  const data = {
    basis: entry.basis || say('grade.noBasis'),
    computed: gradeName(context, result.gradeComputed[subject]!),
  };
  return [
    {
      text: say('grade.manual', data),
      value: gradeName(context, grade),
      place: entry.grade ?? entry.points ?? entry.place,
      tone: 'warning',
    },
  ];
}
