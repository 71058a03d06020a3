import { useTheme } from 'office-ui-fabric-react/lib/Theme';
import type { Pictures } from '../../../app/pictures';
import { useText } from '../../text';
import { useStyles } from '../../useStyles';
import { heatColour } from './colours';
import { getStyles } from './styles';

/** 各维度得分率: subjects × dimensions as a table whose cells are coloured, each subject's weakest dimension marked. */
export function RateMap({ pictures }: { readonly pictures: Pictures }) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  const { isInverted } = useTheme();
  const { dimensions, subjects } = pictures;
  return (
    <figure className={styles.picture} aria-label={t('charts.heat')}>
      <figcaption className={styles.title}>{t('charts.heat')}</figcaption>
      <p className={styles.note}>{t('charts.heat.text')}</p>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('charts.heat')}>
        <table className={styles.heat}>
          <thead>
            <tr>
              <th scope="col" className={styles.heatSubject}>
                {t('charts.subject')}
              </th>
              {dimensions.map((name) => (
                <th key={name} scope="col" className={styles.heatHead}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {subjects.map(({ subject, name, rates, weakest }) => (
              <tr key={subject}>
                <th scope="row" className={styles.heatName}>
                  {name}
                </th>
                {rates.map((rate, i) => (
                  <td
                    key={i}
                    className={styles.heatCell}
                    style={rate === null ? {} : { background: heatColour(isInverted, rate) }}
                  >
                    {rate === null ? '—' : Math.round(rate * 100)}
                    {i === weakest && (
                      <span role="img" aria-label={t('charts.weakest')}>
                        ▼
                      </span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
