import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { Icon } from 'office-ui-fabric-react/lib/Icon';
import { Link } from 'office-ui-fabric-react/lib/Link';
import { usePane } from '../../paneContext';
import { useText } from '../../text';
import { useStyles } from '../../useStyles';
import { AddedFiles, UnitFiles } from '../UnitFiles';
import { getStyles } from './styles';

const STEPS = [
  { key: 'open', icon: 'ExcelDocument' },
  { key: 'score', icon: 'Trophy2' },
  { key: 'check', icon: 'Lightbulb' },
  { key: 'save', icon: 'Save' },
] as const;

/** What the product does, before the first run; who has never taken the tour is invited to it. */
export function Welcome({ isNew }: { readonly isNew: boolean }) {
  const { host, startTour, openTool } = usePane();
  const styles = useStyles(getStyles);
  const { t } = useText();
  return (
    <div className={styles.root}>
      {isNew && (
        <DefaultButton
          className={styles.tour}
          iconProps={{ iconName: 'Lightbulb' }}
          text={t('tour.invite')}
          onClick={startTour}
        />
      )}
      {host.files.first > 0 && (
        <div className={styles.files}>
          <UnitFiles />
          <AddedFiles />
        </div>
      )}
      <ol className={styles.steps}>
        {STEPS.map(({ key, icon }) => (
          <li key={key} className={styles.step}>
            <Icon iconName={icon} className={styles.icon} />
            <span>
              <strong className={styles.title}>{t(`welcome.${key}`)}</strong>
              <span className={styles.text}>{t(`welcome.${key}.text`)}</span>
            </span>
          </li>
        ))}
      </ol>
      <Link className={styles.fresh} onClick={() => openTool('newWorkbook')}>
        {t('welcome.new')}
      </Link>
      <p className={styles.privacy}>
        <Icon iconName="LockSolid" className={styles.lock} />
        {t('welcome.privacy')}
      </p>
    </div>
  );
}
