import type { ResultJson } from '../../../src/app';
import { translate } from '../../../src/i18n';
import texts from '../../../src/i18n/zh-CN/report.json';
import { SOURCES } from '../../../src/model';
import type { Book, Sheet } from '../../excel-host/book';

type SubjectJson = ResultJson['subjects'][number];
type FindingJson = ResultJson['findings'][number];

/** What the ranking sheets say of a subject; a column that is not there has nothing to say. */
export type RankedSubject = Pick<
  SubjectJson,
  'name' | 'sources' | 'dimensions' | 'bonus' | 'penalty' | 'total' | 'grade' | 'rank' | 'attained' | 'award'
>;

/** What stands for something that does not exist. */
const NONE = '—';
const t = (key: string) => translate('zh-CN', `report.${key}`);

const markOf = ({ names }: Sheet) => names[0]?.formula.slice(2, -1).replaceAll('""', '"') ?? '';

/** Result sheets of a kind, e.g. "ranking": by their marks, whatever their names. */
export function sheetsOf({ sheets }: Book, kind: string): Sheet[] {
  return sheets.filter((sheet) => markOf(sheet) === kind || markOf(sheet).startsWith(`${kind}:`));
}

/** Values of the result sheets of a kind, row by row, by the rest of their marks. */
function rowsByMark(book: Book, kind: string): Map<string, unknown[][]> {
  return new Map(sheetsOf(book, kind).map((sheet) => [markOf(sheet).slice(kind.length + 1), rowsOf(sheet)]));
}

function rowsOf(sheet: Sheet): unknown[][] {
  const used = sheet.usedRange();
  if (!used) return [];
  return Array.from({ length: used.bottom + 1 }, (_, row) =>
    Array.from({ length: used.right + 1 }, (__, column) => sheet.cell(row, column)?.value ?? null),
  );
}

const known = (value: unknown) => (value === NONE || value === '' ? null : (value ?? null));

/** Subjects by scheme as the ranking sheets list them. */
export function rankedSubjects(book: Book): Map<string, RankedSubject[]> {
  const schemes = [...rowsByMark(book, 'ranking')].map(([scheme, rows]): [string, RankedSubject[]] => {
    const top = rows.findIndex((row) => row[0] === t('column.rank'));
    const headers = rows[top]!.map((header) => String(header).split('\n')[0]!);
    const total = headers.indexOf(t('column.total'));
    const isSubject = (row: unknown[]) => row[1] !== null && (typeof row[total] === 'number' || row[total] === NONE);
    return [
      scheme,
      rows
        .slice(top + 1)
        .filter(isSubject)
        .map((row) => subjectOf(headers, row)),
    ];
  });
  return new Map(schemes);
}

function subjectOf(headers: readonly string[], row: readonly unknown[]): RankedSubject {
  const at = (header: string) => {
    const column = headers.indexOf(header);
    return column < 0 ? undefined : known(row[column]);
  };
  const own = (key: string) => at(t(`column.${key}`));
  const sources = SOURCES.map((source) => [source, at(t(`source.${source}`)) ?? null]);
  // Dimensions stand between the sources and what is added or total.
  const firstOther = headers.findIndex((header) =>
    ['bonus', 'penalty', 'total'].map((key) => t(`column.${key}`)).includes(header),
  );
  const lastBefore = headers.reduce(
    (last, header, i) => (SOURCES.some((source) => t(`source.${source}`) === header) ? i : last),
    headers.includes(t('column.group')) ? 2 : 1,
  );
  const dimensions = headers.slice(lastBefore + 1, firstOther).map((header) => [header, at(header)]);
  const attained = own('attained');
  return {
    name: String(row[1]),
    sources: Object.fromEntries(sources) as RankedSubject['sources'],
    dimensions: Object.fromEntries(dimensions) as RankedSubject['dimensions'],
    bonus: (own('bonus') ?? 0) as number,
    penalty: (own('penalty') ?? 0) as number,
    total: own('total') as number | null,
    grade: own('grade') as string | null,
    rank: own('rank') as number | null,
    attained: attained === undefined || attained === null ? null : attained === t('word.yes'),
    award: (own('award') ?? null) as RankedSubject['award'],
  };
}

const CATEGORY = 'category.';
/** Codes of findings by the category that stands for them. */
const CODES = new Map(
  Object.entries(texts)
    .filter(([key]) => key.startsWith(CATEGORY))
    .map(([key, category]) => [category, key.slice(CATEGORY.length)]),
);

/** A gap as the gap sheets list it: the name of the subject instead of its id. */
export type ListedGap = Pick<FindingJson, 'code' | 'sheet' | 'cell' | 'message'> & { readonly name: string | null };

/** Gaps of all gap sheets, sheet by sheet. */
export function listedGaps(book: Book): ListedGap[] {
  return [...rowsByMark(book, 'gaps').values()].flatMap((rows) => {
    const top = rows.findIndex((row) => row[0] === t('column.seq'));
    const headers = rows[top]!.map(String);
    const column = (key: string) => headers.findIndex((header) => header.startsWith(t(`column.${key}`)));
    return rows
      .slice(top + 1)
      .filter((row) => typeof row[0] === 'number')
      .map((row) => {
        const category = String(row[column('category')]);
        const place = String(row[column('basis')]);
        const split = place.lastIndexOf('!');
        const unit = row[column('unit')];
        return {
          code: (CODES.get(category) ?? category) as FindingJson['code'],
          name: unit === t('word.whole') ? null : String(unit),
          sheet: split < 0 ? null : place.slice(0, split),
          cell: split < 0 ? null : place.slice(split + 1),
          message: String(row[column('problem')]),
        };
      });
  });
}

/** When the results were made, as the record of the run says. */
export function runTime(book: Book): string {
  const [rows = []] = rowsByMark(book, 'run').values();
  return String(rows.find(([label]) => label === t('run.at'))?.[1]);
}

/** Attainment as the statistics list it. */
export function listedAttainment(book: Book): ResultJson['attainment'] {
  const [rows = []] = rowsByMark(book, 'statistics').values();
  const targets = new Map([
    [t('target.committee'), '党委'],
    [t('target.branch'), '支部'],
  ]);
  const lines: { -readonly [K in keyof ResultJson['attainment'][number]]: ResultJson['attainment'][number][K] }[] = [];
  rows.forEach((header, top) => {
    if (header[0] !== t('column.target') && header[0] !== t('column.branch')) return;
    const at = (row: readonly unknown[], key: string) => {
      const column = header.indexOf(t(`column.${key}`));
      return column < 0 ? null : (known(row[column]) as number | null);
    };
    for (const row of rows.slice(top + 1)) {
      if (typeof row[1] !== 'number') break;
      const name = String(row[0]);
      lines.push({
        target: targets.get(name) ?? name,
        assessed: at(row, 'assessed')!,
        attained: at(row, 'attainedCount')!,
        rate: at(row, 'rate')!,
        goal: at(row, 'goal'),
        short: at(row, 'short'),
      });
    }
  });
  return lines;
}
