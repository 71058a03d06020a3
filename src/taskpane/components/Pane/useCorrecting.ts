import { useCallback, useState } from 'react';
import type { Host } from '../../../app/port';
import type { Summary } from '../../../app/summary';
import type { CorrectionEdit } from '../../../model';
import { useText } from '../../text';

/** Correcting what a host has recognised: the results of the last run are out of date after it. */
export function useCorrecting(host: Host, summary: Summary | null) {
  const { locale } = useText();
  const [outdated, setOutdated] = useState<Summary | null>(null);
  const correct = useCallback(
    async (edits: readonly CorrectionEdit[]) => {
      // Also what could not be stored has been corrected.
      setOutdated(summary);
      return host.ask('correct', { edits, locale });
    },
    [host, locale, summary],
  );
  return { correct, isOutdated: summary !== null && outdated === summary };
}
