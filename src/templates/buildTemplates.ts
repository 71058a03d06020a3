import type { Period, RuleText, Scheme, SchemeParameters } from '../model';
import { coreName } from '../recognise/names';
import { parseParameters, parseRules, ruleRow } from '../rules';
import { normaliseText, parsePeriod } from '../values';
import { adjustmentSheet } from './adjustmentSheet';
import { Draft } from './draft';
import { guideSheet } from './guideSheet';
import { parameterSheet } from './parameterSheet';
import { registerSheet } from './registerSheets';
import type { RosterMember, RosterUnit, TemplateBook, TemplateRefusal, TemplateRequest } from './request';
import { memberRoster, unitRoster, type RosterSheet } from './rosterSheets';
import { ruleSheet } from './ruleSheet';
import { selfTable, superiorTable, votesTable, type ScoreTable } from './scoreTables';
import { selfForm } from './selfForm';
import { settleKinds, subjectsOf, unitsOf } from './subjects';
import { textsOf, type Texts } from './texts';

/** Forms that one workbook can hold and still be handled by people; for more units there is one table. */
const MOST_FORMS = 60;
/** Workbooks for units that are made at once. */
const MOST_UNITS = 500;

/** A request that was understood. */
interface Plan {
  readonly request: TemplateRequest;
  readonly texts: Texts;
  readonly schemes: readonly Scheme[];
  readonly parametersOf: (scheme: Scheme) => SchemeParameters;
  readonly period: Period;
  readonly units: readonly RosterUnit[];
}

/**
 * New assessment workbooks (考核工作簿) to be filled in: rules and parameters that travel along, rosters, score sheets
 * of each scheme and source, bonuses and penalties, registers. One workbook, or one for the group and one for each
 * unit; read together they are one assessment without a question.
 */
export function buildTemplates(request: TemplateRequest): readonly TemplateBook[] | TemplateRefusal {
  const plan = planOf(request);
  if ('refused' in plan) return plan;
  const isApart = request.layout === 'perUnit';
  const unitBooks = isApart ? buildUnitBooks(plan) : [];
  if (isApart && unitBooks.length === 0) return { refused: 'noUnits', data: {} };
  if (unitBooks.length > MOST_UNITS) return { refused: 'tooMany', data: { count: unitBooks.length, most: MOST_UNITS } };
  return [buildGroupBook(plan), ...unitBooks];
}

function planOf(request: TemplateRequest): Plan | TemplateRefusal {
  if (request.rules.length === 0) return { refused: 'noScheme', data: {} };
  const { schemes, issues } = parseRules(request.rules.map(ruleRow));
  const [first] = issues;
  if (first) return { refused: 'badRules', data: { scheme: first.scheme ?? '', rule: first.data.rule ?? '' } };
  const period = parsePeriod(request.period);
  if (!period) return { refused: 'badPeriod', data: { period: request.period } };
  const rows = request.parameters.map(([scheme, key, value]) => ({
    scheme: ruleText(scheme),
    key: ruleText(key),
    value: ruleText(value),
  }));
  const parsed = parseParameters(rows, schemes);
  return {
    request,
    texts: textsOf(request.locale),
    schemes,
    parametersOf: ({ name, kind }) => parsed.for(name, kind),
    period: { ...period, text: request.period.trim() },
    units: settleKinds(request.units, schemes),
  };
}

function ruleText(text: string): RuleText {
  return { text, place: null };
}

/** The workbook of the group, or the only one. */
function buildGroupBook(plan: Plan): TemplateBook {
  const { request, texts, schemes, period, units } = plan;
  const isApart = request.layout === 'perUnit';
  const draft = new Draft(texts);
  for (const scheme of schemes) addRules(draft, plan, scheme);
  draft.add('parameters', null, (name) => ({ sheet: parameterSheet(name, schemes, request, texts) }));
  const ofUnits = schemes.filter(({ kind }) => kind !== 'member');
  const given = { period: period.text, groups: request.groups };
  const names =
    ofUnits.length > 0 ? draft.add('units', null, (name) => unitRoster(name, units, given, texts)).names : null;
  // Members whose branch gets a workbook of its own stand there.
  const members = isApart ? request.members.filter(({ branch }) => !hasBook(plan, branch)) : request.members;
  const takesMembers = ofUnits.length < schemes.length && (!isApart || members.length > 0);
  const persons = takesMembers ? addMembers(draft, plan, members, null, names) : null;
  for (const scheme of schemes) {
    if (scheme.kind !== 'member') addScores(draft, plan, scheme, { members, unit: null, names });
    else if (takesMembers) addScores(draft, plan, scheme, { members, unit: null, names: persons });
  }
  addAdjustments(draft, plan, names, persons);
  for (const register of ofUnits.length > 0 ? request.registers : []) {
    draft.add(register, null, (name) => ({ sheet: registerSheet(name, register, { units, names, period }, texts) }));
  }
  const title = texts('title.guide', { period: period.text });
  const ending = [...(isApart ? ['apart'] : []), 'open', 'print', 'protect'];
  return draft.book(texts('file.group', { period: period.text }), null, (name) =>
    guideSheet(name, title, draft.contents, ending, texts),
  );
}

