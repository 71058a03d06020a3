import { useContext } from 'react';
import { Icon } from 'office-ui-fabric-react/lib/Icon';
import { Link } from 'office-ui-fabric-react/lib/Link';
import type { Place, SheetSummary } from '../../../app/summary';
import { translate } from '../../../i18n';
import { formatCount } from '../../format';
import { usePane, useSummary } from '../../paneContext';
import { useText, type Text } from '../../text';
import { useStyles } from '../../useStyles';
import { CanGoContext } from '../PlaceLink';
import { getStyles } from './styles';

/** Below the second a person should look at what the sheet was taken for. */
const SURE = 0.85;
const DOUBTFUL = 0.6;

/** What each sheet was taken for, so that a person sees at once what was read and what was left alone. */
export function SheetList() {
  const { go } = usePane();
  const summary = useSummary();
  const styles = useStyles(getStyles);
  const { t } = useText();
  return (
    <div className={styles.root} role="region" aria-label={t('step.data')} tabIndex={0}>
      <p className={styles.facts}>
        {t('sheets.facts', { period: summary.period ?? t('sheets.noPeriod'), asOf: summary.asOf })}
      </p>
      {summary.workbooks.map((name, workbook) => (
        <section key={workbook}>
          <h2 className={styles.title}>
            <Icon iconName="ExcelDocument" className={styles.icon} />
            {name}
          </h2>
          <ul className={styles.list}>
            {summary.sheets
              .filter(({ place }) => place.workbook === workbook)
              .map((sheet) => (
                <SheetItem key={sheet.place.sheet} sheet={sheet} onGo={go} />
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function SheetItem({ sheet, onGo }: { readonly sheet: SheetSummary; readonly onGo: (place: Place) => void }) {
  const styles = useStyles(getStyles);
  const text = useText();
  const canGo = useContext(CanGoContext) && !isHidden(sheet);
  const { name, isDoubtful } = confidence(sheet);
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        {canGo ? (
          <Link className={styles.name} onClick={() => onGo(sheet.place)}>
            {sheet.place.sheet}
          </Link>
        ) : (
          <span className={styles.name}>{sheet.place.sheet}</span>
        )}
        <span className={styles.role}>{describe(sheet, text)}</span>
      </div>
      <p className={styles.reason}>
        {sheet.reasons.map(({ key, data }) => translate(text.locale, `recognise.reason.${key}`, data)).join(' ')}
        {name && (
          <span className={isDoubtful ? styles.doubt : styles.sure}>
            {isDoubtful && <Icon iconName="Warning" className={styles.sign} />}
            {text.t(`sheets.${name}`)}
          </span>
        )}
      </p>
    </li>
  );
}

const isHidden = ({ reasons }: SheetSummary) => reasons.some(({ key }) => key === 'hidden');

/** How sure it is what a sheet is, as the name of a text; a sheet that was left alone needs none. */
function confidence({ role, confidence: share }: SheetSummary): { name: string | null; isDoubtful: boolean } {
  if (role === 'other' || role === 'results') return { name: null, isDoubtful: false };
  if (share < DOUBTFUL) return { name: 'doubtful', isDoubtful: true };
  return { name: share < SURE ? 'likely' : 'sure', isDoubtful: false };
}

/** Why a sheet was left alone, as far as it has a name of its own. */
const LEFT_ALONE: readonly string[] = ['hidden', 'noTable', 'other'];

function describe({ role, layout, source, count, reasons }: SheetSummary, { t }: Text): string {
  const leftAlone = reasons.find(({ key }) => LEFT_ALONE.includes(key));
  if (role === 'other' && leftAlone) return t(`other.${leftAlone.key}`);
  const parts = [role === 'register' && layout ? t(`layout.${layout}`) : t(`role.${role}`)];
  if (role === 'scores' && layout) parts.push(t(`layout.${layout}`));
  if (source) parts.push(t(`source.${source}`));
  if (count > 0) parts.push(t('sheets.count', { count: formatCount(count) }));
  return parts.join(' · ');
}
