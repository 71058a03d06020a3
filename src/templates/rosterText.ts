import type { RosterMember, RosterUnit } from './request';
import { WORDS } from './words';

/**
 * A roster as the text that `parseUnits` reads as the same again: to be looked at and mended before it is used.
 * @example rosterText([unit]).split("\n")[0] // "单位编号\t单位名称\t…"
 */
export function rosterText(units: readonly RosterUnit[]): string {
  const { unitId, unit, alias, parent, kind, group, secretary, memberCount, founded, takesPart, leader } = WORDS;
  const header = [unitId, unit, alias, parent, kind, group, secretary, memberCount, founded, takesPart, leader];
  return tabbed(
    header,
    units.map((each) => [
      each.id,
      each.name,
      each.alias,
      each.parent,
      each.kind ?? '',
      each.group,
      each.secretary,
      each.memberCount,
      each.founded,
      each.takesPart ? '' : WORDS.no,
      each.leader,
    ]),
  );
}

/** Members as the text that `parseMembers` reads as the same again. */
export function memberText(members: readonly RosterMember[]): string {
  const header = [WORDS.memberId, WORDS.person, WORDS.branch, WORDS.class, WORDS.takesPart];
  return tabbed(
    header,
    members.map((each) => [each.id, each.name, each.branch, each.class, each.takesPart ? '' : WORDS.no]),
  );
}

/** Lines of cells; columns that nobody has filled in are left out. */
function tabbed(header: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const used = header.map((_, c) => rows.some((row) => row[c] !== ''));
  const line = (cells: readonly string[]) => cells.filter((_, c) => used[c]).join('\t');
  return [header, ...rows].map(line).join('\n');
}
