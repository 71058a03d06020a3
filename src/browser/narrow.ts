import { useSyncExternalStore } from 'react';

/** Windows up to this many pixels wide show the pane alone, without the workbook. */
export const NARROW = 699;

const query = () => window.matchMedia?.(`(max-width: ${NARROW}px)`);

/** Whether the window has no room for the workbook beside the pane. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => query()?.matches ?? false);
}

function subscribe(listener: () => void): () => void {
  const list = query();
  list?.addEventListener('change', listener);
  return () => list?.removeEventListener('change', listener);
}
