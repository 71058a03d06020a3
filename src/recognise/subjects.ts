import { looksLikeFormula, normaliseText } from '../values';
import { otherId, unknownName } from './issues';
import type {
  CellRef,
  Issue,
  NameCorrection,
  Organization,
  Scheme,
  Subject,
  SubjectKind,
  UnmatchedName,
} from '../model';
import type { TableReading } from './classify';
import type { NameBook } from './corrections/nameBook';
import { NameIndex, nameType, typeOfKind, type Expected, type NameType } from './names';
import { kindOfName, textIn, type Member } from './people';
import { refAt } from './ruleTables';
import type { Superiors } from './superiors';

/** Somebody whom a row means: an organization or a member of the roster, or a name met without a roster. */
export interface Entity {
  readonly space: 'organization' | 'member' | 'free';
  readonly index: number;
}

/** A name met without a roster. */
interface FreeName {
  readonly name: string;
  readonly kind: SubjectKind | null;
  readonly branch: string | null;
  /** 上级 that its row names, "" for none. */
  readonly superior: string;
  group: string | null;
  readonly place: CellRef;
}

/** What a row without a roster says of its subject. */
interface MetName {
  readonly name: string;
  readonly branch: string;
  readonly superior: string;
  readonly isPerson: boolean;
  readonly place: CellRef;
  readonly band: string | null;
}

/** Knows who is on the rosters and finds whom a row means (specification, section 2). */
export class Registry {
  readonly memberNames: NameIndex;
  private readonly freeNames = new NameIndex();
  private readonly formulaNames = new Map<string, number>();
  private readonly memberEntities: (Entity | undefined)[] = [];
  readonly free: FreeName[] = [];
  private byNameAndBranch: Map<string, number[]> | null = null;
  private readonly strangers = new Map<string, UnmatchedName>();

  /** @param said whom people have said that written names mean */
  constructor(
    public organizations: readonly Organization[],
    readonly members: readonly Member[],
    readonly superiors: Superiors,
    private readonly said: NameBook,
  ) {
    this.memberNames = new NameIndex([...members]);
  }

  get organizationNames(): NameIndex {
    return this.superiors.names;
  }

  /** Whom a row of a table means; null with an issue D04 when the roster has nobody of that name. */
  resolve(
    table: TableReading,
    row: number,
    expected: Expected | null,
    issues: Issue[] | null,
    band: string | null = null,
    superior = '',
  ): Entity | null {
    const { grid } = table.block;
    const id = textIn(grid, row, table.id);
    const isPerson = table.person !== null;
    if (isPerson && id !== '' && this.members.length > 0) {
      const index = this.memberNames.byId(id);
      if (index >= 0) {
        const member = this.members[index]!;
        const name = textIn(grid, row, table.person);
        if (issues && this.isOtherName(name, member))
          issues.push(otherId(id, name, member, refAt(table, row, table.person!)));
        return this.member(index);
      }
    }
    const name = textIn(grid, row, isPerson ? table.person : table.unit);
    const branch = textIn(grid, row, table.branch) || (isPerson ? textIn(grid, row, table.unit) : '');
    if (id === '' && name === '') return null;
    const nameColumn = (isPerson ? table.person : table.unit) ?? table.id!;
    if (!isPerson) {
      const entity = this.resolveOrganization(id, name, expected);
      if (entity && issues && id !== '' && this.namesOther(name, entity.index, expected))
        issues.push(otherId(id, name, this.organizations[entity.index]!, refAt(table, row, table.unit!)));
      if (entity) return entity;
    }
    if (isPerson || this.organizations.length === 0 || name === '') {
      const entity = this.resolveMember(id, name, branch);
      if (entity) return entity;
    }
    const hasRoster =
      isPerson || (name === '' && this.members.length > 0) ? this.members.length > 0 : this.organizations.length > 0;
    if (this.said.isNobody(name || id, branch)) return null;
    const place = refAt(table, row, nameColumn);
    if (!hasRoster) return this.freeEntity({ name: name || id, branch, superior, isPerson, place, band });
    if (issues) this.report(name || id, isPerson ? branch : null, isPerson, expected, place, issues);
    return null;
  }

  /** True when a name beside an id is that of another organization; a name that nobody has is a writing of its own. */
  private namesOther(name: string, index: number, expected: Expected | null): boolean {
    if (name === '' || name === this.organizations[index]!.name) return false;
    const { found } = this.organizationNames.find(name, expected);
    return found >= 0 && found !== index;
  }

  /** True when a name beside an id is not that of the member; 王伟(组长) is 王伟. */
  private isOtherName(name: string, member: Member): boolean {
    if (name === '' || name === member.name) return false;
    const [written, known] = [normaliseText(name), normaliseText(member.name)];
    return !written.includes(known) && !known.includes(written);
  }

