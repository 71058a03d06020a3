import { useEffect, useState } from 'react';
import type { RulesCheck, RulesDraft } from '../../../app/rulesEditor/draft';
import { usePane } from '../../paneContext';
import { useText } from '../../text';

/** Milliseconds of quiet after which what was typed is checked. */
const PAUSE = 150;

/** The check of a draft; null while what was typed last is still being checked. */
export function useChecked(draft: RulesDraft): RulesCheck | null {
  const { host, fail } = usePane();
  const { locale } = useText();
  const [checked, setChecked] = useState<{ of: RulesDraft; locale: string; check: RulesCheck } | null>(null);

  useEffect(() => {
    let current = true;
    const soon = setTimeout(() => {
      host.ask('checkRules', { draft, locale }).then(
        (check) => current && setChecked({ of: draft, locale, check }),
        (error: unknown) => current && fail(error),
      );
    }, PAUSE);
    return () => {
      current = false;
      clearTimeout(soon);
    };
  }, [host, draft, locale, fail]);

  return checked && checked.of === draft && checked.locale === locale ? checked.check : null;
}
