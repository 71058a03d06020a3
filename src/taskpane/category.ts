import '../i18n/report';
import { translate, type Locale } from '../i18n';
import type { FindingCode } from '../model';

/**
 * The kind of a finding in the words of the gap sheet.
 * @example categoryOf("zh-CN", "D04") // "数据：名册外"
 */
export function categoryOf(locale: Locale, code: FindingCode): string {
  return translate(locale, `report.category.${code}`);
}
