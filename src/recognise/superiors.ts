import type { Organization } from '../model';
import { normaliseText, tidyText } from '../values';
import { NameIndex, nameType, typeOfKind, type Expected } from './names';

/** Who may stand above somebody: a 党委 or a 党总支. */
const ABOVE: Expected = { types: new Set(['committee', 'general']), isOnly: true };
/** Where members mostly are: in a 党支部, or in a 党总支 without branches. */
const HOME: Expected = { types: new Set(['branch', 'general']), isOnly: false };
const NOBODY: readonly string[] = [];

/** Knows who stands above whom (上级, 所在支部), by the names of the roster. */
export class Superiors {
  readonly names: NameIndex;
  private readonly parents: (number | undefined)[] = [];
  private readonly chains: (readonly string[] | undefined)[] = [];
  private readonly branches = new Map<string, readonly string[]>();
  /** Superiors that the roster does not list, each by the first of its writings. */
  private readonly strangers = new NameIndex();
  private readonly strangerNames: string[] = [];

  constructor(private readonly organizations: readonly Organization[]) {
    this.names = new NameIndex(
      organizations.map(({ id, name, aliases, kind }) => ({
        id,
        name,
        aliases,
        type: typeOfKind(kind) ?? nameType(name),
      })),
    );
  }

  /** Index of the organization right above one; -1 when the roster has none, or only itself. */
  private parentOf(index: number): number {
    let parent = this.parents[index];
    if (parent === undefined) {
      const written = this.organizations[index]!.parent;
      parent = written === null ? -1 : this.names.find(written, ABOVE).found;
      if (parent === index) parent = -1;
      this.parents[index] = parent;
    }
    return parent;
  }

  /** Indices of the organizations above one, nearest first; a roster that goes in circles ends where it began. */
  chainOf(index: number): number[] {
    const chain: number[] = [];
    const seen = new Set([index]);
    for (let at = this.parentOf(index); at >= 0 && !seen.has(at); at = this.parentOf(at)) {
      seen.add(at);
      chain.push(at);
    }
    return chain;
  }

  /**
   * Names above an organization, nearest first: those of the roster, and last a 上级 that the roster does not list, as
   * written.
   */
  ofOrganization(index: number): readonly string[] {
    let names = this.chains[index];
    if (!names) {
      const chain = this.chainOf(index);
      const top = chain.at(-1) ?? index;
      const written = this.parentOf(top) < 0 ? this.organizations[top]!.parent : null;
      const isNew = written !== null && this.names.find(written, ABOVE).found < 0;
      names = [...chain.map((at) => this.organizations[at]!.name), ...(isNew ? [this.stranger(written)] : [])];
      this.chains[index] = names;
    }
    return names;
  }

  /** One name for the writings of a superior that is on no roster: 东岭锡矿党委, 中共东岭锡矿委员会. */
  stranger(written: string): string {
    const { found } = this.strangers.find(written, ABOVE);
    if (found >= 0) return this.strangerNames[found]!;
    const name = tidyText(written);
    this.strangers.add({ id: null, name, aliases: [], type: nameType(name) });
    this.strangerNames.push(name);
    return name;
  }

  /** Names above a member: the branch that a roster or a table gives, and those above it; one list for each branch. */
  ofBranch(written: string | null): readonly string[] {
    const key = normaliseText(written ?? '');
    if (key === '') return NOBODY;
    let names = this.branches.get(key);
    if (!names) {
      const { found } = this.names.find(written!, HOME);
      names = found < 0 ? [tidyText(written!)] : [this.organizations[found]!.name, ...this.ofOrganization(found)];
      this.branches.set(key, names);
    }
    return names;
  }
}
