import type { Attainment, DocumentBlock, SubjectKind } from '../../model';
import { Q } from '../../values';
import type { SchemeView } from '../schemeView';
import { column, paragraph, table, type Section, type TableNumbers } from './blocks';
import type { DocumentContext } from './context';
import { nameOf, percent } from './figures';
import { targetName } from './method';
import { nameList, sentences } from './words';

/** More names than this are left to the attachment. */
const MOST_NAMES = 30;
/** Branches beyond which a table of them is not read any more. */
const MOST_BRANCHES = 60;

/** 达标情况: the rate of each target against its goal, who is missing and why. */
export function attainmentSection(context: DocumentContext, numbers: TableNumbers): Section {
  const { words, source, views } = context;
  const { attainment } = source.result;
  const targets = attainment.filter(({ goal }) => goal !== null);
  const branches = attainment.filter(({ goal }) => goal === null);
  const blocks: DocumentBlock[] = targets.map((target) => paragraph('body', targetText(context, target)));
  if (targets.length > 0) {
    blocks.push(numbers.next(words('attainment.caption')).caption, goalTable(context, targets));
  }
  if (branches.length > 0) blocks.push(...memberBlocks(context, branches, numbers));
  return { heading: words('attainment.heading'), blocks: views.length === 0 ? [] : blocks };
}

function targetText(context: DocumentContext, attainment: Attainment): string {
  const { words, views, isAnonymous } = context;
  const { target, assessed, attained, rate, goal, short } = attainment;
  const data = { target: targetName(target, words), assessed, attained, rate: percent(rate), goal: percent(goal!) };
  const isShort = short !== null && short > 0;
  const head = words(isShort ? 'attainment.short' : 'attainment.reached', { ...data, short: short ?? 0 });
  const missed = views.flatMap((view) =>
    [...view.result.order]
      .filter((at) => view.result.attained[at] === 0 && isTarget(view.scheme.subjects[at]!.kind, target))
      .map((subject) => ({ view, subject })),
  );
  if (missed.length === 0) return head;
  const isNamed = !isAnonymous && missed.length <= MOST_NAMES;
  const names = nameList(
    missed.map(({ view, subject }) => nameOf(view, subject)),
    words,
  );
  const who = words(isNamed ? 'attainment.names' : 'attainment.count', { count: missed.length, names });
  return sentences([head, who, reasons(context, missed)], words);
}

function isTarget(kind: SubjectKind | null, target: string): boolean {
  const isCommittee = kind === '党委' || kind === '直属党总支';
  return target === '党委' ? isCommittee : kind === '党总支' || kind === '党支部';
}

/** Why subjects missed the standard, most frequent first: the total, a dimension, a veto. */
function reasons({ words }: DocumentContext, missed: readonly { view: SchemeView; subject: number }[]): string {
  const counts = new Map<string, { key: string; data: Record<string, string>; count: number }>();
  const add = (key: string, data: Record<string, string>): void => {
    const id = `${key}\n${Object.values(data).join('\n')}`;
    const entry = counts.get(id);
    if (entry) entry.count++;
    else counts.set(id, { key, data, count: 1 });
  };
  for (const { view, subject } of missed) {
    const { result, scheme } = view;
    const { passTotal, passDimension } = scheme.parameters;
    if (Q.compare(Q.of(result.total[subject]!), passTotal) < 0) {
      add('attainment.reason.total', { total: Q.formatRational(passTotal) });
    }
    scheme.scheme.dimensions.forEach(({ name }, dimension) => {
      const rate = result.dimensionRates[dimension]?.[subject] ?? NaN;
      if (Number.isNaN(rate) || Q.compare(Q.of(rate), passDimension) >= 0) return;
      add('attainment.reason.dimension', { name, rate: Q.formatPercent(passDimension) });
    });
    if (result.vetoes.has(subject)) add('attainment.reason.veto', {});
  }
  const list = [...counts.values()]
    .sort((a, b) => b.count - a.count)
    .map(({ key, data, count }) => words(key, { ...data, count }));
  return list.length === 0 ? '' : words('attainment.reasons', { list: nameList(list, words) });
}

function goalTable({ words }: DocumentContext, targets: readonly Attainment[]) {
  return table(
    [
      column(words('column.target'), 44, 'left'),
      ...['assessed', 'attainedCount', 'rate', 'goal', 'short'].map((key) => column(words(`column.${key}`), 20)),
    ],
    targets.map(({ target, assessed, attained, rate, goal, short }) => ({
      cells: [
        targetName(target, words),
        String(assessed),
        String(attained),
        percent(rate),
        percent(goal!),
        String(short ?? 0),
      ],
    })),
  );
}

/** Members have no goal; their rate stands for their branch, and no weak branch is named in an anonymous document. */
function memberBlocks(
  { words, isAnonymous }: DocumentContext,
  branches: readonly Attainment[],
  numbers: TableNumbers,
): DocumentBlock[] {
  const sum = (key: 'assessed' | 'attained') => branches.reduce((all, branch) => all + branch[key], 0);
  const text = words('attainment.members', {
    branches: branches.length,
    assessed: sum('assessed'),
    attained: sum('attained'),
  });
  if (isAnonymous || branches.length > MOST_BRANCHES) return [paragraph('body', text)];
  const { number, caption } = numbers.next(words('attainment.membersCaption'));
  return [
    paragraph('body', sentences([text, words('attainment.membersTable', { number })], words)),
    caption,
    table(
      [
        column(words('column.branch'), 76, 'left'),
        ...['assessed', 'attainedCount', 'rate'].map((key) => column(words(`column.${key}`), 26)),
      ],
      branches.map(({ target, assessed, attained, rate }) => ({
        cells: [target, String(assessed), String(attained), percent(rate)],
      })),
    ),
  ];
}
