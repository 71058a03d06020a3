import type { DocumentBlock, TextDocument } from '../../model';
import type { ReportSource } from '..';
import { noteOf } from '../notes';
import { rankedGroups, statusOf, type SchemeView } from '../schemeView';
import { column, paragraph, table } from './blocks';
import { openContext, type DocumentContext, type DocumentOptions } from './context';
import { lossBlocks, takenFrom } from './feedbackLosses';
import { lossesThatFit } from './feedbackRoom';
import { partTables, strengthsOf, totalTable } from './feedbackScores';
import { nameOf } from './figures';
import { lossesOf } from './losses';
import type { Debt } from './owing';
import { briefOf } from './problems';
import { dayText, schemeName } from './words';

/** Forms in one document: more would be no document that anybody prints at once. */
const MOST_FORMS = 500;
/** Things owed that one form lists. */
const MOST_DEBTS = 7;

/** One form: a subject of a scheme, or a unit that only owes something. */
interface Form {
  readonly name: string;
  /** Index into the result, and of the subject; null for a unit that no scheme scores. */
  readonly scored: { readonly view: SchemeView; readonly scheme: number; readonly subject: number } | null;
  readonly debts: readonly Debt[];
}

/**
 * 反馈单: one page for each unit with its points and place, its strengths, where it lost points by which rule, and what
 * it is to settle by when. Members get one only where nobody else was assessed: theirs is the branch's matter.
 */
export function feedback(source: ReportSource, options: DocumentOptions): TextDocument {
  const context = openContext(source, options);
  const { words, locale } = context;
  const forms = formsOf(context);
  const title = words('feedback.title', { period: periodInTitle(context) });
  const shown = forms.slice(0, MOST_FORMS);
  const cut = forms.length > shown.length ? { shown: shown.length, all: forms.length } : null;
  return {
    layout: 'form',
    language: locale,
    title,
    blocks: [
      ...shown.flatMap((form, index): DocumentBlock[] => [
        ...(index > 0 ? [{ type: 'pageBreak' as const }] : []),
        paragraph('title', title),
        ...formBlocks(context, form),
      ]),
      ...(cut ? [paragraph('note', words('feedback.cut', cut))] : []),
    ],
  };
}

function periodInTitle({ words, period }: DocumentContext): string {
  return period === '' ? '' : words('bulletin.period', { period });
}

/** Subjects in the order of the result, exempt ones left out; then units that owe something and are not scored. */
function formsOf({ views, owing }: DocumentContext): Form[] {
  const isOnlyMembers = views.every(({ scheme }) => scheme.scheme.kind === 'member');
  const debtsOf = new Map(owing.map(({ name, debts }) => [name, debts]));
  const scored = views.flatMap((view, scheme): Form[] => {
    const isMember = view.scheme.scheme.kind === 'member';
    if (isMember && !isOnlyMembers) return [];
    return [...view.result.order]
      .filter((subject) => statusOf(view, subject) !== 'exempt')
      .map((subject) => {
        const name = nameOf(view, subject);
        const branch = view.scheme.subjects[subject]!.branch ?? view.scheme.subjects[subject]!.group ?? '';
        const debts = isMember
          ? (debtsOf.get(branch) ?? []).filter(({ member }) => member === name)
          : (debtsOf.get(name) ?? []);
        return { name, scored: { view, scheme, subject }, debts };
      });
  });
  const known = new Set(scored.map(({ name }) => name));
  const others = owing.filter(
    ({ name, debts }) => !known.has(name) && !(isOnlyMembers && debts.every((debt) => debt.member)),
  );
  return [...scored, ...others.map(({ name, debts }) => ({ name, scored: null, debts }))];
}

function formBlocks(context: DocumentContext, form: Form): DocumentBlock[] {
  const { words, due, issuer, asOf } = context;
  const scored = form.scored ? scoredBlocks(context, form.scored, form.debts) : [];
  return [
    paragraph('fields', headOf(context, form)),
    ...scored,
    paragraph('heading', words('feedback.gaps')),
    ...debtBlocks(context, form.debts),
    paragraph('body', words(form.debts.length > 0 ? 'feedback.closing' : 'feedback.closingNoGaps', { due, issuer })),
    paragraph('date', words('feedback.from', { issuer, asOf })),
    paragraph('fields', words('feedback.sign')),
  ];
}

function headOf({ words, locale }: DocumentContext, { name, scored }: Form): string {
  if (!scored) return words('feedback.unitOnly', { name });
  const { scheme, subjects } = scored.view.scheme;
  const { group } = subjects[scored.subject]!;
  const who = scheme.kind === 'member' ? 'member' : 'unit';
  const data = { name, scheme: schemeName(scheme.name, locale), group: group ?? '' };
  return words(`feedback.${who}${group === null ? 'NoGroup' : ''}`, data);
}

function scoredBlocks(
  context: DocumentContext,
  { view, scheme, subject }: NonNullable<Form['scored']>,
  debts: readonly Debt[],
): DocumentBlock[] {
  const { words } = context;
  const rivals = rankedGroups(view).find(({ subjects }) => subjects.includes(subject))?.subjects ?? [];
  const place = rivals.indexOf(subject);
  const note = noteOf(view, subject, rivals[place - 1] ?? null, place < 0 ? null : (rivals[place + 1] ?? null));
  const losses = lossesOf(context, scheme, subject);
  const strengths = strengthsOf(context, view, subject, { rivals, losses });
  const tables = [totalTable(context, view, subject, rivals.length), ...partTables(context, view, subject, rivals)];
  const shown = lossesThatFit(losses?.losses ?? [], {
    rows: tables.map(({ rows }) => rows.length),
    texts: [note, strengths, takenFrom(context, view, subject)],
    debts: debts.slice(0, MOST_DEBTS).map((debt) => briefOf(debt, context.locale)),
  });
  return [
    ...tables,
    ...(note === '' ? [] : [paragraph('note', words('feedback.note', { note }))]),
    ...(strengths === '' ? [] : [paragraph('heading', words('feedback.strengths')), paragraph('body', strengths)]),
    ...lossBlocks(context, view, subject, { losses, shown }),
  ];
}

function debtBlocks({ words, locale }: DocumentContext, debts: readonly Debt[]): DocumentBlock[] {
  if (debts.length === 0) return [paragraph('body', words('feedback.noGaps'))];
  const shown = debts.slice(0, MOST_DEBTS);
  const rows = shown.map(({ finding, member }, index) => {
    const brief = briefOf({ finding }, locale);
    return {
      cells: [
        String(index + 1),
        member === null ? brief : words('reminder.member', { name: member, brief }),
        finding.deadline === null ? words('word.atOnce') : dayText(finding.deadline, words),
      ],
    };
  });
  const columns = [
    column(words('column.seq'), 12),
    column(words('column.matter'), 112, 'left'),
    column(words('column.deadline'), 44),
  ];
  const rest = debts.length - shown.length;
  return [table(columns, rows), ...(rest > 0 ? [paragraph('note', words('feedback.moreGaps', { count: rest }))] : [])];
}
