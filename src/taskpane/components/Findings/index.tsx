import { useMemo, useState } from 'react';
import { Icon } from 'office-ui-fabric-react/lib/Icon';
import { SearchBox } from 'office-ui-fabric-react/lib/SearchBox';
import { useTheme } from 'office-ui-fabric-react/lib/Theme';
import type { FindingSummary } from '../../../app/summary';
import type { Locale } from '../../../i18n';
import type { Severity } from '../../../model';
import { categoryOf } from '../../category';
import { formatCount } from '../../format';
import { usePane, useSummary } from '../../paneContext';
import { useText } from '../../text';
import { signalColours } from '../../theme';
import { useStyles } from '../../useStyles';
import { Empty } from '../Empty';
import { FilterChips } from '../FilterChips';
import { PlaceLink, usePlaces } from '../PlaceLink';
import { VirtualList } from '../VirtualList';
import { getStyles } from './styles';

const SEVERITIES: readonly Severity[] = ['high', 'medium', 'low'];
/** A sign for each severity, so that colour never stands alone. */
const ICONS: Readonly<Record<Severity, string>> = { high: 'StatusErrorFull', medium: 'Warning', low: 'Info' };
const ROW_HEIGHT = 64;

/** The gaps: how many of each severity, a search, the list, and below it what to do about the chosen one. */
export function Findings() {
  const { go } = usePane();
  const summary = useSummary();
  const places = usePlaces();
  const styles = useStyles(getStyles);
  const colours = signalColours(useTheme());
  const { t, locale } = useText();
  const [severity, setSeverity] = useState<string | null>(null);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<FindingSummary | null>(null);
  const rows = useMemo(
    () => filterFindings(summary.findings, severity, text, locale),
    [summary, severity, text, locale],
  );
  const message = (finding: FindingSummary) => (locale === 'zh-CN' ? finding.message : finding.messageEn);

  if (summary.findings.length === 0) return <Empty icon="Completed">{t('findings.none')}</Empty>;

  const chips = SEVERITIES.map((key) => ({
    key,
    label: t(`severity.${key}`),
    count: summary.findings.filter((finding) => finding.severity === key).length,
    icon: ICONS[key],
    colour: colours[key],
  }));
  return (
    <div className={styles.root}>
      <div className={styles.filters}>
        <FilterChips label={t('findings.severities')} chips={chips} chosen={severity} onChoose={setSeverity} />
        <SearchBox
          placeholder={t('findings.search')}
          ariaLabel={t('findings.search')}
          onChange={(_, value = '') => setText(value)}
        />
      </div>
      {rows.length === 0 ? (
        <Empty icon="SearchIssue">{t('findings.noMatch')}</Empty>
      ) : (
        <VirtualList
          key={`${severity} ${text}`}
          label={t('findings.list', { count: formatCount(rows.length) })}
          count={rows.length}
          rowHeight={ROW_HEIGHT}
          selected={chosen ? rows.indexOf(chosen) : null}
          onPick={(at) => {
            const finding = rows[at]!;
            setChosen(finding);
            if (finding.place) go(finding.place);
          }}
          renderRow={(at) => {
            const finding = rows[at]!;
            return (
              <div className={styles.row}>
                <Icon
                  iconName={ICONS[finding.severity]}
                  aria-label={t(`severity.${finding.severity}`)}
                  title={t(`severity.${finding.severity}`)}
                  className={styles.icon}
                  style={{ color: colours[finding.severity] }}
                />
                <span className={styles.words}>
                  <span className={styles.head}>
                    <span className={styles.subject}>
                      {finding.subjectName ?? finding.scheme ?? t('findings.general')}
                    </span>
                    <span className={styles.where}>
                      {finding.place ? places.address(finding.place) : categoryOf(locale, finding.code)}
                    </span>
                  </span>
                  <span className={styles.message}>{message(finding)}</span>
                </span>
              </div>
            );
          }}
        />
      )}
      {chosen && (
        <div className={styles.detail} aria-live="polite">
          <p className={styles.detailText}>
            <span className={styles.code}>
              {categoryOf(locale, chosen.code)} {chosen.code}
            </span>
            {message(chosen)}
          </p>
          <p className={styles.detailText}>
            <strong>{t('findings.action')}</strong>
            {locale === 'zh-CN' ? chosen.action : chosen.actionEn}
          </p>
          {chosen.place && <PlaceLink place={chosen.place} onGo={go} />}
        </div>
      )}
    </div>
  );
}

/** Findings of a severity (null: of all) that hold a text in the words of either language, the unit, the kind or the code. */
function filterFindings(
  findings: readonly FindingSummary[],
  severity: string | null,
  text: string,
  locale: Locale,
): readonly FindingSummary[] {
  const wanted = text.trim().toLowerCase();
  if (severity === null && !wanted) return findings;
  return findings.filter(
    (finding) =>
      (severity === null || finding.severity === severity) &&
      (!wanted ||
        [
          finding.subjectName,
          finding.message,
          finding.messageEn,
          categoryOf(locale, finding.code),
          finding.code,
          finding.place?.sheet,
        ].some((part) => part?.toLowerCase().includes(wanted))),
  );
}
