import { IconButton } from 'office-ui-fabric-react/lib/Button';
import { Link } from 'office-ui-fabric-react/lib/Link';
import type { Locale } from '../../../i18n';
import { useText } from '../../text';
import { TOOL_KEYS, TOOLS, type ToolKey } from '../../tools';
import { useStyles } from '../../useStyles';
import { getStyles } from './styles';

export interface HeaderProps {
  readonly onTool: (tool: ToolKey) => void;
  /** Given where the pane itself has to offer the other language. */
  readonly onLocale?: (locale: Locale) => void;
}

/** Name of the product, the switch to the other language, and the tools that are at hand at every step. */
export function Header({ onTool, onLocale }: HeaderProps) {
  const styles = useStyles(getStyles);
  const { t, locale } = useText();
  return (
    <header className={styles.root}>
      <h1 className={styles.title}>{t('title')}</h1>
      <span className={styles.subtitle}>{t('subtitle')}</span>
      {onLocale && (
        <Link
          className={styles.language}
          lang={locale === 'zh-CN' ? 'en' : 'zh'}
          onClick={() => onLocale(locale === 'zh-CN' ? 'en-US' : 'zh-CN')}
        >
          {t('otherLanguage')}
        </Link>
      )}
      <IconButton
        className={styles.tools}
        iconProps={{ iconName: 'More' }}
        title={t('tools')}
        ariaLabel={t('tools')}
        onRenderMenuIcon={() => null}
        menuProps={{
          items: TOOL_KEYS.map((key) => ({
            key,
            text: t(`tool.${key}`),
            iconProps: { iconName: TOOLS[key].icon },
            onClick: () => onTool(key),
          })),
        }}
      />
    </header>
  );
}
