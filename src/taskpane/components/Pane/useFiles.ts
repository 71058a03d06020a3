import { useCallback, useSyncExternalStore } from 'react';
import type { Host } from '../../../app/port';
import { useText } from '../../text';

/** The files of a host: what is being opened, and how they are added and put away. */
export function useFiles(host: Host, onChanged: () => void, fail: (problem: unknown) => void) {
  const { locale } = useText();
  const subscribe = useCallback((listener: () => void) => host.subscribe(listener), [host]);
  const opening = useSyncExternalStore(subscribe, () => host.files.opening());

  const change = useCallback(
    async (work: () => Promise<void>) => {
      const before = host.workbooks();
      try {
        await work();
      } catch (problem) {
        fail(problem);
      }
      if (host.workbooks() !== before) onChanged();
    },
    [host, onChanged, fail],
  );
  const addFiles = useCallback(
    (files: readonly File[]) => void (files.length > 0 && change(() => host.files.add(files, locale))),
    [host, locale, change],
  );
  const removeFile = useCallback((workbook: number) => void change(() => host.files.remove(workbook)), [host, change]);
  return { opening, addFiles, removeFile };
}
