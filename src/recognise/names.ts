import { normaliseText } from '../values';
import type { SubjectKind } from '../model';

/** What the end of an organization's name says it is. */
export type NameType = 'committee' | 'general' | 'branch';

/** Somebody who can be meant by a written name. */
export interface Named {
  readonly id: string | null;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly type: NameType | null;
}

/** Result of looking a name up: the index found, or -1 with the several that it fits equally. */
export interface Lookup {
  readonly found: number;
  readonly several: readonly number[];
}

/** Types that a bare name in a table may have: only these, or these where several fit. */
export interface Expected {
  readonly types: ReadonlySet<NameType>;
  readonly isOnly: boolean;
}

const NOBODY: Lookup = { found: -1, several: [] };

function one(index: number): Lookup {
  return { found: index, several: [] };
}

const TYPE_ENDS: readonly (readonly [NameType, RegExp])[] = [
  ['branch', /(?:党支部委员会|支部委员会|党支部|支部)$/],
  ['general', /(?:直属)?(?:党总支委员会|党总支部委员会|总支部委员会|党总支部|党总支|总支部|总支)$/],
  ['committee', /(?:党委会|党委|委员会|党组)$/],
];
const COMPANY_END = /(?:股份有限公司|有限责任公司|集团有限公司|有限公司|集团公司|股份公司|公司)$/;

/** Type that a name ends in. @example nameType("红岩锡矿机关党支部") // "branch" */
export function nameType(name: string): NameType | null {
  const key = normaliseText(name);
  for (const [type, end] of TYPE_ENDS) if (end.test(key)) return type;
  return null;
}

/** Type of a 类型, 直属党总支 and 党总支 being one. */
export function typeOfKind(kind: SubjectKind | null): NameType | null {
  if (kind === '党委') return 'committee';
  if (kind === '直属党总支' || kind === '党总支') return 'general';
  return kind === '党支部' ? 'branch' : null;
}

/**
 * A name less 中共, 委员会, 党委, 党总支, 党支部 and the like.
 * @example coreName("中共红岩锡矿委员会") // "红岩锡矿"
 */
export function coreName(name: string): string {
  const key = normaliseText(name).replace(/^(?:中国共产党|中共)/, '');
  for (const [, end] of TYPE_ENDS) {
    const core = key.replace(end, '');
    if (core !== key && core !== '') return core;
  }
  return key;
}

function companyCore(name: string): string {
  const core = coreName(name);
  const short = core.replace(COMPANY_END, '');
  return short === '' ? core : short;
}

/** Finds who is meant by a written name or id (specification, section 2, "Who is meant?"). */
export class NameIndex {
  private readonly ids = new Map<string, number>();
  private readonly looseIds = new Map<string, number[]>();
  private readonly names = new Map<string, number[]>();
  private readonly aliases = new Map<string, number[]>();
  private readonly cores = new Map<string, number[]>();
  private readonly companyCores = new Map<string, number[]>();
  private namesBuilt = 0;
  private coresBuilt = 0;

  constructor(private readonly named: Named[] = []) {
    named.forEach((_, index) => this.registerId(index));
  }

  get size(): number {
    return this.named.length;
  }

  /** Adds one more and returns its index. */
  add(entry: Named): number {
    this.named.push(entry);
    this.registerId(this.named.length - 1);
    return this.named.length - 1;
  }

  byId(text: string): number {
    const key = normaliseText(text);
    if (key === '') return -1;
    const exact = this.ids.get(key);
    if (exact !== undefined) return exact;
    this.buildNames();
    const loose = this.looseIds.get(looseId(key));
    return loose?.length === 1 ? loose[0]! : -1;
  }

  /** Everyone of exactly this name. */
  allOf(text: string): readonly number[] {
    this.buildNames();
    return this.names.get(normaliseText(text)) ?? [];
  }

  /**
   * By exact name or alias, else by the core of the name if that is unique within the type that the name says or, when
   * it says none, that `expected` allows. A near miss is suggested, never taken.
   */
  find(text: string, expected: Expected | null = null): Lookup {
    const key = normaliseText(text);
    if (key === '') return NOBODY;
    this.buildNames();
    const exact = this.names.get(key);
    if (exact) return exact.length === 1 ? one(exact[0]!) : this.choose(exact, nameType(text), expected);
    const alias = this.aliases.get(key);
    if (alias) return alias.length === 1 ? one(alias[0]!) : this.several(alias);
    this.buildCores();
    const type = nameType(text);
    for (const [map, core] of [
      [this.cores, coreName(text)],
      [this.companyCores, companyCore(text)],
    ] as const) {
      const candidates = map.get(core);
      if (!candidates) continue;
      const chosen = this.choose(candidates, type, expected);
      if (chosen.found >= 0 || chosen.several.length > 0) return chosen;
    }
    return NOBODY;
  }