  /** Reports a name that no roster has (D04), with those who may be meant; a member's `branch` as written beside it. */
  report(
    written: string,
    branch: string | null,
    isMember: boolean,
    expected: Expected | null,
    place: CellRef,
    issues: Issue[],
  ): void {
    if (this.said.isNobody(written, branch ?? '')) return;
    const hasRoster = isMember ? this.members.length > 0 : this.organizations.length > 0;
    const homonyms = isMember ? this.memberNames.allOf(written) : [];
    const near = isMember ? homonyms : hasRoster ? this.organizationNames.suggest(written, expected) : [];
    const names = near.map((i) => (isMember ? this.describeMember(i) : this.organizations[i]!.name));
    issues.push(unknownName(written, names, place));
    const key = personKey(written, branch ?? '');
    const known = this.strangers.get(key);
    if (known) {
      this.strangers.set(key, { ...known, count: known.count + 1 });
      return;
    }
    const offered = near.length > 0 || !isMember ? near : this.memberNames.suggest(written);
    const about = !hasRoster
      ? this.freeNames.suggest(written).flatMap((i) => (this.free[i]!.name === written ? [] : [this.free[i]!]))
      : offered.map((i) => (isMember ? this.members[i]! : this.organizations[i]!));
    this.strangers.set(key, {
      written,
      branch: branch || null,
      isMember,
      place,
      count: 1,
      near: about.map((one) => ({
        id: 'id' in one ? one.id : null,
        name: one.name,
        branch: 'branch' in one ? (one.branch ?? null) : null,
      })),
    });
  }

  /** Names that no roster has, as reported. */
  get unmatched(): readonly UnmatchedName[] {
    return [...this.strangers.values()];
  }

  /** Whom a person has said that a name means; null when nobody has, or it is of another 类型 than expected. */
  private saidOrganization(written: string, expected: Expected | null): Entity | null {
    for (const correction of this.said.of(written)) {
      const index = this.targetOf(correction, this.organizationNames);
      const type = index < 0 ? null : typeOfKind(this.organizations[index]!.kind);
      if (index < 0 || (expected?.isOnly && type !== null && !expected.types.has(type))) continue;
      return { space: 'organization', index };
    }
    return null;
  }

  /** Whom a correction names: by id, else by name; -1 when the roster no longer has them. */
  private targetOf(correction: NameCorrection, names: NameIndex): number {
    const { target } = correction;
    if (!target) return -1;
    const byName = names.exact(target.name);
    const byId = target.id === null ? -1 : names.byId(target.id);
    // Members of one name are told apart by their id; whoever was renamed keeps it.
    const index = byId >= 0 && (byName < 0 || names.allOf(target.name).includes(byId)) ? byId : byName;
    this.said.note(correction, index >= 0);
    return index;
  }

  /** An organization by id or by name. */
  resolveOrganization(id: string, name: string, expected: Expected | null): Entity | null {
    if (this.organizations.length === 0) return null;
    const byId = id === '' ? -1 : this.organizationNames.byId(id);
    if (byId >= 0) return { space: 'organization', index: byId };
    const written = name || id;
    if (!this.said.isEmpty && this.organizationNames.exact(written) < 0) {
      if (this.said.isNobody(written)) return null;
      const said = this.saidOrganization(written, expected);
      if (said) return said;
    }
    if (name === '') return null;
    const named = this.organizationNames.find(name, expected).found;
    // An id typed where the name belongs means the same subject.
    const found = named >= 0 || !/\d/.test(name) ? named : this.organizationNames.byId(name);
    return found >= 0 ? { space: 'organization', index: found } : null;
  }

  private resolveMember(id: string, name: string, branch: string): Entity | null {
    if (this.members.length === 0) return null;
    let index = id === '' ? -1 : this.memberNames.byId(id);
    if (index < 0 && name !== '') {
      const home = this.superiors.ofBranch(branch)[0];
      const inBranch = home === undefined ? [] : (this.branchMembers().get(personKey(name, home)) ?? []);
      const all = this.memberNames.allOf(name);
      if (inBranch.length === 1) index = inBranch[0]!;
      else if (all.length === 1) index = all[0]!;
    }
    for (const correction of index < 0 ? this.said.of(name || id, branch) : [])
      if (index < 0) index = this.targetOf(correction, this.memberNames);
    return index < 0 ? null : this.member(index);
  }

  /** Members by name and branch, indexed when first asked for. */
  private branchMembers(): Map<string, number[]> {
    if (this.byNameAndBranch) return this.byNameAndBranch;
    const found = new Map<string, number[]>();
    this.members.forEach((member, index) => {
      const key = personKey(member.name, member.branch ?? '');
      const list = found.get(key);
      if (list) list.push(index);
      else found.set(key, [index]);
    });
    return (this.byNameAndBranch = found);
  }

