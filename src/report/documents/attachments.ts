import { AWARDS, type DocumentBlock, type DocumentColumn, type DocumentRow } from '../../model';
import { noteOf } from '../notes';
import { rankedGroups, unranked, type SchemeView } from '../schemeView';
import { column, nameWidth, paragraph, table } from './blocks';
import type { DocumentContext } from './context';
import { isTop, nameOf, points, shownGrade } from './figures';
import { briefOf } from './problems';
import { dayText, schemeName } from './words';

/** Ranked subjects of a scheme up to which all are listed, and how many of each group are beyond that. */
const MOST_LISTED = 600;
const LISTED_OF_GROUP = 20;

/** Millimetres that names and notes share. */
const NAMES_AND_NOTES = 102;

/** What is attached to a document; each begins a page. */
export interface Attachment {
  readonly name: string;
  readonly blocks: readonly DocumentBlock[];
}

/**
 * Places and totals of a scheme, group by group; null for members, whose results are no public matter, and for a
 * scheme without a rank. An anonymous document lists only those with the top grade.
 */
export function rankingAttachment(context: DocumentContext, view: SchemeView): Attachment | null {
  const { words, isAnonymous, locale, period } = context;
  const { scheme, parameters } = view.scheme;
  if (scheme.kind === 'member' || !view.result.rank.some((rank) => rank > 0)) return null;
  const data = { scheme: schemeName(scheme.name, locale), period: inTitle(context), grade: '' };
  // A name that tells the period or the assessment itself is not told twice.
  const isTable =
    scheme.kind === 'table' || scheme.name.endsWith('考核') || (period !== '' && scheme.name.includes(period));
  if (isAnonymous) {
    const rows = rankingRows(context, view, (at) => isTop(view, at));
    if (rows.length === 0) return null;
    const name = words('attachment.rankingTop', { ...data, grade: parameters.grades[0]?.name ?? '' });
    return { name, blocks: [table(columnsOf(context, view), rows)] };
  }
  const count = rankedGroups(view).reduce((sum, { subjects }) => sum + subjects.length, 0);
  const isCut = count > MOST_LISTED;
  const rows = rankingRows(context, view, (_, place) => !isCut || place < LISTED_OF_GROUP);
  const name = words(isTable ? 'attachment.rankingTable' : 'attachment.ranking', data);
  const cut = isCut ? [paragraph('note', words('attachment.cut', { count: LISTED_OF_GROUP }))] : [];
  return { name, blocks: [table(columnsOf(context, view), [...rows, ...restRows(context, view)]), ...cut] };
}

/** The period as a title has it. */
function inTitle({ words, period }: DocumentContext): string {
  return period === '' ? '' : words('bulletin.period', { period });
}

function columnsOf({ words, isAnonymous }: DocumentContext, view: SchemeView): DocumentColumn[] {
  const isJudged = view.result.attained.some((value) => value >= 0);
  const unit = nameWidth(view.scheme.subjects.map(({ name }) => name));
  return [
    column(words('column.rank'), 11),
    column(words('column.unit'), unit, 'left'),
    column(words('column.total'), 16),
    column(words('column.grade'), 16),
    ...(isJudged && !isAnonymous ? [column(words('column.attained'), 13)] : []),
    column(words('column.note'), NAMES_AND_NOTES - unit, 'left'),
  ];
}

/** Rows of the groups, each under its name where there are several. */
function rankingRows(
  context: DocumentContext,
  view: SchemeView,
  isListed: (subject: number, place: number) => boolean,
): DocumentRow[] {
  const { words } = context;
  const groups = rankedGroups(view);
  return groups.flatMap(({ group, subjects }): DocumentRow[] => {
    const rows = subjects.flatMap((subject, place): DocumentRow[] => {
      if (!isListed(subject, place)) return [];
      const around = [subjects[place - 1] ?? null, subjects[place + 1] ?? null] as const;
      return [row(context, view, subject, around)];
    });
    if (groups.length < 2 || rows.length === 0) return rows;
    const name = group ?? words('word.noGroup');
    const count = context.isAnonymous ? rows.length : subjects.length;
    return [{ band: words('attachment.band', { group: name, count }) }, ...rows];
  });
}

function restRows(context: DocumentContext, view: SchemeView): DocumentRow[] {
  const rest = unranked(view);
  if (rest.length === 0) return [];
  return [
    { band: context.words('attachment.unranked', { count: rest.length }) },
    ...rest.map((subject) => row(context, view, subject, [null, null])),
  ];
}

function row(
  { isAnonymous }: DocumentContext,
  view: SchemeView,
  subject: number,
  [before, after]: readonly [number | null, number | null],
): DocumentRow {
  const { result, texts } = view;
  const total = result.total[subject]!;
  const awards = ['', texts('award.flag'), texts('award.decide')];
  const award = AWARDS[result.award[subject]!] ? awards[result.award[subject]!]! : '';
  const isJudged = result.attained.some((value) => value >= 0);
  const attained = [texts('word.no'), texts('word.yes')][result.attained[subject]!] ?? '—';
  // A note may tell what is missing: not in a list that praises.
  const notes = isAnonymous ? [award] : [award, noteOf(view, subject, before, after)];
  return {
    cells: [
      result.rank[subject] ? String(result.rank[subject]) : '—',
      nameOf(view, subject),
      Number.isNaN(total) ? '—' : points(total),
      shownGrade(view, subject),
      ...(isJudged && !isAnonymous ? [attained] : []),
      notes.filter((note) => note !== '').join(texts('word.semicolon')),
    ],
  };
}

/** Who owes what since when, unit by unit; null where nobody owes anything or nobody is to be named. */
export function owedAttachment(context: DocumentContext): Attachment | null {
  const { words, owing, isAnonymous, locale, due } = context;
  if (isAnonymous || owing.length === 0) return null;
  const rows = owing.flatMap(({ name, debts }, index) =>
    debts.map(({ finding, member }): DocumentRow => {
      const brief = briefOf({ finding }, locale);
      return {
        cells: [
          String(index + 1),
          name,
          member === null ? brief : words('reminder.member', { name: member, brief }),
          finding.deadline === null ? words('word.atOnce') : dayText(finding.deadline, words),
        ],
      };
    }),
  );
  const columns = [
    { ...column(words('column.seq'), 11), merged: true },
    { ...column(words('column.unit'), 46, 'left'), merged: true },
    column(words('column.matter'), 61, 'left'),
    column(words('column.deadline'), 39),
  ];
  return {
    name: words('attachment.owed'),
    blocks: [paragraph('note', words('attachment.owedNote', { due })), table(columns, rows)],
  };
}
