import type { DocumentBlock } from '../../model';
import { Q } from '../../values';
import type { SchemeView } from '../schemeView';
import { column, paragraph, table } from './blocks';
import type { DocumentContext } from './context';
import { points } from './figures';
import type { SourceLosses } from './losses';
import { nameList } from './words';

/** Where the unit lost points: the worst indicators with the reason, the rest as a sum; penalties and vetoes. */
export function lossBlocks(
  context: DocumentContext,
  view: SchemeView,
  subject: number,
  { losses, shown }: { losses: SourceLosses | null; shown: number },
): DocumentBlock[] {
  const { words } = context;
  const taken = takenFrom(context, view, subject);
  if (!losses && taken === '') return [];
  const blocks: DocumentBlock[] = [paragraph('heading', words('feedback.losses'))];
  if (losses) {
    const value = view.result.sources[losses.source]![subject]!;
    const data = { source: losses.sourceName, points: Number.isNaN(value) ? '—' : points(value) };
    if (losses.losses.length === 0) blocks.push(paragraph('body', words('feedback.noLosses', data)));
    else
      blocks.push(
        paragraph('caption', words('feedback.lossSource', data)),
        lossTable(context, losses.losses.slice(0, shown)),
      );
    const rest = losses.losses.slice(shown);
    if (rest.length > 0) {
      const sum = Q.sum(rest.map(({ lost }) => Q.of(lost)));
      const more = { count: rest.length, points: points(Q.roundToNumber(sum, 2)) };
      blocks.push(paragraph('note', words('feedback.moreLosses', more)));
    }
  }
  return taken === '' ? blocks : [...blocks, paragraph('body', taken)];
}

function lossTable({ words }: DocumentContext, losses: SourceLosses['losses']) {
  return table(
    [
      column(words('column.indicator'), 48, 'left'),
      column(words('column.max'), 14),
      column(words('column.points'), 14),
      column(words('column.lost'), 14),
      column(words('column.reason'), 78, 'left'),
    ],
    losses.map(({ name, max, points: given, lost, reason }) => ({
      cells: [name, String(max), String(given), String(lost), reason],
    })),
  );
}

/** Penalties and vetoes that applied. */
export function takenFrom({ words }: DocumentContext, view: SchemeView, subject: number): string {
  const { result, scheme } = view;
  const penalty = result.penalty[subject]!;
  const rules = scheme.adjustments
    .filter((entry) => entry.subject === subject && entry.rule !== 'grade')
    .map((entry) => scheme.scheme.adjustments[entry.rule as number]!);
  const penalties = [...new Set(rules.filter(({ type }) => type === 'penalty').map(({ name }) => name))];
  const vetoes = (result.vetoes.get(subject) ?? []).map((rule) => scheme.scheme.adjustments[rule]!.name);
  const list = [
    ...(penalty > 0
      ? [words('feedback.penalty', { name: nameList(penalties, words), points: points(penalty) }).trim()]
      : []),
    ...vetoes.map((name) => words('feedback.veto', { name })),
  ];
  return list.length === 0 ? '' : words('feedback.penalties', { list: list.join(words('word.semicolon')) });
}
