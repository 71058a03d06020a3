import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { Link } from 'office-ui-fabric-react/lib/Link';
import { usePane } from '../../paneContext';
import { STEPS } from '../../steps';
import { TERMS } from '../../terms';
import { useText } from '../../text';
import type { ToolProps } from '../../tools';
import { useStyles } from '../../useStyles';
import { getStyles } from './styles';

/** What each step is for, what the words mean and which rule stands behind them. */
export default function Help({ onClose }: ToolProps) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  const { startTour } = usePane();
  return (
    <div className={styles.root}>
      <DefaultButton
        className={styles.tour}
        iconProps={{ iconName: 'Lightbulb' }}
        text={t('tour.start')}
        onClick={() => {
          onClose();
          startTour();
        }}
      />
      <h2 className={styles.title}>{t('help.steps')}</h2>
      <dl className={styles.list}>
        {STEPS.map((step) => (
          <div key={step} className={styles.entry}>
            <dt className={styles.term}>{t(`step.${step}`)}</dt>
            <dd className={styles.meaning}>{t(`tour.${step}`)}</dd>
          </div>
        ))}
      </dl>
      <h2 className={styles.title}>{t('help.terms')}</h2>
      <dl className={styles.list}>
        {TERMS.map((term) => (
          <div key={term} className={styles.entry}>
            <dt className={styles.term}>{t(`term.${term}`)}</dt>
            <dd className={styles.meaning}>{t(`term.${term}.text`)}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.more}>
        <Link href="help.html" target="_blank" rel="noopener">
          {t('about.help.link')}
        </Link>
      </p>
    </div>
  );
}
