/** Key under which the workbook keeps the record of the last write. */
export const UNDO_KEY = 'PioneerScorecard.undo';
/** Marks of the hidden sheets that hold what was replaced or removed start so. */
const BACKUP_MARK = 'undo:';

/**
 * Mark of the backup of a sheet; each write has marks of its own, so that no backup is taken for that of another.
 * @example backupMark(3, 'ranking:五好党委') // "undo:3:ranking:五好党委"
 */
export function backupMark(write: number, mark: string): string {
  return `${BACKUP_MARK}${write}:${mark}`;
}

/** Text between the write and the name of the sheet in the mark of one that an undo has put aside. */
const ASIDE = '>';

/**
 * Mark of a sheet that an undo has put aside for the one that stood there before, whose name it tells.
 * @example asideMark(3, '排名') // "undo:3:>排名"
 */
export function asideMark(write: number, name: string): string {
  return backupMark(write, ASIDE + name);
}

/** Name of the sheet for which an undo of this write has put a sheet with this mark aside; null when it has not. */
export function asideOf(write: number, mark: string | null): string | null {
  const start = asideMark(write, '');
  return mark?.startsWith(start) ? mark.slice(start.length) : null;
}

/** Number of the next write, by the marks of a workbook: one more than that of any backup. */
export function nextWrite(marks: readonly (string | null)[]): number {
  return marks.reduce((next, mark) => Math.max(next, 1 + Number(/^undo:(\d{1,9}):/.exec(mark ?? '')?.[1] ?? 0)), 1);
}

export function isBackupMark(mark: string | null): boolean {
  return mark?.startsWith(BACKUP_MARK) ?? false;
}
