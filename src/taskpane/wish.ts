import type { RunKind } from '../app/types';

/**
 * What the button of the ribbon that opened the pane asks for: each opens an address of its own. Null when the pane is
 * only to be shown.
 * @example wishOf("?do=score&_host_Info=Excel$Win32$16.01$zh-CN") // "score"
 */
export function wishOf(search: string): RunKind | null {
  const wish = new URLSearchParams(search).get('do');
  return wish === 'score' || wish === 'check' ? wish : null;
}
