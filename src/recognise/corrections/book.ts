import {
  correctionEdits,
  mergeCorrections,
  NO_CORRECTIONS,
  type ColumnCorrection,
  type Corrections,
  type CorrectionUse,
  type RoleChoice,
  type SourceCode,
  type TableCorrection,
  type UnfitReason,
} from '../../model';
import { normaliseText } from '../../values';
import type { Block } from '../blocks';
import type { SheetGrid } from '../grid';
import { columnNames, fingerprint, likeness, looseKey } from './fingerprint';
import { GivenHeaders } from './headerRows';

/** Headers so alike are of the same kind of table, a few columns inserted, left out or renamed. */
const ALIKE = 0.75;

/** What people have said of one table. */
export interface Given {
  readonly role: RoleChoice | null;
  readonly source: SourceCode | null;
  readonly scheme: string | null;
  /** By column. */
  readonly columns: ReadonlyMap<number, ColumnCorrection>;
  /** By key of the text and occurrence, see `rowKey`. */
  readonly rows: ReadonlyMap<string, ColumnCorrection>;
  /** For noting what becomes of what was said. */
  readonly corrections: readonly TableCorrection[];
}

/** Key of `Given.rows`. */
export function rowKey(key: string, occurrence: number): string {
  return `${occurrence}\n${key}`;
}

/** Corrections with what becomes of each of them in one recognition. */
export class CorrectionBook {
  /** Why something has no effect; null once it has one. What is not in here found no table. */
  private readonly reasons = new Map<object, UnfitReason | null>();

  readonly corrections: Corrections;
  /** What was said of these very files: it is missed where it does not fit. */
  private readonly own: ReadonlySet<string>;

  /** @param known what was said of other files */
  constructor(corrections: Corrections = NO_CORRECTIONS, known: Corrections = NO_CORRECTIONS) {
    this.own = new Set(correctionEdits(corrections).map((edit) => JSON.stringify(edit)));
    this.corrections = mergeCorrections(known, corrections);
  }

  /** Forgets what became of the corrections: the tables are read anew. */
  begin(): void {
    this.reasons.clear();
  }

  /** Where people have put the headers of a sheet; null where nobody has said anything of headers. */
  headersOn(grid: SheetGrid): GivenHeaders | null {
    const { headers } = this.corrections;
    return headers.length === 0 ? null : new GivenHeaders(grid, headers, (fits) => this.reasons.set(fits, null));
  }

  /** What people have said of each table; tables of which nobody has said anything are left out. */
  tablesOf(blocks: readonly Block[]): ReadonlyMap<Block, Given> {
    const said = new Map<Block, Said[]>();
    for (const correction of this.corrections.tables) {
      const fits = blocks
        .map((block) => ({ block, like: likeness(fingerprint(block), correction.header) }))
        .filter(({ like }) => like >= ALIKE);
      const meant = correction.everySheet ? fits : onSheet(fits, correction.sheet);
      this.reasons.set(correction, fits.length === 0 ? 'noTable' : meant.length === 0 ? 'severalTables' : null);
      for (const { block, like } of meant) {
        const list = said.get(block);
        if (list) list.push({ correction, like });
        else said.set(block, [{ correction, like }]);
      }
    }
    return new Map([...said].map(([block, list]) => [block, this.together(block, list)]));
  }

  /** Notes that something has an effect, or why not; an effect in one place is one. */
  note(entry: object, reason: UnfitReason | null): void {
    if (reason === null || this.reasons.get(entry) !== null) this.reasons.set(entry, reason);
  }

