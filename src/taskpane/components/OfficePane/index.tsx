import { useEffect, useState } from 'react';
import type { Host } from '../../../app/port';
import type { RunKind } from '../../../app/types';
import { translate, type Locale } from '../../../i18n';
import type { ThemeName } from '../../theme';
import { Pane } from '../Pane';

export interface OfficePaneProps {
  readonly host: Host;
  readonly wish: RunKind | null;
  /** Language of Office. */
  readonly language: Locale;
  /** Theme that Office has now. */
  readonly readTheme: () => ThemeName;
}

/** The pane inside Office: its language and its theme are those of Office, the language until the user wants another. */
export function OfficePane({ host, wish, language, readTheme }: OfficePaneProps) {
  const [locale, setLocale] = useState(language);
  const [theme, setTheme] = useState(readTheme);

  useEffect(() => {
    // Excel does not say when its theme changes; who has changed it comes back to the pane by a click.
    const look = () => setTheme(readTheme());
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [readTheme]);
  useEffect(() => {
    document.documentElement.lang = locale;
    document.title = translate(locale, 'taskpane.title');
    document.documentElement.style.colorScheme = theme;
  }, [locale, theme]);

  return <Pane host={host} locale={locale} theme={theme} wish={wish} onLocale={setLocale} />;
}
