import { useCallback, useEffect, useState } from 'react';
import type { DataSummary } from '../../../app/dataSummary';
import type { CorrectionEdit } from '../../../model';
import { usePane, useSummary } from '../../paneContext';
import { useText } from '../../text';

/** What the last correction came to. */
export interface LastEdit {
  readonly isBack: boolean;
  readonly undo: readonly CorrectionEdit[];
}

/** Corrects something; `isBack` where it takes something back. */
export type Correct = (edits: readonly CorrectionEdit[], isBack?: boolean) => Promise<void>;

/** What was recognised, and how it is corrected. */
export function useData() {
  const { host, correct: correctPane, fail } = usePane();
  const summary = useSummary();
  const { locale } = useText();
  const [data, setData] = useState<DataSummary | null>(null);
  const [last, setLast] = useState<LastEdit | null>(null);
  const [isCorrecting, setCorrecting] = useState(false);

  const load = useCallback(() => host.ask('data', { locale }).then(setData, fail), [host, locale, fail]);
  useEffect(() => {
    void load();
    // Another run may have read other cells.
  }, [load, summary]);

  const correct = useCallback<Correct>(
    async (edits, isBack = false) => {
      setCorrecting(true);
      try {
        const corrected = await correctPane(edits);
        setData(corrected.data);
        setLast({ isBack, undo: corrected.undo });
      } catch (problem) {
        fail(problem);
        // It may have been corrected and only not been stored.
        await load();
      } finally {
        setCorrecting(false);
      }
    },
    [correctPane, fail, load],
  );
  return { data, last, isCorrecting, correct, forgetLast: () => setLast(null) };
}
