import { Link } from 'office-ui-fabric-react/lib/Link';
import type { Locale } from '../../../i18n';
import { useText } from '../../text';
import { useStyles } from '../../useStyles';
import { getStyles } from './styles';

/** Name of the product; with a callback, the switch to the other language. */
export function Header({ onLocale }: { readonly onLocale?: (locale: Locale) => void }) {
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
    </header>
  );
}
