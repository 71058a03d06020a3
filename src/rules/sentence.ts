import type { AdjustmentRule, Indicator } from '../model';
import type { Locale } from '../i18n';
import { definitionOf } from './methods';
import { listed, say } from './methods/shared';

/**
 * The rule of an indicator as a sentence.
 * @example ruleSentence(w11, "zh-CN") // "以12为目标，每少1次扣0.5分，扣完4分为止。"
 */
export function ruleSentence(indicator: Indicator, locale: Locale): string {
  const { method, max, isRate } = indicator;
  return definitionOf(method).sentence(method, max, isRate, locale);
}

/** The rule of a bonus, a penalty or a veto as a sentence. */
export function adjustmentSentence(rule: AdjustmentRule, locale: Locale): string {
  const { effect, unit, kinds, cap } = rule;
  if (effect?.type === 'set') return say(locale, 'veto.set', { grade: effect.grade });
  if (effect?.type === 'cap') return say(locale, 'veto.cap', { grade: effect.grade });
  if (effect) {
    const hold = effect.holdBelow ? say(locale, 'veto.hold', {}) : '';
    return say(locale, 'veto.drop', { bands: effect.bands, penalty: effect.penalty, hold });
  }
  const most = cap ? say(locale, `${rule.type}.cap`, { cap }) : say(locale, `${rule.type}.noCap`, {});
  if (unit) return say(locale, `${rule.type}.unit`, { unit, most });
  return say(locale, `${rule.type}.kinds`, { kinds: listed(kinds, locale), most });
}
