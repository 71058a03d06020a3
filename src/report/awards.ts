import type { Locale } from '../i18n';
import { AWARDS, type Assessment, type OutValue, type ResultSheet } from '../model';
import { flagsDue } from '../score/awards';
import { Q } from '../values';
import { COLORS, LOOKS, rowHeight } from './looks';
import { signatureLines } from './rankingFoot';
import { gradeName, keyOf, rankedGroups, statusOf, type SchemeView } from './schemeView';
import { a4, SheetBuilder } from './sheetBuilder';
import { lineCount } from './textWidth';
import type { Texts } from './texts';

/** Group, place or dimension, unit, points, grade or full mark, remark. */
const WIDTHS = [24, 16, 36, 9, 9, 28];
const HEADERS = {
  flags: ['group', 'rank', 'unit', 'total', 'grade', 'note'],
  best: ['group', 'dimension', 'unit', 'points', 'max', 'note'],
  undecided: ['group', 'rank', 'unit', 'total', 'grade', 'reason'],
} as const;
/** Groups beyond which the best of each would be no distinction any more: then the best of all are listed. */
const MOST_GROUPS = 60;
/** Names of one line; where more are equally good their number says enough. */
const MOST_TIED = 10;
const FLAG = AWARDS.indexOf('流动红旗');
/** Findings of places and grades that people have to decide. */
const UNDECIDED = new Set(['T01', 'T02']);

type Row = readonly OutValue[];
type Part = keyof typeof HEADERS;

/** 表彰名单: flags, the best of each dimension, and apart from them what has to be decided; null when there is nothing. */
export function awardSheet(
  views: readonly SchemeView[],
  { texts, locale, assessment }: { texts: Texts; locale: Locale; assessment: Assessment },
  name: string,
): ResultSheet | null {
  const schemes = views
    .map((view) => ({ view, parts: partsOf(view, locale) }))
    .filter(({ parts }) => parts.some(({ rows }) => rows.length > 0));
  if (schemes.length === 0) return null;
  const sheet = new SheetBuilder(name, 'awards', WIDTHS);
  const period = assessment.period?.text ?? '';
  sheet.head(texts('awards.title', { period }).trim(), texts('awards.subtitle', { asOf: assessment.asOf }));
  const numerals = texts('word.numerals').split(',');
  schemes.forEach(({ view, parts }, index) => {
    const data = { number: numerals[index] ?? String(index + 1), scheme: view.scheme.scheme.name };
    sheet.line(texts('awards.scheme', data), LOOKS.heading, 30);
    parts.forEach(({ part, rows }, at) => {
      const number = numerals[at] ?? String(at + 1);
      sheet.line(texts(`awards.${part}`, { number, count: rows.length }), LOOKS.subheading, 24);
      table(sheet, view, part, rows);
    });
  });
  signatureLines(sheet, texts);
  const area = { top: 0, left: 0, bottom: sheet.row - 1, right: WIDTHS.length - 1 };
  return sheet.build({
    print: sheet.paged(a4('portrait', texts('print.footer'), undefined, area)),
    tabColor: COLORS.tab.ranking,
  });
}

/** Flags also where nobody gets one; the other parts only where they have rows. */
function partsOf(view: SchemeView, locale: Locale): { part: Part; rows: Row[] }[] {
  const flags = flagRows(view);
  const best = bestRows(view);
  const undecided = undecidedRows(view, locale);
  return [
    ...(flagsDue(view.assessment, view.scheme) > 0 || flags.length > 0
      ? [{ part: 'flags' as const, rows: flags }]
      : []),
    ...(best.length > 0 ? [{ part: 'best' as const, rows: best }] : []),
    ...(undecided.length > 0 ? [{ part: 'undecided' as const, rows: undecided }] : []),
  ];
}