  /** Whom to suggest for a name that was not found: those that it fits equally, else those that look most like it. */
  suggest(text: string, expected: Expected | null = null): readonly number[] {
    const { several } = this.find(text, expected);
    return several.length > 0 ? several : this.near(text);
  }

  /** The one of exactly this name; -1 when there is none, or several. */
  exact(text: string): number {
    const all = this.allOf(text);
    return all.length === 1 ? all[0]! : -1;
  }

  private several(indices: readonly number[]): Lookup {
    return { found: -1, several: indices };
  }

  private choose(candidates: readonly number[], type: NameType | null, expected: Expected | null): Lookup {
    if (type === null && candidates.length === 1 && !expected?.isOnly) return one(candidates[0]!);
    const allowed = candidates.filter((index) => {
      const own = this.named[index]!.type;
      if (type !== null) return own === null || own === type;
      return expected === null || own === null || expected.types.has(own);
    });
    if (allowed.length === 0) return NOBODY;
    return allowed.length === 1 ? one(allowed[0]!) : this.several(allowed);
  }

  /** Those whose names look most like a text, at most three. */
  private near(text: string): number[] {
    const core = coreName(text);
    if (this.named.length > 20_000) return [];
    return this.named
      .map(({ name, aliases }, index) => ({
        index,
        likeness: Math.max(...[name, ...aliases].map((own) => likeness(core, coreName(own)))),
      }))
      .filter((entry) => entry.likeness >= 0.34)
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, 3)
      .map((entry) => entry.index);
  }

  private registerId(index: number): void {
    const { id } = this.named[index]!;
    if (id === null) return;
    const key = normaliseText(id);
    if (!this.ids.has(key)) this.ids.set(key, index);
  }

  /** Names are indexed when the first one is asked for: with ids in every row none is. */
  private buildNames(): void {
    for (; this.namesBuilt < this.named.length; this.namesBuilt++) {
      const entry = this.named[this.namesBuilt]!;
      if (entry.id !== null) push(this.looseIds, looseId(normaliseText(entry.id)), this.namesBuilt);
      const name = normaliseText(entry.name);
      push(this.names, name, this.namesBuilt);
      for (const alias of entry.aliases) {
        const key = normaliseText(alias);
        if (key !== '' && key !== name) push(this.aliases, key, this.namesBuilt);
      }
    }
  }

  private buildCores(): void {
    for (; this.coresBuilt < this.named.length; this.coresBuilt++) {
      const entry = this.named[this.coresBuilt]!;
      push(this.cores, coreName(entry.name), this.coresBuilt);
      push(this.companyCores, companyCore(entry.name), this.coresBuilt);
    }
  }
}

/** An id as people retype it: without leading zeros, in upper case. */
function looseId(key: string): string {
  return key.toUpperCase().replace(/^0+(?=\d)/, '');
}

function push(map: Map<string, number[]>, key: string, index: number): void {
  const list = map.get(key);
  if (list) {
    if (!list.includes(index)) list.push(index);
  } else map.set(key, [index]);
}

/** Likeness of names of one length that differ in one character: more than none, less than most. */
const ONE_OFF = 0.4;

/** Likeness 0..1 of two names: shared pairs of neighbouring characters (Dice); short ones may differ in one character. */
function likeness(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  if (a === b) return 1;
  const pairs = (text: string) => {
    const set = new Set<string>();
    for (let i = 0; i + 1 < text.length; i++) set.add(text.slice(i, i + 2));
    if (set.size === 0) set.add(text);
    return set;
  };
  const one = pairs(a);
  const two = pairs(b);
  let shared = 0;
  for (const pair of one) if (two.has(pair)) shared++;
  const dice = (2 * shared) / (one.size + two.size);
  if (a.includes(b) || b.includes(a)) return Math.max(dice, 0.5);
  return isOneOff(a, b) ? Math.max(dice, ONE_OFF) : dice;
}

function isOneOff(a: string, b: string): boolean {
  if (a.length !== b.length || a.length < 2) return false;
  let different = 0;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) different++;
  return different === 1;
}
