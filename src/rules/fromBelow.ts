import type { FromBelow } from '../model';
import { normaliseText } from '../values';

/**
 * What an indicator counts at the lower level when its 来源 is 下级, by its name: 党员 or 支部, 达标, 合格 or 优秀; null
 * for every other 来源, and for an indicator that is no rate.
 * @example fromBelow("下级", "党员“五带头”合格率", true) // { who: "member", measure: "qualified" }
 * @example fromBelow("下级", "五好党总支、党支部达标率", true) // { who: "branch", measure: "attained" }
 */
export function fromBelow(source: string, name: string, isRate: boolean): FromBelow | null {
  if (!isRate || !normaliseText(source).includes('下级')) return null;
  const plain = normaliseText(name);
  const who = /党员|五带头/u.test(plain) ? 'member' : /支部|总支/u.test(plain) ? 'branch' : 'next';
  const measure = /优秀/u.test(plain) ? 'top' : /合格|称职/u.test(plain) ? 'qualified' : 'attained';
  return { who, measure };
}
