import { useRef, useState } from 'react';
import type { Host, Report } from '../../../app/port';
import { useText } from '../../text';
import { sentence } from './sentence';

/** Writing the results of a host and taking them back: how far it is, and what it came to. */
export function useWriting(host: Host, setError: (problem: string | null) => void) {
  const { locale } = useText();
  /** Share that is written; null when nothing is being written or taken back. */
  const [writing, setWriting] = useState<number | null>(null);
  const [report, setReport] = useState<Report | null>(null);
  const control = useRef<AbortController | null>(null);

  const during = async (work: (signal: AbortSignal) => Promise<Report>) => {
    control.current = new AbortController();
    const { signal } = control.current;
    setError(null);
    setReport(null);
    setWriting(0);
    try {
      setReport(await work(signal));
    } catch (problem) {
      // A write that was stopped says what it had written; without such words there is nothing to tell.
      if (!(problem instanceof DOMException && problem.name === 'AbortError')) setError(sentence(problem));
    } finally {
      setWriting(null);
    }
  };
  return {
    writing,
    report,
    write: () => void during((signal) => host.write(locale, setWriting, signal)),
    undo: (all: boolean) => void during(() => host.undo(locale, all)),
    stop: () => control.current?.abort(),
    dismiss: () => setReport(null),
  };
}
