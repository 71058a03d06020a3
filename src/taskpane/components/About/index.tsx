import { useText } from '../../text';
import { useStyles } from '../../useStyles';
import { version } from '../../../app/version';
import { getStyles } from './styles';

/** Libraries whose code is in the pane, with their licences. */
const LIBRARIES = [
  ['React', 'MIT'],
  ['Office UI Fabric (Fluent UI)', 'MIT'],
  ['Fluent UI React Charting', 'MIT'],
  ['Univer', 'Apache-2.0'],
  ['fflate', 'MIT'],
  ['docx', 'MIT'],
  ['numfmt', 'MIT'],
  ['SheetJS CE', 'Apache-2.0'],
] as const;

/** Version, what happens to the data (nothing leaves the machine), licences. */
export default function About() {
  const styles = useStyles(getStyles);
  const { t } = useText();
  return (
    <div className={styles.root}>
      <p className={styles.name}>
        <strong>{t('title')}</strong> {t('about.version', { version })}
      </p>
      <h2 className={styles.title}>{t('about.data')}</h2>
      <p className={styles.text}>{t('about.data.text')}</p>
      <h2 className={styles.title}>{t('about.licences')}</h2>
      <p className={styles.text}>{t('about.licences.text')}</p>
      <ul className={styles.list}>
        {LIBRARIES.map(([name, licence]) => (
          <li key={name} className={styles.item}>
            <span>{name}</span>
            <span className={styles.licence}>{licence}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
