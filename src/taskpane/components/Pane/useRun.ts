import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Host, Progress } from '../../../app/port';
import type { Summary } from '../../../app/summary';
import type { RunKind } from '../../../app/types';
import { useText } from '../../text';
import { sentence } from './sentence';

interface Found {
  readonly kind: RunKind;
  readonly workbooks: readonly string[];
  readonly summary: Summary;
}

/** The run of a host: its workbooks, how far it is, what it found. */
export function useRun(host: Host, setError: (problem: string | null) => void) {
  const subscribe = useCallback((listener: () => void) => host.subscribe(listener), [host]);
  const workbooks = useSyncExternalStore(subscribe, () => host.workbooks());
  const { locale } = useText();
  const live = useSyncExternalStore(subscribe, () => host.live(locale));
  const lastRun = useSyncExternalStore(subscribe, () => host.lastRun());
  const [last, setLast] = useState<Found | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const running = useRef<AbortController | null>(null);

  useEffect(() => () => running.current?.abort(), [host]);

  const run = useCallback(
    async (kind: RunKind) => {
      running.current?.abort();
      const control = new AbortController();
      running.current = control;
      const isCurrent = () => running.current === control;
      setError(null);
      setProgress({ stage: 'read', done: 0 });
      try {
        const summary = await host.run(kind, locale, (step) => isCurrent() && setProgress(step), control.signal);
        if (isCurrent()) setLast({ kind, workbooks: host.workbooks(), summary });
      } catch (problem) {
        if (isCurrent() && !control.signal.aborted) setError(sentence(problem));
      } finally {
        if (isCurrent()) setProgress(null);
      }
    },
    [host, locale, setError],
  );
  const cancel = () => running.current?.abort();
  // Results of other workbooks than those that are open would mislead.
  const found = useMemo(() => (last && last.workbooks === workbooks ? last : null), [last, workbooks]);
  return { workbooks, live, lastRun, found, progress, run, cancel };
}
