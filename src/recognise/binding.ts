import type { CellPlaces, Issue, PointsPart, ResultColumn, Scheme, SourceCode, Subject } from '../model';
import { duplicate } from './issues';
import type { TableReading } from './classify';
import type { ExtraColumn } from './extraPoints';
import type { SheetGrid } from './grid';
import type { EntityIndex } from './entityIndex';
import type { Entity, Registry } from './subjects';
import { noPlaces, setPlace, SourceBuilder } from './sources';

/** A row of a table with the subject that it means. */
export interface BoundRow {
  readonly row: number;
  readonly entity: Entity;
  readonly band: string | null;
}

/** Rows of one table that feed one scheme. */
export interface TableRows {
  readonly table: TableReading;
  readonly rows: readonly BoundRow[];
}

/** One scheme while its sheets are being read: its subjects are known, its sources are being filled. */
export class SchemeBinding {
  readonly subjects: readonly Subject[];
  private readonly sources = new Map<SourceCode, SourceBuilder>();
  private readonly results = new Map<string, ResultColumn>();
  private readonly known = new WeakMap<readonly BoundRow[], Int32Array>();
  tableTotals: CellPlaces | null = null;
  writtenTotals: CellPlaces | null = null;
  /** 1 for a subject of a table of totals that has a part still to come (待报). */
  readonly pending: Uint8Array;
  readonly extras: ExtraColumn[] = [];

  constructor(
    readonly scheme: Scheme,
    /** Index into the schemes by which tables name it. */
    readonly index: number,
    private readonly entities: EntityIndex,
    registry: Registry,
    private readonly gridOf: (sheet: number) => SheetGrid,
  ) {
    this.subjects = entities.entries.map(({ entity, band }) => registry.subject(entity, band));
    this.pending = new Uint8Array(this.subjects.length);
  }

  /** Subject of each of some rows, -1 for none; found once for all the columns of a table. */
  subjectsOf(rows: readonly BoundRow[]): Int32Array {
    let found = this.known.get(rows);
    if (!found) this.known.set(rows, (found = Int32Array.from(rows, ({ entity }) => this.subject(entity))));
    return found;
  }

  /** Index of an entity's subject, -1 when the scheme does not have it. */
  subject(entity: Entity): number {
    return this.entities.indexOf(entity);
  }

  /** True when the cell that a place names holds nothing. */
  isBlank(places: CellPlaces, subject: number): boolean {
    return this.gridOf(places.sheet[subject]!).isBlank(places.row[subject]!, places.column[subject]!);
  }

  /** True when a place holds something. */
  readonly isFilled = (places: CellPlaces, subject: number): boolean => !this.isBlank(places, subject);

  isBlankCell(sheet: number, row: number, column: number): boolean {
    return this.gridOf(sheet).isBlank(row, column);
  }

  source(source: SourceCode): SourceBuilder {
    let builder = this.sources.get(source);
    if (!builder) this.sources.set(source, (builder = new SourceBuilder(this.subjects.length)));
    return builder;
  }

  get givenSources(): ReadonlyMap<SourceCode, SourceBuilder> {
    return this.sources;
  }

  resultCells(field: ResultColumn['field']): CellPlaces {
    return this.resultColumn(field, { field });
  }

  /** Cells that wait for points of a source: of one of its lines or dimensions, or of all. */
  pointCells(source: SourceCode, part?: PointsPart): CellPlaces {
    const key = `points:${source}:${JSON.stringify(part ?? null)}`;
    return this.resultColumn(key, { field: 'points', source, ...(part ? { part } : {}) });
  }

  private resultColumn(key: string, column: Omit<ResultColumn, 'cells'>): CellPlaces {
    let known = this.results.get(key);
    if (!known) this.results.set(key, (known = { ...column, cells: noPlaces(this.subjects.length) }));
    return known.cells;
  }

  get resultColumns(): ResultColumn[] {
    return [...this.results.values()];
  }
}

/**
 * Fills a column of places from the rows of a table. Of a duplicated value the first counts; the second is D05, once a
 * row. `other` are cells of the same thing that another reading has taken.
 */
export function fillPlaces(
  binding: SchemeBinding,
  { table, rows }: TableRows,
  column: number,
  places: CellPlaces,
  other: CellPlaces | undefined,
  duplicates: Set<number>,
  issues: Issue[],
): void {
  const { grid } = table.block;
  const merged = grid.sheet.merges.some(
    (m) => m.left <= column && m.right >= column && m.bottom >= table.block.firstRow,
  );
  const subjects = binding.subjectsOf(rows);
  for (let i = 0; i < rows.length; i++) {
    const { row } = rows[i]!;
    const subject = subjects[i]!;
    if (subject < 0) continue;
    if (!merged && places.row[subject] === -1 && (!other || other.row[subject] === -1)) {
      setPlace(places, subject, grid.index, row, column);
      continue;
    }
    const at = merged ? grid.anchor(row, column) : { row, column };
    const taken = places.row[subject] !== -1 ? places : other && other.row[subject] !== -1 ? other : null;
    if (taken) {
      if (grid.isBlank(at.row, at.column)) continue;
      // A blank first value is no value: the later one counts.
      if (!binding.isBlank(taken, subject)) {
        if (!duplicates.has(row)) {
          duplicates.add(row);
          const { id, name } = binding.subjects[subject]!;
          const who = { code: id ?? name, name };
          issues.push(duplicate('value', who, { sheet: grid.index, ...at }, binding.scheme.name));
        }
        continue;
      }
      taken.row[subject] = -1;
    }
    setPlace(places, subject, grid.index, at.row, at.column);
  }
}
