import { type Assessment, type Organization, valueAt } from '../model';
import { ruleCells } from '../rules';
import { tidyText } from '../values';
import type { RosterMember, RosterUnit, TemplateRequest } from './request';

/** What open workbooks offer for new ones. */
export interface TemplateSource extends Pick<TemplateRequest, 'rules' | 'parameters' | 'units' | 'members'> {
  readonly groups: readonly string[];
  readonly period: string;
}

/** Parameters that belong to one period only. */
const OF_THE_PERIOD: ReadonlySet<string> = new Set(['期间', '截止日']);

/** Rules, parameters and rosters of workbooks that were read, to begin new ones with. */
export function templateSource(assessment: Assessment): TemplateSource {
  const units = assessment.organizations.map((organization) => unitOf(assessment, organization));
  return {
    rules: assessment.ruleRows.map(ruleCells),
    parameters: assessment.parameterRows
      .map(({ scheme, key, value }) => [tidyText(scheme.text), tidyText(key.text), value.text.trim()] as const)
      .filter(([, key]) => !OF_THE_PERIOD.has(key)),
    units,
    members: membersOf(assessment),
    groups: [...new Set(units.map(({ group }) => group))].filter((group) => group !== ''),
    period: assessment.period?.text ?? '',
  };
}

function unitOf(assessment: Assessment, organization: Organization): RosterUnit {
  const { id, name, aliases, parent, kind, group, founded, contactLeader, exempt, place } = organization;
  const { columns, workbook, sheet } = assessment.sheets[place.sheet]!;
  const book = assessment.workbooks[workbook]!;
  const written = (field: string): string => {
    const column = columns.find((each) => each.field === field)?.column;
    const value = column === undefined ? null : valueAt(book, book.sheets[sheet]!, place.row, column);
    return typeof value === 'string' || typeof value === 'number' ? tidyText(String(value)) : '';
  };
  return {
    id: id ?? '',
    name,
    alias: aliases.join('、'),
    parent: parent ?? '',
    kind: kind === '党员' ? null : kind,
    group: group ?? '',
    secretary: written('secretary'),
    memberCount: written('memberCount'),
    founded: founded ?? '',
    takesPart: !exempt,
    leader: contactLeader ?? '',
  };
}

function membersOf({ schemes }: Assessment): RosterMember[] {
  const members = schemes.find(({ scheme }) => scheme.kind === 'member')?.subjects ?? [];
  return members.map(({ id, name, branch, exempt }) => ({
    id: id ?? '',
    name,
    branch: branch ?? '',
    class: '',
    takesPart: !exempt,
  }));
}
