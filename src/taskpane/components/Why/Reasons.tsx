import type { Story } from '../../../app/story';
import { usePane } from '../../paneContext';
import { useText } from '../../text';
import { useStyles } from '../../useStyles';
import { PlaceLink } from '../PlaceLink';
import { getStyles } from './styles';

type Section = Story['sections'][number];

/** Every step of the way to the total, the grade, the rank, 达标 and the award, in sentences. */
export function Reasons({ story }: { readonly story: Story }) {
  const styles = useStyles(getStyles);
  return story.sections.map((section) => (
    <section key={section.topic} className={styles.section}>
      <h2 className={styles.heading}>
        <span>{section.heading}</span>
        {section.value !== undefined && <span className={styles.value}>{section.value}</span>}
      </h2>
      <ul className={styles.lines}>
        {section.lines.map((line, i) => (
          <Line key={i} line={line} />
        ))}
      </ul>
    </section>
  ));
}

function Line({ line }: { readonly line: Section['lines'][number] }) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  const { go } = usePane();
  return (
    <li className={styles[line.tone ?? 'plain']}>
      <span className={styles.text}>
        {line.tone === 'warning' && <span className={styles.warningWord}>{t('why.warning')}</span>}
        {line.text}
        {line.place && (
          <span className={styles.place}>
            <PlaceLink place={line.place} onGo={go} />
          </span>
        )}
      </span>
      {line.value !== undefined && <span className={styles.value}>{line.value}</span>}
    </li>
  );
}
