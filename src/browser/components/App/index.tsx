import { type DragEvent, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { MessageBar, MessageBarType } from 'office-ui-fabric-react/lib/MessageBar';
import { ThemeProvider } from 'office-ui-fabric-react/lib/Theme';
import { type Locale, translate } from '../../../i18n';
import { CanGoContext } from '../../../taskpane/components/PlaceLink';
import { Pane } from '../../../taskpane/components/Pane';
import { paneTheme, type ThemeName } from '../../../taskpane/theme';
import { LocaleContext } from '../../../taskpane/text';
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
  const [isOver, setOver] = useState(false);
  const isNarrow = useIsNarrow();

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (event.dataTransfer.files.length > 0) void desk.open([...event.dataTransfer.files]);
  };
  return (
    <div
      className={styles.root}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => event.currentTarget.contains(event.relatedTarget as Node | null) || setOver(false)}
      onDrop={drop}
    >
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
