import type { CellRange, OutValue, ResultSheet } from '../model';
import { textWidth } from '../report/textWidth';
import { day, fromList, offered, oneOf, whole } from './entryRules';
import type { RosterMember, RosterUnit } from './request';
import { tableSheet } from './table';
import type { Texts } from './texts';
import { KINDS, MEMBER_CLASSES, WORDS } from './words';

/** Free rows below the names that are known, and where none is known. */
const SPARE = 10;
const SPARE_ALONE = 40;

/** A roster and the cells of its names, which drop-downs offer. */
export interface RosterSheet {
  readonly sheet: ResultSheet;
  readonly names: { readonly sheet: string; readonly range: CellRange };
}

/** A width that shows the longest of some names, within limits. */
export function nameWidth(names: readonly string[], narrowest: number, widest: number): number {
  return Math.min(widest, Math.max(narrowest, ...names.map((name) => textWidth(name) + 2)));
}

const blankIfEmpty = (text: string): OutValue => (text === '' ? null : text);

/** 单位名册: everything in it is open, so that names can be mended; 类型, 组别 and 参评 are chosen from lists. */
export function unitRoster(
  name: string,
  units: readonly RosterUnit[],
  given: { readonly period: string; readonly groups: readonly string[] },
  texts: Texts,
): RosterSheet {
  const groups = [...new Set([...given.groups, ...units.map(({ group }) => group)])].filter((group) => group !== '');
  const names = units.map((unit) => unit.name);
  const { sheet, body } = tableSheet(
    {
      name,
      title: texts('title.units', { period: given.period }),
      columns: [
        { title: WORDS.unitId, width: 9, look: 'centerWords' },
        { title: WORDS.unit, width: nameWidth(names, 22, 30), look: 'words' },
        { title: WORDS.alias, width: 11, look: 'centerWords' },
        {
          title: WORDS.parent,
          width: nameWidth(
            units.map(({ parent }) => parent),
            14,
            24,
          ),
          look: 'words',
        },
        { title: WORDS.kind, width: 11, look: 'centerWords', rule: oneOf(KINDS, texts) },
        {
          title: WORDS.group,
          width: 11,
          look: 'centerWords',
          ...(groups.length > 0 ? { rule: offered(groups) } : {}),
        },
        { title: WORDS.secretary, width: 9, look: 'centerWords' },
        { title: WORDS.memberCount, width: 8, look: 'center', rule: whole(texts) },
        { title: WORDS.founded, width: 11, look: 'date', rule: day(texts) },
        { title: WORDS.takesPart, width: 6, look: 'center', rule: oneOf([WORDS.yes, WORDS.no], texts) },
        { title: WORDS.leader, width: 10, look: 'centerWords' },
      ],
      rows: units.map((unit) => [
        blankIfEmpty(unit.id),
        unit.name,
        blankIfEmpty(unit.alias),
        blankIfEmpty(unit.parent),
        unit.kind,
        blankIfEmpty(unit.group),
        blankIfEmpty(unit.secretary),
        numberOr(unit.memberCount),
        blankIfEmpty(unit.founded),
        unit.takesPart ? WORDS.yes : WORDS.no,
        blankIfEmpty(unit.leader),
      ]),
      spare: units.length > 0 ? SPARE : SPARE_ALONE,
      notes: [texts('note.units')],
      orientation: 'landscape',
      frozen: 2,
      canAddRows: true,
    },
    texts,
  );
  return { sheet, names: { sheet: name, range: { ...body, left: 1, right: 1 } } };
}

/** 党员名册; 所在支部 is chosen from the roster of the units where there is one. */
export function memberRoster(
  name: string,
  members: readonly RosterMember[],
  given: { readonly period: string; readonly unit: string | null },
  units: RosterSheet['names'] | null,
  texts: Texts,
): RosterSheet {
  const branches = members.map(({ branch }) => branch);
  const { sheet, body } = tableSheet(
    {
      name,
      title: texts('title.members', { period: given.period, unit: given.unit ?? '' }),
      columns: [
        { title: WORDS.memberId, width: 14, look: 'centerWords' },
        { title: WORDS.person, width: 14, look: 'centerWords' },
        {
          title: WORDS.branch,
          width: nameWidth(branches, 26, 34),
          look: 'words',
          ...(units ? { rule: fromList(units, texts) } : {}),
        },
        { title: WORDS.class, width: 14, look: 'centerWords', rule: offered(MEMBER_CLASSES) },
        { title: WORDS.takesPart, width: 8, look: 'center', rule: oneOf([WORDS.yes, WORDS.no], texts) },
      ],
      rows: members.map((member) => [
        blankIfEmpty(member.id),
        member.name,
        blankIfEmpty(member.branch),
        blankIfEmpty(member.class),
        member.takesPart ? WORDS.yes : WORDS.no,
      ]),
      spare: members.length > 0 ? SPARE : SPARE_ALONE,
      notes: [texts('note.members')],
      orientation: 'portrait',
      frozen: 2,
      canAddRows: true,
    },
    texts,
  );
  return { sheet, names: { sheet: name, range: { ...body, left: 1, right: 1 } } };
}

function numberOr(text: string): OutValue {
  return /^\d+$/.test(text) ? Number(text) : blankIfEmpty(text);
}
