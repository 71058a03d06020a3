import type { WorkbookSnapshot } from '../model';

/** The memory behind the cells of a workbook that was just read: handed to a worker instead of copied. */
export function snapshotBuffers({ sheets }: WorkbookSnapshot): ArrayBuffer[] {
  const buffers = new Set<ArrayBufferLike>();
  for (const { cells } of sheets) {
    for (const column of Object.values(cells)) if (ArrayBuffer.isView(column)) buffers.add(column.buffer);
  }
  return [...buffers].filter((buffer) => buffer instanceof ArrayBuffer);
}