function table(sheet: SheetBuilder, view: SchemeView, part: Part, rows: readonly Row[]): void {
  const { texts, scheme } = view;
  if (rows.length === 0) {
    sheet.line(texts('awards.none'), LOOKS.text, 21);
    return;
  }
  const isMember = scheme.scheme.kind === 'member';
  const header = sheet.rows(
    [HEADERS[part].map((key) => texts(`column.${key === 'unit' && isMember ? 'member' : key}`))],
    WIDTHS.map(() => LOOKS.header),
  );
  sheet.height(header, 22);
  const middle = part === 'best' ? LOOKS.text : LOOKS.whole;
  const fifth = part === 'best' ? ({ ...LOOKS.applicable, horizontal: 'center' } as const) : LOOKS.center;
  const first = sheet.rows(rows, [LOOKS.text, middle, LOOKS.text, LOOKS.points, fifth, LOOKS.text]);
  rows.forEach((row, offset) => {
    const lines = [0, 1, 2, 5].map((column) => lineCount(String(row[column] ?? ''), WIDTHS[column]!));
    sheet.height(first + offset, rowHeight(Math.max(...lines)));
  });
}

function groupName({ texts }: SchemeView, group: string | null): string {
  return group ?? texts('word.noGroup');
}

/** Who has a flag, group by group in rank order; where the period before is known, whether it stays or is new. */
function flagRows(view: SchemeView): Row[] {
  const { texts, result, scheme, previous } = view;
  return rankedGroups(view).flatMap(({ group, subjects }) =>
    subjects
      .filter((subject) => result.award[subject] === FLAG)
      .map((subject): Row => {
        const notes = [
          ...(statusOf(view, subject) === 'provisional' ? [texts('awards.provisional')] : []),
          ...(previous
            ? [texts(previous.results[subject]?.award === AWARDS[FLAG] ? 'awards.kept' : 'awards.won')]
            : []),
        ];
        return [
          groupName(view, group),
          result.rank[subject]!,
          scheme.subjects[subject]!.name,
          result.total[subject]!,
          gradeName(view, subject),
          notes.join(texts('word.semicolon')),
        ];
      }),
  );
}

/** The best of each dimension in each group by the points as they are shown; subjects with a veto are left out. */
function bestRows(view: SchemeView): Row[] {
  const { texts, result, scheme } = view;
  const groups = rankedGroups(view);
  const listed =
    groups.length <= MOST_GROUPS
      ? groups.map(({ group, subjects }) => ({ name: groupName(view, group), subjects }))
      : [{ name: texts('word.all'), subjects: groups.flatMap(({ subjects }) => subjects) }];
  return listed.flatMap(({ name, subjects }) =>
    scheme.scheme.dimensions.flatMap((dimension, index): Row[] => {
      const points = result.dimensions[index];
      const known = subjects.filter((subject) => {
        return points && !Number.isNaN(points[subject]!) && points[subject]! > 0 && !result.vetoes.has(subject);
      });
      // One alone is not the best of anybody.
      if (!points || known.length < 2) return [];
      const most = known.reduce((high, subject) => Math.max(high, points[subject]!), 0);
      const best = known.filter((subject) => points[subject] === most);
      const names = best.slice(0, MOST_TIED).map((subject) => scheme.subjects[subject]!.name);
      // Where all are equal nobody stands out.
      if (best.length === known.length) return [];
      const text = names.join(texts('word.comma'));
      const max = Q.sum(
        scheme.scheme.indicators.filter((line) => line.dimension === dimension.name).map((line) => line.max),
      );
      return [
        [
          name,
          dimension.name,
          best.length > MOST_TIED ? texts('awards.andMore', { names: text, count: best.length }) : text,
          most,
          max.n > 0n ? Q.toNumber(max) : '—',
          best.length > 1 ? texts('awards.tied', { count: best.length }) : '',
        ],
      ];
    }),
  );
}

/** Whose flag or grade a tie leaves to be decided, with the reason. */
function undecidedRows(view: SchemeView, locale: Locale): Row[] {
  const { result, scheme } = view;
  return rankedGroups(view).flatMap(({ group, subjects }) =>
    subjects.flatMap((subject): Row[] => {
      const reasons = (view.findings.get(keyOf(view, subject)) ?? []).filter(({ code }) => UNDECIDED.has(code));
      if (reasons.length === 0) return [];
      return [
        [
          groupName(view, group),
          result.rank[subject]!,
          scheme.subjects[subject]!.name,
          result.total[subject]!,
          gradeName(view, subject),
          reasons.map((reason) => (locale === 'en-US' ? reason.messageEn : reason.message)).join('\n'),
        ],
      ];
    }),
  );
}
