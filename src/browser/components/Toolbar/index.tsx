import { useRef, useState } from 'react';
import { ActionButton, IconButton } from 'office-ui-fabric-react/lib/Button';
import { Spinner, SpinnerSize } from 'office-ui-fabric-react/lib/Spinner';
import type { Locale } from '../../../i18n';
import type { ThemeName } from '../../../taskpane/theme';
import { OPENABLE } from '../../../taskpane/openableFiles';
import { useStyles } from '../../../taskpane/useStyles';
import type { Desk, DeskState } from '../../desk';
import { download } from '../../../taskpane/download';
import { useText } from '../../text';
import { getStyles } from './styles';

export interface ToolbarProps {
  readonly desk: Desk;
  readonly state: DeskState;
  readonly theme: ThemeName;
  readonly onLocale: (locale: Locale) => void;
  readonly onTheme: (theme: ThemeName) => void;
}

/** Open and save; language and theme. */
export function Toolbar({ desk, state, theme, onLocale, onTheme }: ToolbarProps) {
  const styles = useStyles(getStyles);
  const { t, locale } = useText();
  const input = useRef<HTMLInputElement>(null);
  const [saving, setSaving] = useState(false);

  const save = async () => {
    setSaving(true);
    try {
      download(await desk.ask('save', { locale }));
    } catch (error) {
      desk.report(error);
    } finally {
      setSaving(false);
    }
  };
  return (
    <div className={styles.root} role="toolbar" aria-label={t('toolbar')}>
      <img src="icons/icon-48.png" alt="" className={styles.logo} />
      <span className={styles.brand}>{t('brand')}</span>
      <ActionButton
        className={styles.button}
        iconProps={{ iconName: 'OpenFolderHorizontal' }}
        text={t('open')}
        ariaLabel={t('open')}
        onClick={() => input.current!.click()}
      />
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={OPENABLE}
        aria-label={t('open')}
        onChange={(event) => {
          const { files } = event.currentTarget;
          if (files) void desk.open([...files]);
          event.currentTarget.value = '';
        }}
      />
      <ActionButton
        className={styles.button}
        iconProps={{ iconName: 'Save' }}
        text={t('save')}
        ariaLabel={t('save')}
        title={state.run === 'score' ? undefined : t('saveHint')}
        disabled={state.run !== 'score' || saving}
        onClick={() => void save()}
      />
      {state.names.length > 0 && (
        <IconButton
          className={styles.narrow}
          iconProps={{ iconName: 'Cancel' }}
          title={t('closeFile')}
          ariaLabel={t('closeFile')}
          onRenderMenuIcon={() => null}
          menuProps={{
            items: state.names.map((name, workbook) => ({
              key: String(workbook),
              text: t('close', { name }),
              onClick: () => void desk.close(workbook).catch((error: unknown) => desk.report(error)),
            })),
          }}
        />
      )}
      {state.opening > 0 && <Spinner size={SpinnerSize.small} label={t('opening')} labelPosition="right" />}
      <span className={styles.space} />
      <ActionButton
        className={styles.button}
        iconProps={{ iconName: 'LocaleLanguage' }}
        text={t('otherLanguage')}
        ariaLabel={t('otherLanguage')}
        lang={locale === 'zh-CN' ? 'en' : 'zh'}
        onClick={() => onLocale(locale === 'zh-CN' ? 'en-US' : 'zh-CN')}
      />
      <IconButton
        className={styles.button}
        iconProps={{ iconName: theme === 'dark' ? 'Sunny' : 'ClearNight' }}
        title={t(theme === 'dark' ? 'light' : 'dark')}
        ariaLabel={t(theme === 'dark' ? 'light' : 'dark')}
        onClick={() => onTheme(theme === 'dark' ? 'light' : 'dark')}
      />
    </div>
  );
}
