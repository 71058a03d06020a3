import { translate, type Locale } from '../i18n';
import type { IsoDate, Scheme } from '../model';
import { DEFAULT_RULE_ROWS, parseRules, ruleRow } from '../rules';
import {
  buildTemplates,
  memberText,
  parseMembers,
  parseUnits,
  type RosterProblem,
  rosterText,
  type SelfLayout,
  settleKinds,
  subjectsOf,
  type TemplateBook,
  type TemplateRegister,
  type TemplateRequest,
  templateSource,
  TEMPLATE_REGISTERS,
} from '../templates';
import { normaliseText } from '../values';
import type { Outcome } from './types';

/** What a new assessment workbook (考核工作簿) can be begun with. */
export interface NewWorkbookStart {
  /** Schemes on offer: those of the open workbooks, and the default schemes that they do not replace. */
  readonly schemes: readonly { readonly name: string; readonly isOwn: boolean }[];
  /** Rosters of the open workbooks as text that can be mended; "" without any. */
  readonly units: string;
  readonly members: string;
  readonly groups: readonly string[];
  readonly period: string;
  /** Periods around the day, to choose from. */
  readonly periods: readonly string[];
  readonly registers: readonly TemplateRegister[];
}

/** What somebody wants; rosters are texts as they are pasted from Excel. */
export interface NewWorkbookWish {
  readonly schemes: readonly string[];
  readonly period: string;
  readonly groups: readonly string[];
  readonly units: string;
  readonly members: string;
  readonly layout: TemplateRequest['layout'];
  readonly self: SelfLayout | null;
  readonly peer: boolean;
  readonly registers: readonly TemplateRegister[];
}

/** How pasted rosters were understood. */
export interface RosterCheck {
  readonly units: number;
  readonly members: number;
  /** How many are assessed under each of the wanted schemes. */
  readonly schemes: readonly { readonly name: string; readonly isMembers: boolean; readonly subjects: number }[];
  /** What is odd, in sentences. */
  readonly problems: readonly string[];
}

/** The workbooks that were wished for, or a sentence that says why there are none. */
export type NewWorkbooks = { readonly books: readonly TemplateBook[] } | { readonly problem: string };

/** What can be begun with; `outcome` is null while nothing has been read. */
export function startNewWorkbook(outcome: Outcome | null, today: IsoDate | null = null): NewWorkbookStart {
  const source = outcome && templateSource(outcome.assessment);
  const own = namesOf(source?.rules ?? []);
  const names = [...own, ...namesOf(DEFAULT_RULE_ROWS).filter((name) => !own.some((other) => isSame(other, name)))];
  return {
    schemes: names.map((name) => ({ name, isOwn: own.includes(name) })),
    units: rosterText(source?.units ?? []),
    members: memberText(source?.members ?? []),
    groups: source?.groups ?? [],
    period: source?.period ?? '',
    periods: today === null ? [] : periodsAround(today),
    registers: TEMPLATE_REGISTERS,
  };
}

/**
 * The half-year, the quarter and the year of a day.
 * @example periodsAround("2004-05-20") // ["2004年上半年", "2004年第二季度", "2004年度"]
 */
function periodsAround(day: IsoDate): string[] {
  const [year, month] = [day.slice(0, 4), Number(day.slice(5, 7))];
  const quarter = '一二三四'[Math.floor((month - 1) / 3)]!;
  return [`${year}年${month <= 6 ? '上' : '下'}半年`, `${year}年第${quarter}季度`, `${year}年度`];
}

/** How the rosters of a wish are understood. */
export function checkRoster(wish: NewWorkbookWish, outcome: Outcome | null, locale: Locale): RosterCheck {
  const { schemes } = parseRules(rulesFor(wish.schemes, outcome).map(ruleRow));
  const [read, members] = [parseUnits(wish.units), parseMembers(wish.members)];
  const units = settleKinds(read.entries, schemes);
  const takesUnits = schemes.some(({ kind }) => kind === 'committee' || kind === 'branch');
  const unclear = takesUnits ? units.filter(({ kind }) => kind === null) : [];
  const say = ({ problem, data }: RosterProblem) => translate(locale, `templates.roster.${problem}`, data);
  return {
    units: units.length,
    members: members.entries.length,
    schemes: schemes.map((scheme) => ({
      name: scheme.name,
      isMembers: scheme.kind === 'member',
      subjects: subjectsOf(scheme, units, members.entries).length,
    })),
    problems: [
      ...[...read.problems, ...members.problems].map(say),
      ...unclear.map(({ name }) => translate(locale, 'templates.roster.noKind', { name })),
    ],
  };
}

/** Makes the workbooks of a wish; a host turns each change set into a file. */
export function newWorkbooks(wish: NewWorkbookWish, outcome: Outcome | null, locale: Locale): NewWorkbooks {
  const rules = rulesFor(wish.schemes, outcome);
  const books = buildTemplates({
    locale,
    rules,
    parameters: outcome ? templateSource(outcome.assessment).parameters : [],
    period: wish.period,
    groups: wish.groups,
    units: parseUnits(wish.units).entries,
    members: parseMembers(wish.members).entries,
    layout: wish.layout,
    self: wish.self,
    peer: wish.peer,
    registers: wish.registers,
  });
  if ('refused' in books) return { problem: translate(locale, `templates.refused.${books.refused}`, books.data) };
  return { books };
}

/**
 * The scheme on offer that a text names: by its name, or by the beginning of one name only.
 * @example schemeNamed(startNewWorkbook(null), "五好党支部") // "五好党支部(党总支)"
 */
export function schemeNamed({ schemes }: NewWorkbookStart, text: string): string | null {
  const names = schemes.map(({ name }) => name);
  const exact = names.find((name) => isSame(name, text));
  if (exact !== undefined) return exact;
  const begun = names.filter((name) => normaliseText(name).startsWith(normaliseText(text)));
  return text.trim() !== '' && begun.length === 1 ? begun[0]! : null;
}

/** Rule rows of some schemes, those of the open workbooks before the defaults. */
function rulesFor(names: readonly string[], outcome: Outcome | null): readonly (readonly string[])[] {
  const own = outcome ? templateSource(outcome.assessment).rules : [];
  return names.flatMap((name) => {
    const rows = own.filter(([scheme = '']) => isSame(scheme, name));
    return rows.length > 0 ? rows : DEFAULT_RULE_ROWS.filter(([scheme = '']) => isSame(scheme, name));
  });
}

function namesOf(rows: readonly (readonly string[])[]): Scheme['name'][] {
  const names: string[] = [];
  for (const [name = ''] of rows) if (name !== '' && !names.some((other) => isSame(other, name))) names.push(name);
  return names;
}

function isSame(one: string, other: string): boolean {
  return normaliseText(one) === normaliseText(other);
}
