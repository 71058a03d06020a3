import type { DocumentBlock, DocumentRow, SubjectStatus } from '../../model';
import { rankedGroups, statusOf, type SchemeView } from '../schemeView';
import { column, nameWidth, paragraph, table, type Section, type TableNumbers } from './blocks';
import type { DocumentContext } from './context';
import { figuresOf, isTop, nameOf, points, type Figures } from './figures';
import { nameList, numeral, schemeName, sentences } from './words';

/** Names that a sentence can take. */
const MOST_NAMES = 8;
/** Groups beyond which a table of them is no summary any more. */
const MOST_GROUPS = 60;

/** 考核结果: how many were ranked with which grade, the range of totals, and a table of the groups. */
export function resultSection(
  context: DocumentContext,
  numbers: TableNumbers,
  attachmentOf: (view: SchemeView) => string,
): Section {
  const { words, views, locale } = context;
  return {
    heading: words('results.heading'),
    blocks: views.flatMap((view, index) => {
      const heading = { number: numeral(index, words), text: schemeName(view.scheme.scheme.name, locale) };
      return [
        ...(views.length > 1 ? [paragraph('subheading', words('number.subheading', heading))] : []),
        ...schemeBlocks(context, view, numbers, attachmentOf(view)),
      ];
    }),
  };
}

function schemeBlocks(
  context: DocumentContext,
  view: SchemeView,
  numbers: TableNumbers,
  attachment: string,
): DocumentBlock[] {
  const { words, isAnonymous, locale } = context;
  const groups = rankedGroups(view);
  const isMember = view.scheme.scheme.kind === 'member';
  // A table of branches would name the weak ones.
  const isListed = groups.length > 1 && groups.length <= MOST_GROUPS && !(isMember && isAnonymous);
  const numbered = isListed
    ? numbers.next(words('results.caption', { scheme: schemeName(view.scheme.scheme.name, locale) }))
    : null;
  const text = [
    summary(
      context,
      view,
      figuresOf(
        view,
        groups.flatMap(({ subjects }) => subjects),
      ),
    ),
    ...(['provisional', 'blocked', 'exempt'] as const).map((status) => statusSentence(context, view, status)),
    numbered ? words('results.table', { number: numbered.number }) : '',
    isMember ? words('results.members') : attachment,
  ];
  return [
    paragraph('body', sentences(text, words)),
    ...(numbered ? [numbered.caption, groupTable(context, view, groups)] : []),
  ];
}

function summary(context: DocumentContext, view: SchemeView, figures: Figures): string {
  const { words } = context;
  const { best, worst, mean, count } = figures;
  const measure = measureOf(context, view);
  if (count === 0) return words('results.none');
  const grades = view.scheme.parameters.grades.flatMap(({ name }, grade) =>
    figures.grades[grade]! > 0 ? [words('word.counted', { name, count: figures.grades[grade]!, measure })] : [],
  );
  const counts = words('results.grades', { count, measure, grades: nameList(grades, words) });
  if (mean === null) return counts;
  const range = words('results.range', {
    mean: points(mean),
    high: points(view.result.total[best[0]!]!),
    low: points(view.result.total[worst[0]!]!),
    highest: named(context, view, best, true),
    lowest: named(context, view, worst, false),
  });
  return sentences([counts, range], words);
}

/** Names in brackets where they may be told: members never, in anonymous documents only those who did well. */
function named(context: DocumentContext, view: SchemeView, subjects: readonly number[], isPraise: boolean): string {
  const { words, isAnonymous } = context;
  if (view.scheme.scheme.kind === 'member' || subjects.length === 0 || subjects.length > MOST_NAMES) return '';
  if (isAnonymous && !(isPraise && subjects.every((at) => isTop(view, at)))) return '';
  const names = subjects.map((at) => nameOf(view, at));
  return words('word.named', { names: nameList(names, words) });
}

/** The measure word: 个 for organizations, 名 for people. */
function measureOf({ words }: DocumentContext, { scheme }: SchemeView): string {
  return words(scheme.scheme.kind === 'member' ? 'measure.member' : 'measure.unit');
}

function statusSentence(context: DocumentContext, view: SchemeView, status: SubjectStatus): string {
  const subjects = [...view.result.order].filter((at) => statusOf(view, at) === status);
  if (subjects.length === 0) return '';
  return context.words(`results.${status}`, {
    count: subjects.length,
    measure: measureOf(context, view),
    names: named(context, view, subjects, false),
  });
}

function groupTable(context: DocumentContext, view: SchemeView, groups: ReturnType<typeof rankedGroups>) {
  const { words } = context;
  const { grades } = view.scheme.parameters;
  const everybody = groups.flatMap(({ subjects }) => subjects);
  const row = (name: string, subjects: readonly number[]): DocumentRow => {
    const figures = figuresOf(view, subjects);
    const extreme = (of: readonly number[]) => (of.length === 0 ? '—' : points(view.result.total[of[0]!]!));
    return {
      cells: [
        name,
        String(figures.count),
        ...figures.grades.map(String),
        figures.mean === null ? '—' : points(figures.mean),
        extreme(figures.best),
        extreme(figures.worst),
      ],
    };
  };
  return table(
    [
      column(
        words(view.scheme.scheme.kind === 'member' ? 'column.branch' : 'column.group'),
        nameWidth(groups.map(({ group }) => group ?? '')),
        'left',
      ),
      column(words('column.ranked'), 11),
      ...grades.map(({ name }) => column(name, 11)),
      ...['mean', 'highest', 'lowest'].map((key) => column(words(`column.${key}`), 13)),
    ],
    [
      ...groups.map(({ group, subjects }) => row(group ?? words('word.noGroup'), subjects)),
      row(words('word.all'), everybody),
    ],
  );
}
