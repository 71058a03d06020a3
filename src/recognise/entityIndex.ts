import type { Entity } from './subjects';

/** An entity with the group band that its row stands under. */
export interface Placed {
  readonly entity: Entity;
  readonly band: string | null;
}

/** Entities numbered in the order in which they were added; arrays instead of a map, so that 100,000 cost little. */
export class EntityIndex {
  private readonly numbers: Readonly<Record<Entity['space'], number[]>> = { organization: [], member: [], free: [] };
  readonly entries: Placed[] = [];

  /** Number of an entity, -1 when it was not added. */
  indexOf({ space, index }: Entity): number {
    return this.numbers[space][index] ?? -1;
  }

  has(entity: Entity): boolean {
    return this.indexOf(entity) >= 0;
  }

  /** Adds an entity; of the same one twice the first stays. */
  add(entry: Placed): void {
    const { space, index } = entry.entity;
    if (this.numbers[space][index] !== undefined) return;
    this.numbers[space][index] = this.entries.length;
    this.entries.push(entry);
  }
}
