import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { WhatIfAnswer } from '../../../app/whatIf/whatIf';
import { usePane } from '../../paneContext';
import { useText } from '../../text';
import { changesOf, type Tried } from './changes';

/**
 * What comes out of the tries. One question is on its way at a time, and the next asks for what is tried by then: a
 * slider may be drawn as fast as one likes. `isCurrent` is false while the answer is to an earlier try.
 */
export function useTried(tried: Tried): { readonly answer: WhatIfAnswer | null; readonly isCurrent: boolean } {
  const { host, fail } = usePane();
  const { locale } = useText();
  const [found, setFound] = useState<{ of: Tried; locale: string; answer: WhatIfAnswer } | null>(null);
  const latest = useRef<Tried | null>(null);
  const isAsking = useRef(false);

  const ask = useEffectEvent(async () => {
    if (isAsking.current) return;
    isAsking.current = true;
    try {
      for (let of = latest.current; of !== null; of = latest.current) {
        latest.current = null;
        const answer = await host.ask('whatIf', { changes: changesOf(of), locale });
        setFound({ of, locale, answer });
      }
    } catch (error) {
      fail(error);
    } finally {
      isAsking.current = false;
    }
  });
  useEffect(() => {
    latest.current = tried;
    void ask();
  }, [tried, locale]);

  return { answer: found?.answer ?? null, isCurrent: found?.of === tried && found.locale === locale };
}
