import { CATALOGUES, translate, type Locale, type TextData } from '../i18n';

/** The texts of the forms in one language. */
export type Texts = (key: string, data?: TextData) => string;

export function textsOf(locale: Locale): Texts {
  return (key, data) => translate(locale, `templates.${key}`, data);
}

/** What a parameter does, in a sentence; "" for one that nobody has described. */
export function parameterSentence(locale: Locale, key: string): string {
  return CATALOGUES[locale].templates?.[`parameter.${key}`] ?? '';
}
