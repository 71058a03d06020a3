import { useContext } from 'react';
import { translate, type TextData } from '../i18n';
import { LocaleContext } from '../taskpane/text';

/** Texts of the browser edition in its language. */
export function useText() {
  const locale = useContext(LocaleContext);
  return { locale, t: (name: string, data?: TextData) => translate(locale, `browser.${name}`, data) };
}
