import type { Locale } from '../i18n';
import { preferredLocale } from '../taskpane/text';
import type { ThemeName } from '../taskpane/theme';

/** A wish is kept for this page only where the browser allows it; it is never sent anywhere. */
function remembered(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function remember(key: 'locale' | 'theme', value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Without storage the wish lasts as long as the page.
  }
}

/** The language chosen before, else the browser's. */
export function rememberedLocale(): Locale {
  const chosen = remembered('locale');
  return chosen === 'zh-CN' || chosen === 'en-US' ? chosen : preferredLocale(navigator.languages);
}

/** The theme chosen before, else the system's. */
export function rememberedTheme(): ThemeName {
  const chosen = remembered('theme');
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return window.matchMedia?.('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
