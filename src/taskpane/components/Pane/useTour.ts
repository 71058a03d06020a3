import { useCallback, useState } from 'react';

const KEY = 'pioneer-scorecard.tour';

/** Whether the tour is on, and whether this user has never taken it. */
export function useTour() {
  const [isOn, setOn] = useState(false);
  const [isNew, setNew] = useState(isUnseen);
  const start = useCallback(() => setOn(true), []);
  const end = useCallback(() => {
    setOn(false);
    setNew(false);
    try {
      localStorage.setItem(KEY, 'seen');
    } catch {
      // Where nothing may be kept the tour is offered again.
    }
  }, []);
  return { isOn, isNew, start, end };
}

function isUnseen(): boolean {
  try {
    return localStorage.getItem(KEY) === null;
  } catch {
    return true;
  }
}
