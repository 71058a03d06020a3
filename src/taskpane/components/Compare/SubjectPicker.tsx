import { useMemo, useState } from 'react';
import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { SearchBox } from 'office-ui-fabric-react/lib/SearchBox';
import type { SchemeSummary } from '../../../app/summary';
import { formatCount, formatPoints, NONE } from '../../format';
import { useSummary } from '../../paneContext';
import { useText } from '../../text';
import { useStyles } from '../../useStyles';
import { Empty } from '../Empty';
import { VirtualList } from '../VirtualList';
import { getStyles } from './styles';

export interface SubjectPickerProps {
  readonly scheme: number;
  readonly subject: number;
  readonly onPick: (subject: number) => void;
}

const ROW_HEIGHT = 36;

/** Chooses whom to compare with: the one directly before or behind, or anybody of the scheme. */
export function SubjectPicker({ scheme: index, subject, onPick }: SubjectPickerProps) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  const scheme = useSummary().schemes[index]!;
  const [text, setText] = useState('');
  const own = scheme.subject.indexOf(subject);
  const rows = useMemo(() => othersOf(scheme, own, text), [scheme, own, text]);
  const near = [neighbour(scheme, own, -1), neighbour(scheme, own, 1)];
  return (
    <>
      <p className={styles.lead}>{t('compare.choose', { name: scheme.names[own] ?? '' })}</p>
      <div className={styles.near}>
        {near.map((at, i) =>
          at === null ? null : (
            <DefaultButton
              key={i}
              iconProps={{ iconName: i === 0 ? 'Up' : 'Down' }}
              text={t(i === 0 ? 'compare.before' : 'compare.behind', { name: scheme.names[at]! })}
              onClick={() => onPick(scheme.subject[at]!)}
            />
          ),
        )}
      </div>
      <SearchBox
        placeholder={t('ranking.search')}
        ariaLabel={t('ranking.search')}
        onChange={(_, now = '') => setText(now)}
      />
      {rows.length === 0 ? (
        <Empty icon="SearchIssue">{t('ranking.noMatch')}</Empty>
      ) : (
        <div className={styles.list}>
          <VirtualList
            key={text}
            label={t('compare.list', { count: formatCount(rows.length) })}
            count={rows.length}
            rowHeight={ROW_HEIGHT}
            selected={null}
            onPick={(row) => onPick(scheme.subject[rows[row]!]!)}
            renderRow={(row) => <Row scheme={scheme} at={rows[row]!} />}
          />
        </div>
      )}
    </>
  );
}

function Row({ scheme, at }: { readonly scheme: SchemeSummary; readonly at: number }) {
  const styles = useStyles(getStyles);
  return (
    <div className={styles.row}>
      <span className={styles.rank}>{scheme.rank[at] || NONE}</span>
      <span className={styles.name} title={scheme.names[at]}>
        {scheme.names[at]}
      </span>
      <span className={styles.number}>{formatPoints(scheme.total[at]!)}</span>
    </div>
  );
}

/** Subjects of a scheme that a text names, but the one itself and those that take no part; those of its group first. */
function othersOf(scheme: SchemeSummary, own: number, text: string): number[] {
  const wanted = text.trim().toLowerCase();
  const all = Array.from(scheme.subject, (_, at) => at).filter(
    (at) =>
      at !== own &&
      scheme.status[at] !== 3 &&
      (wanted === '' || `${scheme.names[at]} ${scheme.ids[at]}`.toLowerCase().includes(wanted)),
  );
  const isNear = (at: number): number => Number(scheme.group[at] !== scheme.group[own]);
  return all.sort((a, b) => isNear(a) - isNear(b) || a - b);
}

/** Who stands directly before or behind in the same group. */
function neighbour(scheme: SchemeSummary, own: number, step: -1 | 1): number | null {
  const at = own + step;
  const isThere = scheme.rank[own]! > 0 && (scheme.rank[at] ?? 0) > 0 && scheme.group[at] === scheme.group[own];
  return isThere ? at : null;
}
