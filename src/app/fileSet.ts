import { translate, type Locale } from '../i18n';
import type { WorkbookSnapshot } from '../model';
import { sha256 } from './sha256';
import { SpokenError } from './spokenError';

/** A file of a set: what its reader made of it, and the SHA-256 of its bytes; null for a copy that no file holds as it is. */
export type SetFile<F> = F & { readonly hash: string | null };

/** Files of the user that are scored together, on the worker's side: none twice, and no two of one name. */
export class FileSet<F extends { readonly snapshot: WorkbookSnapshot }> {
  private list: readonly SetFile<F>[] = [];

  /** @param read reads a file of any format, see `readFile` of the xlsx host */
  constructor(private readonly read: (bytes: Uint8Array, name: string) => Promise<F>) {}

  get files(): readonly SetFile<F>[] {
    return this.list;
  }

  /**
   * Reads a file and adds it; `isInstead`: then it takes the place of all others.
   * @param taken names that it must not have besides those of the set
   * @throws SpokenError when the set has it already, and whatever the reader throws
   */
  async add(
    bytes: Uint8Array,
    name: string,
    locale: Locale,
    { taken = [], isInstead = false }: { taken?: readonly string[]; isInstead?: boolean } = {},
  ): Promise<SetFile<F>> {
    const others = isInstead ? [] : this.list;
    const hash = await sha256(bytes);
    const same = others.find((file) => file.hash === hash);
    if (same) throw new SpokenError(translate(locale, 'app.files.same', { file: name, other: same.snapshot.name }));
    const names = new Set([...taken, ...others.map(({ snapshot }) => snapshot.name)]);
    const file = { ...(await this.read(bytes, freeName(name, names))), hash };
    this.list = [...others, file];
    return file;
  }

  /** Puts a changed copy in the place of a file. */
  amend(index: number, file: F): void {
    this.list = this.list.map((other, i) => (i === index ? { ...file, hash: null } : other));
  }

  remove(index: number): void {
    this.list = this.list.filter((_, i) => i !== index);
  }
}

/**
 * The name of a file among others: units like to give theirs the same.
 * @example freeName("自评.xlsx", new Set(["自评.xlsx"])) // "自评 (2).xlsx"
 */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  let free = name;
  for (let number = 2; taken.has(free); number++) free = `${stem} (${number})${ending}`;
  return free;
}
