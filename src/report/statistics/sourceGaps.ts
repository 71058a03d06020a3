import type { CellStyle, OutValue } from '../../model';
import { LOOKS } from '../looks';
import { gradeName, type SchemeView } from '../schemeView';
import { gap, orDash, writeTable } from './grid';
import { difference } from './numbers';
import type { SchemePart } from './scheme';

/** Subjects that are listed. */
const MOST_GAPS = 10;

interface Apart {
  readonly subject: number;
  readonly own: number;
  readonly other: number;
  /** 自评 less 上级考核. */
  readonly by: number;
}

/** Where 自评 and 上级考核 lie furthest apart, with both scores, their difference and what became of the subject. */
export function sourceGapTable({ sheet, view, heading }: SchemePart): void {
  const listed = furthestApart(view);
  if (listed.length === 0) return;
  const { texts, scheme, result } = view;
  const { peer } = result.sources;
  const columns: { text: string; look: CellStyle; value: (line: Apart) => OutValue }[] = [
    { text: texts('source.self'), look: LOOKS.points, value: ({ own }) => own },
    { text: texts('source.superior'), look: LOOKS.points, value: ({ other }) => other },
    { text: texts('column.apart'), look: LOOKS.signedStrong, value: ({ by }) => by },
    ...(peer
      ? [{ text: texts('source.peer'), look: LOOKS.points, value: ({ subject }: Apart) => number(peer[subject]!) }]
      : []),
    { text: texts('column.total'), look: LOOKS.points, value: ({ subject }) => number(result.total[subject]!) },
    { text: texts('column.grade'), look: LOOKS.center, value: ({ subject }) => gradeName(view, subject) ?? '—' },
  ];
  gap(sheet);
  writeTable(sheet, {
    heading: heading('sourceGaps', { count: listed.length }),
    header: [
      texts(scheme.scheme.kind === 'member' ? 'column.member' : 'column.unit'),
      ...columns.map(({ text }) => text),
    ],
    rows: listed.map((line) => [nameOf(view, line.subject), ...columns.map(({ value }) => value(line))]),
    looks: [LOOKS.text, ...columns.map(({ look }) => look)],
  });
}

function furthestApart({ result }: SchemeView): Apart[] {
  const { self, superior } = result.sources;
  if (!self || !superior) return [];
  const furthest: Apart[] = [];
  for (const subject of result.order) {
    const [own, other] = [self[subject]!, superior[subject]!];
    if (Number.isNaN(own) || Number.isNaN(other) || own === other) continue;
    const by = difference(own, other);
    if (furthest.length === MOST_GAPS && Math.abs(by) <= Math.abs(furthest.at(-1)!.by)) continue;
    // Of equal ones the first in the order of the result stays before the others.
    const place = furthest.findIndex((line) => Math.abs(line.by) < Math.abs(by));
    furthest.splice(place < 0 ? furthest.length : place, 0, { subject, own, other, by });
    if (furthest.length > MOST_GAPS) furthest.pop();
  }
  return furthest;
}

/** Name of a subject; of a member with the branch, for members may have the same name. */
function nameOf({ texts, scheme }: SchemeView, subject: number): string {
  const { name, group } = scheme.subjects[subject]!;
  return scheme.scheme.kind === 'member' && group !== null ? texts('statistics.memberOf', { name, group }) : name;
}

function number(value: number): OutValue {
  return orDash(Number.isNaN(value) ? null : value);
}
