import { useEffect, useState } from 'react';
import type { NewWorkbookWish, RosterCheck } from '../../../app/newWorkbook';
import { usePane } from '../../paneContext';
import { useText } from '../../text';

/** Milliseconds of quiet after which what was typed is checked. */
const PAUSE = 200;

/** How the rosters of a wish are understood; what was understood last stays in sight while somebody types. */
export function useRosterCheck(wish: NewWorkbookWish): RosterCheck | null {
  const { host, fail } = usePane();
  const { locale } = useText();
  const [check, setCheck] = useState<RosterCheck | null>(null);

  useEffect(() => {
    let current = true;
    const soon = setTimeout(() => {
      host.ask('checkRoster', { wish, locale }).then(
        (answer) => current && setCheck(answer),
        (error: unknown) => current && fail(error),
      );
    }, PAUSE);
    return () => {
      current = false;
      clearTimeout(soon);
    };
  }, [host, wish, locale, fail]);

  return check;
}
