import { createContext, useContext } from 'react';
import { translate, type Locale, type TextData } from '../i18n';

/** Language of the pane. */
export const LocaleContext = createContext<Locale>('zh-CN');

export interface Text {
  readonly locale: Locale;
  /** A text of the pane by its name, filled in. */
  t(name: string, data?: TextData): string;
}

/** Texts of the pane in its language. */
export function useText(): Text {
  const locale = useContext(LocaleContext);
  return { locale, t: (name, data) => translate(locale, `taskpane.${name}`, data) };
}

/**
 * Language for a user whose languages are these: English for those who ask for it before Chinese, else Chinese.
 * @example preferredLocale(["en-GB", "zh-CN"]) // "en-US"
 */
export function preferredLocale(languages: readonly string[]): Locale {
  for (const language of languages) {
    if (/^zh\b/i.test(language)) return 'zh-CN';
    if (/^en\b/i.test(language)) return 'en-US';
  }
  return 'zh-CN';
}
