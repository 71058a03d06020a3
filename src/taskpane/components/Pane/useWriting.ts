import { useRef, useState } from 'react';
import type { Host, Report } from '../../../app/port';
import { useText } from '../../text';
import { sentence } from './sentence';

/** What goes on with a write. */
export type Writing = ReturnType<typeof useWriting>;

/** Writing the results of a host and taking them back: how far it is, and what it came to. */
export function useWriting(host: Host, setError: (problem: string | null) => void) {
  const { locale } = useText();
  /** Share that is written; null when nothing is being written or taken back. */
  const [share, setShare] = useState<number | null>(null);
  const [isUndoing, setUndoing] = useState(false);
  const [report, setReport] = useState<Report | null>(null);
  const control = useRef<AbortController | null>(null);

  const during = async (kind: 'write' | 'undo', work: (signal: AbortSignal) => Promise<Report>) => {
    control.current = new AbortController();
    const { signal } = control.current;
    setError(null);
    setReport(null);
    setShare(0);
    setUndoing(kind === 'undo');
    try {
      setReport(await work(signal));
    } catch (problem) {
      // A write that was stopped says what it had written; without such words there is nothing to tell.
      if (!(problem instanceof DOMException && problem.name === 'AbortError')) setError(sentence(problem));
    } finally {
      setShare(null);
    }
  };
  return {
    share,
    isUndoing,
    report,
    write: () => void during('write', (signal) => host.write(locale, setShare, signal)),
    undo: (all: boolean) => void during('undo', (signal) => host.undo(locale, all, setShare, signal)),
    stop: () => control.current?.abort(),
    dismiss: () => setReport(null),
  };
}