  /** What became of everything that was said, in its order; of other files, only what fits here too. */
  uses(): CorrectionUse[] {
    const { tables, headers, names } = this.corrections;
    const reason = (entry: object, otherwise: UnfitReason) =>
      this.reasons.has(entry) ? this.reasons.get(entry)! : otherwise;
    const reasons: (UnfitReason | null)[] = [];
    for (const table of tables) {
      const whole = reason(table, 'noTable');
      if (table.role) reasons.push(whole);
      if (table.source) reasons.push(whole);
      if (table.scheme !== undefined) reasons.push(whole ?? reason(schemeOf(table), 'noScheme'));
      for (const column of table.columns) reasons.push(whole ?? reason(column, 'noColumn'));
      for (const row of table.rows) reasons.push(whole ?? reason(row, 'noRow'));
    }
    for (const header of headers) reasons.push(reason(header, 'noTable'));
    for (const name of names) reasons.push(reason(name, 'noName'));
    return correctionEdits(this.corrections)
      .map((edit, k) => ({ edit, unfit: reasons[k]! }))
      .filter(({ edit, unfit }) => unfit === null || this.own.has(JSON.stringify(edit)));
  }

  /** What is said of one table: for all sheets before for this one, of tables less like it before of more like it. */
  private together(block: Block, list: readonly Said[]): Given {
    const ordered = [...list].sort(
      (a, b) => Number(b.correction.everySheet) - Number(a.correction.everySheet) || a.like - b.like,
    );
    let role: RoleChoice | null = null;
    let source: SourceCode | null = null;
    let scheme: string | null = null;
    const columns = new Map<number, ColumnCorrection>();
    const rows = new Map<string, ColumnCorrection>();
    for (const { correction } of ordered) {
      role = correction.role ?? role;
      source = correction.source ?? source;
      scheme = correction.scheme ?? scheme;
      for (const column of correction.columns) {
        const at = columnAt(block, column);
        if (at !== null) columns.set(at, column);
      }
      for (const row of correction.rows) rows.set(rowKey(row.key, row.occurrence), row);
    }
    return { role, source, scheme, columns, rows, corrections: ordered.map(({ correction }) => correction) };
  }
}

const SCHEMES = new WeakMap<TableCorrection, object>();

/** The scheme that a correction names, as a thing of its own: it may be missing where the table is there. */
export function schemeOf(correction: TableCorrection): object {
  let scheme = SCHEMES.get(correction);
  if (!scheme) SCHEMES.set(correction, (scheme = {}));
  return scheme;
}

/** A correction of a table with how like the header is to the one that was corrected, 0..1. */
interface Said {
  readonly correction: TableCorrection;
  readonly like: number;
}

/** A table with how like its header is to that of a correction, 0..1. */
interface Fit {
  readonly block: Block;
  readonly like: number;
}

/** Of tables alike those on a sheet: of that name, else of that name in another half of the year, else the only one. */
function onSheet(fits: readonly Fit[], sheet: string): readonly Fit[] {
  const name = ({ block }: Fit) => normaliseText(block.grid.sheet.name);
  const loose = (text: string) => looseKey(text.replace(/(?:19|20)\d{2}年?度?/g, ''));
  const wanted = normaliseText(sheet);
  const named = fits.filter((fit) => name(fit) === wanted);
  const likely = named.length > 0 ? named : fits.filter((fit) => loose(name(fit)) === loose(wanted));
  const isOnly = new Set(fits.map(({ block }) => block.grid)).size === 1;
  const meant = likely.length > 0 ? likely : isOnly ? fits : [];
  // Of several tables on a sheet the most alike.
  const best = new Map<SheetGrid, number>();
  for (const { block, like } of meant) best.set(block.grid, Math.max(like, best.get(block.grid) ?? 0));
  return meant.filter(({ block, like }) => like === best.get(block.grid));
}

/** Column that a correction means: by the key of its header, else by the key without the part of the year. */
function columnAt(block: Block, { key, occurrence }: ColumnCorrection): number | null {
  const names = columnNames(block.columns);
  const exact = names.findIndex((name) => name.key === key && name.occurrence === occurrence);
  if (exact >= 0) return block.columns[exact]!.column;
  const loose = names.flatMap((name, k) => (looseKey(name.key) === looseKey(key) ? [k] : []));
  return loose.length === 1 && occurrence === 0 ? block.columns[loose[0]!]!.column : null;
}
