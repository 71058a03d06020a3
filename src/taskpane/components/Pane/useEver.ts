import { useState } from 'react';

/** Whether something has been so at least once: what is closed again may still be moving. */
export function useEver(isSo: boolean): boolean {
  const [was, setWas] = useState(isSo);
  if (isSo && !was) setWas(true);
  return was || isSo;
}
