import { useEffect, useEffectEvent, useState } from 'react';
import type { Answer, Asked, SessionQuestion } from '../app/sessionQuestions';
import { usePane } from './paneContext';
import { useText } from './text';

/**
 * The host's answer to a question, asked anew whenever what is asked or the language changes; null until it is there. A
 * failure is told by the pane; `onFail` may close what waits for it.
 */
export function useAsked<Q extends SessionQuestion>(
  question: Q,
  ask: Omit<Asked<Q>, 'locale'>,
  onFail?: () => void,
): Answer<Q> | null {
  const { host, summary, fail } = usePane();
  const { locale } = useText();
  const key = JSON.stringify(ask);
  const [answered, setAnswered] = useState<{ key: string; locale: string; of: unknown; answer: Answer<Q> } | null>(
    null,
  );
  const failed = useEffectEvent((error: unknown) => {
    onFail?.();
    fail(error);
  });

  useEffect(() => {
    let current = true;
    const whole = { ...(JSON.parse(key) as Omit<Asked<Q>, 'locale'>), locale } as Asked<Q>;
    host.ask(question, whole).then(
      (answer) => current && setAnswered({ key, locale, of: summary, answer }),
      (error: unknown) => current && failed(error),
    );
    return () => {
      current = false;
    };
  }, [host, summary, question, key, locale]);

  const isCurrent = answered?.key === key && answered.locale === locale && answered.of === summary;
  return isCurrent ? answered.answer : null;
}