  private describeMember(index: number): string {
    const member = this.members[index]!;
    return `${member.name}(${[member.id, member.branch].filter((part) => part !== null).join(' ')})`;
  }

  /** Without a roster every row is a subject; the same name in another sheet is the same subject. */
  private freeEntity({ name: written, branch, superior, isPerson, place, band }: MetName): Entity {
    const [said] = this.said.of(written, branch);
    if (said) this.said.note(said, true);
    const name = said?.target?.name ?? written;
    const key = isPerson && branch !== '' ? `${name}@${branch}` : name;
    // A tab before "=1+1" is all that tells two such names apart.
    const asWritten = looksLikeFormula(name);
    const known = asWritten
      ? (this.formulaNames.get(key) ?? -1)
      : isPerson
        ? (this.freeNames.allOf(key)[0] ?? -1)
        : this.freeNames.find(key).found;
    if (known >= 0) {
      const entry = this.free[known]!;
      entry.group ??= band;
      return { space: 'free', index: known };
    }
    const index = this.freeNames.add({
      id: null,
      name: asWritten ? `${key}\u0000${this.free.length}` : key,
      aliases: [],
      type: nameType(name),
    });
    if (asWritten) this.formulaNames.set(key, index);
    const kind = isPerson ? '党员' : kindOfName(name);
    this.free.push({ name, kind, branch: branch || null, superior, group: band, place });
    return { space: 'free', index };
  }

  /** The subject of a form that no roster knows. */
  freeSubject(name: string, isPerson: boolean, place: CellRef): Entity {
    return this.freeEntity({ name, branch: '', superior: '', isPerson, place, band: null });
  }

  /** The entity of a member, one object for all its rows. */
  member(index: number): Entity {
    return (this.memberEntities[index] ??= { space: 'member', index });
  }

  /** 类型 of an entity. */
  kind(entity: Entity): SubjectKind | null {
    if (entity.space === 'member') return '党员';
    return entity.space === 'organization' ? this.organizations[entity.index]!.kind : this.free[entity.index]!.kind;
  }

  /** Id of an entity, its name without one: what issues name it by. */
  code(entity: Entity): string {
    if (entity.space === 'free') return this.free[entity.index]!.name;
    const entry = entity.space === 'organization' ? this.organizations[entity.index]! : this.members[entity.index]!;
    return entry.id ?? entry.name;
  }

  name(entity: Entity): string {
    if (entity.space === 'free') return this.free[entity.index]!.name;
    return entity.space === 'organization' ? this.organizations[entity.index]!.name : this.members[entity.index]!.name;
  }

  /** The subject that an entity is under a scheme; `band` is the group band that its row stands under. */
  subject(entity: Entity, band: string | null): Subject {
    if (entity.space === 'member') return this.members[entity.index]!;
    if (entity.space === 'organization') {
      const { id, name, kind, group, exempt, place } = this.organizations[entity.index]!;
      const above = this.superiors.ofOrganization(entity.index);
      return { id, name, kind, group: group ?? band, above, exempt, organization: entity.index, place };
    }
    const { name, kind, group, branch, superior, place } = this.free[entity.index]!;
    return {
      id: null,
      name,
      kind,
      group: group ?? band ?? (kind === '党员' ? branch : null),
      branch,
      above: [...this.superiors.ofBranch(branch), ...(superior === '' ? [] : [this.superiors.stranger(superior)])],
      exempt: false,
      organization: null,
      place,
    };
  }
}

/** True when a default scheme takes subjects of a 类型 (specification, section 2, "Which scheme?"). */
export function acceptsKind(scheme: Scheme, kind: SubjectKind | null): boolean {
  if (scheme.kind === 'committee') return kind === '党委' || kind === '直属党总支';
  if (scheme.kind === 'branch') return kind === '党总支' || kind === '党支部';
  return scheme.kind === 'member' ? kind === '党员' : false;
}

/** Name types that the subjects of some schemes can have; null when any. */
export function expectedTypes(schemes: readonly Scheme[]): Expected | null {
  const types = new Set<NameType>();
  for (const scheme of schemes) {
    if (scheme.kind === 'committee') types.add('committee').add('general');
    else if (scheme.kind === 'branch') types.add('general').add('branch');
    else if (scheme.kind === 'custom') return null;
  }
  return types.size > 0 ? { types, isOnly: true } : null;
}

function personKey(name: string, branch: string): string {
  return `${normaliseText(name)}\u0000${normaliseText(branch)}`;
}
