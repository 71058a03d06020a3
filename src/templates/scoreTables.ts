import { columnName, type Indicator, type OutValue, type Scheme, type SchemeParameters } from '../model';
import { COLORS } from '../report/looks';
import { Q } from '../values';
import { fromList, points, rawEntry, whole } from './entryRules';
import type { RosterSheet } from './rosterSheets';
import { nameWidth } from './rosterSheets';
import type { TemplateSubject } from './subjects';
import { tableSheet, type BuiltTable, type TableColumn } from './table';
import type { Texts } from './texts';
import { WORDS } from './words';

/** What the tables of a scheme are made of. */
export interface ScoreTable {
  readonly name: string;
  readonly scheme: Scheme;
  readonly subjects: readonly TemplateSubject[];
  /** Cells of the names on the roster. */
  readonly names: RosterSheet['names'] | null;
  readonly period: string;
  /** The branch whose members they are; null for all. */
  readonly unit: string | null;
}

const INDICATOR_WIDTH = 6.3;
/** Free rows below the subjects, and where none is known. */
const SPARE = 3;
const SPARE_ALONE = 20;

/** 序号, id where there is one, name, and the branch of members. */
function subjectColumns({ scheme, subjects, names }: ScoreTable, texts: Texts): TableColumn[] {
  const isMember = scheme.kind === 'member';
  const widthOf = (pick: (subject: TemplateSubject) => string, narrowest: number, widest: number) =>
    nameWidth(subjects.map(pick), narrowest, widest);
  const rule = names ? { rule: fromList(names, texts) } : {};
  const columns: TableColumn[] = [{ title: WORDS.seq, width: 5, look: 'center', given: 'givenCenter' }];
  if (subjects.some(({ id }) => id !== '')) {
    const title = isMember ? WORDS.memberId : WORDS.unitId;
    columns.push({ title, width: widthOf(({ id }) => id, 8, 12), look: 'centerWords', given: 'givenCenter' });
  }
  if (!isMember) {
    const width = widthOf(({ name }) => name, 18, 28);
    return [...columns, { title: WORDS.unit, width, look: 'words', given: 'givenText', ...rule }];
  }
  return [
    ...columns,
    { title: WORDS.person, width: 9, look: 'centerWords', given: 'givenCenter', ...rule },
    { title: WORDS.branch, width: widthOf(({ branch }) => branch, 16, 22), look: 'words', given: 'givenText' },
  ];
}

function subjectCells(columns: readonly TableColumn[], subject: TemplateSubject, index: number): OutValue[] {
  return columns.map(({ title }): OutValue => {
    if (title === WORDS.seq) return index + 1;
    const text =
      title === WORDS.unitId || title === WORDS.memberId
        ? subject.id
        : title === WORDS.branch
          ? subject.branch
          : subject.name;
    return text === '' ? null : text;
  });
}

/** Heading of an indicator: its id over its name where the id is one that nobody takes for a number. */
function headingOf({ id, name }: Indicator): string {
  return id !== name && /^[A-Za-z]+\d+$/.test(id) ? `${id}\n${name}` : name;
}

/** Heading of a dimension with its points, e.g. 领导班子好（20分）. */
export function dimensionHeading(scheme: Scheme, name: string): string {
  const sum = Q.sum(scheme.indicators.filter(({ dimension }) => dimension === name).map(({ max }) => max));
  return `${name}（${Q.formatRational(sum)}分）`;
}

function over(scheme: Scheme, { dimension }: Indicator): string[] {
  return dimension === null ? [] : [dimensionHeading(scheme, dimension)];
}

/** 上级考核: raw values of all indicators, which the rules turn into points. */
export function superiorTable(table: ScoreTable, texts: Texts): BuiltTable {
  const { scheme, subjects, period, unit } = table;
  const entries = scheme.indicators.map((indicator) => rawEntry(indicator, texts));
  const before = subjectColumns(table, texts);
  const columns: TableColumn[] = [
    ...before,
    ...scheme.indicators.map((indicator, i): TableColumn => ({
      title: headingOf(indicator),
      over: over(scheme, indicator),
      width: entries[i]!.look === 'smallRate' ? INDICATOR_WIDTH + 1.2 : INDICATOR_WIDTH,
      look: entries[i]!.look,
      rule: entries[i]!.rule,
      isCounted: true,
      isSmall: true,
    })),
    { title: WORDS.note, width: 9, look: 'text' },
  ];
  const at = before.length;
  return tableSheet(
    {
      name: table.name,
      title: texts('title.superior', { period, scheme: scheme.name, unit: unit ?? '' }),
      info: texts('info.filled'),
      columns,
      labels: [
        maxLabels(scheme, at),
        { label: WORDS.way, values: new Map(entries.map(({ way }, i) => [at + i, way])) },
      ],
      rows: subjects.map((subject, i) => subjectCells(before, subject, i)),
      spare: subjects.length > 0 ? SPARE : SPARE_ALONE,
      hasCheck: true,
      notes: [texts('note.superior')],
      signature: texts('sign.superior'),
      orientation: 'landscape',
      frozen: at,
      canAddRows: true,
      tabColor: COLORS.tab.ranking,
    },
    texts,
  );
}