function addRules(draft: Draft, { request, texts, schemes, period }: Plan, scheme: Scheme): void {
  const rows = request.rules.filter(([owner = '']) => normaliseText(owner) === normaliseText(scheme.name));
  draft.add('rules', schemes.length > 1 ? scheme.name : null, (name) => ({
    sheet: ruleSheet(name, scheme, rows, period.text, texts),
  }));
}

function addMembers(
  draft: Draft,
  { texts, period }: Plan,
  members: readonly RosterMember[],
  unit: string | null,
  units: RosterSheet['names'] | null,
): RosterSheet['names'] {
  const given = { period: period.text, unit };
  return draft.add('members', null, (name) => memberRoster(name, members, given, units, texts)).names;
}

/** The score sheets of a scheme, source by source. */
function addScores(
  draft: Draft,
  { request, texts, parametersOf, period, units }: Plan,
  scheme: Scheme,
  given: { readonly members: readonly RosterMember[] } & Pick<ScoreTable, 'names' | 'unit'>,
): void {
  const { members, ...rest } = given;
  const table = { ...rest, scheme, subjects: subjectsOf(scheme, units, members), period: period.text };
  draft.add('superior', scheme.name, (name) => superiorTable({ ...table, name }, texts));
  const forms = formUnits(request, scheme, units);
  for (const unit of forms ?? []) {
    draft.add('self', unit === '' ? scheme.name : coreName(unit), (name) => ({
      sheet: selfForm(name, scheme, unit, period.text, texts),
    }));
  }
  // Where each unit has a workbook of its own, its form stands there.
  const isElsewhere = request.layout === 'perUnit' && scheme.kind !== 'member';
  if (request.self !== null && forms === null && !isElsewhere) {
    draft.add('self', scheme.name, (name) => selfTable({ ...table, name }, texts));
  }
  if (request.peer)
    draft.add('votes', scheme.name, (name) => votesTable({ ...table, name }, parametersOf(scheme), texts));
}

/** Units that get a form in the common workbook, "" for one to be copied; null where there are no forms. */
function formUnits(request: TemplateRequest, scheme: Scheme, units: readonly RosterUnit[]): string[] | null {
  if (request.self !== 'forms' || request.layout === 'perUnit' || scheme.kind === 'member') return null;
  const names = unitsOf(scheme, units).map(({ name }) => name);
  if (names.length > MOST_FORMS) return null;
  return names.length > 0 ? names : [''];
}

function addAdjustments(
  draft: Draft,
  { texts, schemes, period }: Plan,
  names: RosterSheet['names'] | null,
  persons: RosterSheet['names'] | null,
): void {
  const add = (isMembers: boolean, list: RosterSheet['names'] | null): void => {
    const own = schemes.filter(({ kind, adjustments }) => (kind === 'member') === isMembers && adjustments.length > 0);
    if (own.length === 0 || (isMembers && list === null)) return;
    const given = { period: period.text, isMembers, names: list };
    draft.add('adjustments', isMembers ? own[0]!.name : null, (name) => ({
      sheet: adjustmentSheet(name, own, given, texts),
    }));
  };
  add(false, names);
  add(true, persons);
}

/** Whether a unit gets a workbook of its own. */
function hasBook({ units }: Plan, name: string): boolean {
  return units.some((unit) => unit.name === name && unit.takesPart);
}

/** One workbook for each unit: its self-assessment, and the members of a branch with all that is said of them. */
function buildUnitBooks(plan: Plan): TemplateBook[] {
  const { request, texts, schemes, period, units } = plan;
  const memberScheme = schemes.find(({ kind }) => kind === 'member');
  return units.flatMap((unit) => {
    const draft = new Draft(texts);
    for (const scheme of request.self === null ? [] : schemes) {
      if (unitsOf(scheme, [unit]).length === 0) continue;
      const make = (name: string) => ({ sheet: selfForm(name, scheme, unit.name, period.text, texts) });
      draft.add('self', scheme.name, make);
    }
    const members = request.members.filter(({ branch }) => branch === unit.name);
    if (memberScheme && members.length > 0 && unit.takesPart) {
      const names = addMembers(draft, plan, members, unit.name, null);
      addScores(draft, plan, memberScheme, { members, unit: unit.name, names });
    }
    if (draft.contents.length === 0) return [];
    const title = texts('title.unitGuide', { unit: unit.name, period: period.text });
    const guide = (name: string) => guideSheet(name, title, draft.contents, ['send'], texts);
    return [draft.book(texts('file.unit', { unit: unit.name, period: period.text }), unit.name, guide)];
  });
}
