import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { MessageBar, MessageBarType } from 'office-ui-fabric-react/lib/MessageBar';
import { ThemeProvider } from 'office-ui-fabric-react/lib/Theme';
import { type Locale, translate } from '../../../i18n';
import { CanGoContext } from '../../../taskpane/components/PlaceLink';
import { Pane } from '../../../taskpane/components/Pane';
import { paneTheme, type ThemeName } from '../../../taskpane/theme';
import { LocaleContext } from '../../../taskpane/text';
import { useFileDrop } from '../../../taskpane/useFileDrop';
import { useStyles } from '../../../taskpane/useStyles';
import { browserHost } from '../../browserHost';
import type { Desk } from '../../desk';
import { useIsNarrow } from '../../narrow';
import { remember, rememberedTheme } from '../../preferences';
import { useText } from '../../text';
import { Toolbar } from '../Toolbar';
import { WorkbookView } from '../WorkbookView';
import { getStyles } from './styles';

/** The browser edition: toolbar above, workbook on the left, the task pane of Excel on the right. */
export function App({ desk }: { readonly desk: Desk }) {
  const [locale, setLocale] = useState<Locale>(desk.locale);
  const [theme, setTheme] = useState<ThemeName>(rememberedTheme);
  const host = useMemo(() => browserHost(desk), [desk]);

  useEffect(() => {
    desk.setLocale(locale);
    document.documentElement.lang = locale;
    document.title = translate(locale, 'taskpane.title');
  }, [desk, locale]);
  useEffect(() => {
    document.documentElement.style.colorScheme = theme;
  }, [theme]);

  return (
    <ThemeProvider theme={paneTheme(theme)} style={{ height: '100%' }}>
      <LocaleContext.Provider value={locale}>
        <Shell
          desk={desk}
          pane={<Pane host={host} locale={locale} theme={theme} />}
          theme={theme}
          onLocale={(wanted) => {
            remember('locale', wanted);
            setLocale(wanted);
          }}
          onTheme={(wanted) => {
            remember('theme', wanted);
            setTheme(wanted);
          }}
        />
      </LocaleContext.Provider>
    </ThemeProvider>
  );
}

interface ShellProps {
  readonly desk: Desk;
  readonly pane: React.ReactNode;
  readonly theme: ThemeName;
  readonly onLocale: (locale: Locale) => void;
  readonly onTheme: (theme: ThemeName) => void;
}

function Shell({ desk, pane, theme, onLocale, onTheme }: ShellProps) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  const state = useSyncExternalStore(desk.subscribe, desk.getState);
  const { isOver, target } = useFileDrop((files) => void desk.open(files));
  const isNarrow = useIsNarrow();

  return (
    <div className={styles.root} {...target}>
      <header>
        <Toolbar desk={desk} state={state} theme={theme} onLocale={onLocale} onTheme={onTheme} />
      </header>
      {state.problems.map((problem) => (
        <MessageBar
          key={problem}
          messageBarType={MessageBarType.error}
          isMultiline
          onDismiss={() => desk.dismiss(problem)}
          dismissButtonAriaLabel={t('dismiss')}
        >
          {problem}
        </MessageBar>
      ))}
      <div className={styles.desk}>
        <WorkbookView desk={desk} state={state} isDark={theme === 'dark'} />
        <div className={styles.pane}>
          <CanGoContext.Provider value={!isNarrow}>{pane}</CanGoContext.Provider>
        </div>
      </div>
      {isOver && <div className={styles.drop}>{t('drop')}</div>}
    </div>
  );
}
