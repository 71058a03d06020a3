import { Icon } from 'office-ui-fabric-react/lib/Icon';
import { Link } from 'office-ui-fabric-react/lib/Link';
import type { Place, SheetSummary, Summary } from '../../../app/summary';
import { formatCount } from '../../format';
import { useText, type Text } from '../../text';
import { useStyles } from '../../useStyles';
import { getStyles } from './styles';

/** Below this a person should look at what the sheet was taken for. */
const DOUBTFUL = 0.6;

/** What each sheet was taken for, so that a person sees at once what was read and what was left alone. */
export function SheetList({ summary, onGo }: { readonly summary: Summary; readonly onGo: (place: Place) => void }) {
  const styles = useStyles(getStyles);
  const text = useText();
  const { t } = text;
  return (
    <div className={styles.root}>
      <p className={styles.facts}>
        {t('sheets.facts', { period: summary.period ?? t('sheets.noPeriod'), asOf: summary.asOf })}
      </p>
      {summary.workbooks.map((name, workbook) => (
        <section key={workbook}>
          <h3 className={styles.title}>
            <Icon iconName="ExcelDocument" className={styles.icon} />
            {name}
          </h3>
          <ul className={styles.list}>
            {summary.sheets
              .filter(({ place }) => place.workbook === workbook)
              .map((sheet) => (
                <li key={sheet.place.sheet} className={styles.item}>
                  <Link className={styles.name} onClick={() => onGo(sheet.place)}>
                    {sheet.place.sheet}
                  </Link>
                  <span className={styles.role}>
                    {describe(sheet, text)}
                    {sheet.role !== 'other' && sheet.role !== 'results' && sheet.confidence < DOUBTFUL && (
                      <Icon
                        iconName="Warning"
                        className={styles.doubt}
                        title={t('sheets.doubtful')}
                        aria-label={t('sheets.doubtful')}
                      />
                    )}
                  </span>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function describe({ role, layout, source, count }: SheetSummary, { t }: Text): string {
  const parts = [role === 'register' && layout ? t(`layout.${layout}`) : t(`role.${role}`)];
  if (role === 'scores' && layout) parts.push(t(`layout.${layout}`));
  if (source) parts.push(t(`source.${source}`));
  if (count > 0) parts.push(t('sheets.count', { count: formatCount(count) }));
  return parts.join(' · ');
}