function maxLabels({ indicators }: Scheme, at: number) {
  const values = new Map(indicators.map(({ max }, i): [number, OutValue] => [at + i, Q.toNumber(max)]));
  return { label: WORDS.max, values, isSummed: true };
}

/** 自评 of all subjects in one table: points of each indicator, added up. */
export function selfTable(table: ScoreTable, texts: Texts): BuiltTable {
  const { scheme, subjects, period, unit } = table;
  const before = subjectColumns(table, texts);
  const at = before.length;
  const last = at + scheme.indicators.length - 1;
  const columns: TableColumn[] = [
    ...before,
    ...scheme.indicators.map((indicator): TableColumn => ({
      title: headingOf(indicator),
      over: [WORDS.selfPoints, ...over(scheme, indicator)],
      width: INDICATOR_WIDTH,
      look: 'small',
      rule: points(indicator, texts),
      isCounted: true,
      isSmall: true,
    })),
    { title: WORDS.sum, width: 8, look: 'sum', given: 'sum' },
    { title: WORDS.note, width: 9, look: 'text' },
  ];
  const sum = (row: number) => ({ formula: `SUM(${columnName(at)}${row}:${columnName(last)}${row})`, value: 0 });
  return tableSheet(
    {
      name: table.name,
      title: texts('title.selfTable', { period, scheme: scheme.name, unit: unit ?? '' }),
      info: texts('info.filled'),
      columns,
      labels: [maxLabels(scheme, at)],
      rows: subjects.map((subject, i) => subjectCells(before, subject, i)),
      spare: subjects.length > 0 ? SPARE : SPARE_ALONE,
      hasCheck: true,
      formulas: new Map([[last + 1, sum]]),
      notes: [texts('note.selfTable')],
      signature: texts('sign.self'),
      orientation: 'landscape',
      frozen: at,
      canAddRows: true,
      tabColor: COLORS.tab.breakdown,
    },
    texts,
  );
}

/** 民主评议: votes counted for each subject, under the levels of 票数权重. */
export function votesTable(table: ScoreTable, parameters: SchemeParameters, texts: Texts): BuiltTable {
  const { scheme, subjects, period, unit } = table;
  const before = subjectColumns(table, texts);
  const levels = [...parameters.voteWeights.map(({ name }) => name), WORDS.abstained];
  const count = (title: string): TableColumn => ({ title, width: 7.5, look: 'center', rule: whole(texts) });
  const columns: TableColumn[] = [
    ...before,
    ...[...WORDS.attendance, ...levels].map(count),
    { title: WORDS.check, width: 9, look: 'check', given: 'check' },
    { title: WORDS.note, width: 12, look: 'text' },
  ];
  const at = before.length + WORDS.attendance.length;
  const [left, right, returned] = [at, at + levels.length - 1, at - 1].map(columnName);
  const [same, differs] = ['check.same', 'check.differs'].map((key) => texts(key));
  const check = (row: number) => {
    const sum = `SUM(${left}${row}:${right}${row})`;
    return { formula: `IF(${sum}=0,"",IF(${sum}=${returned}${row},"${same}","${differs}"))`, value: '' };
  };
  return tableSheet(
    {
      name: table.name,
      title: texts('title.votes', { period, scheme: scheme.name, unit: unit ?? '' }),
      info: texts('info.filled'),
      columns,
      rows: subjects.map((subject, i) => subjectCells(before, subject, i)),
      spare: subjects.length > 0 ? SPARE : SPARE_ALONE,
      formulas: new Map([[at + levels.length, check]]),
      notes: [texts('note.votes')],
      signature: texts('sign.votes'),
      orientation: 'landscape',
      frozen: before.length,
      canAddRows: true,
      tabColor: COLORS.tab.gaps,
    },
    texts,
  );
}
