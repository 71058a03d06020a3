import { useMemo, useState } from 'react';
import { useTheme } from 'office-ui-fabric-react/lib/Theme';
import { subjectPlace } from '../../../app/summary';
import type { WhatIfResult, WhatIfScheme } from '../../../app/whatIf/whatIf';
import { formatCount, formatPoints, NONE } from '../../format';
import { usePane, useSummary } from '../../paneContext';
import { useText, type Text } from '../../text';
import { signalColours } from '../../theme';
import { useStyles } from '../../useStyles';
import { Empty } from '../Empty';
import { FilterChips } from '../FilterChips';
import { VirtualList } from '../VirtualList';
import { getStyles } from './styles';

export interface MovesProps {
  readonly scheme: number;
  /** Null while nothing came out. */
  readonly result: WhatIfResult | null;
}

const ROW_HEIGHT = 50;
const FILTERS = ['grade', 'up', 'down', 'attained'] as const;
type Filter = (typeof FILTERS)[number];

/** Who moves: ranks, totals and grades before and after, in the order after. */
export function Moves({ scheme, result }: MovesProps) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  const moved = result?.schemes.find((one) => one.scheme === scheme);
  if (!moved) return <Empty icon="TestBeaker">{t('whatIf.nothingMoves')}</Empty>;
  return (
    <>
      <Grades moved={moved} />
      <Attainment result={result!} />
      {result!.schemes
        .filter((one) => one.scheme !== scheme)
        .map(({ name, changed }) => (
          <p key={name} className={styles.note}>
            {t('whatIf.others', { name, grade: formatCount(changed.grade), rank: formatCount(changed.rank) })}
          </p>
        ))}
      <MoveList moved={moved} />
    </>
  );
}

/** Counts of the grades before and after. */
function Grades({ moved: { grades, gradesBefore } }: { readonly moved: WhatIfScheme }) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  const names = [...new Set([...grades, ...gradesBefore].map(({ name }) => name))];
  const count = (list: WhatIfScheme['grades'], name: string) => list.find((one) => one.name === name)?.count ?? 0;
  return (
    <table className={styles.grades}>
      <caption className={styles.forReaders}>{t('whatIf.grades')}</caption>
      <thead>
        <tr>
          <td />
          {names.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {(
          [
            ['whatIf.now', gradesBefore],
            ['whatIf.then', grades],
          ] as const
        ).map(([key, list]) => (
          <tr key={key}>
            <th scope="row">{t(key)}</th>
            {names.map((name) => (
              <td key={name}>{formatCount(count(list, name))}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Certification rates that change. */
function Attainment({ result: { attainment, attainmentBefore } }: { readonly result: WhatIfResult }) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  return attainment.map(({ target, attained, assessed, short, goal }) => {
    const before = attainmentBefore.find((one) => one.target === target);
    if (!before || (before.attained === attained && before.assessed === assessed && before.goal === goal)) return null;
    const data = { target, before: before.attained, after: attained, assessed };
    return (
      <p key={target} className={styles.note}>
        {t('whatIf.attainment', data)}
        {short !== null && short > 0 && t('whatIf.attainmentShort', { short })}
      </p>
    );
  });
}

function passes(moved: WhatIfScheme, at: number, filter: Filter): boolean {
  const [from, to] = [moved.rankBefore[at]!, moved.rank[at]!];
  if (filter === 'grade') return gradeBefore(moved, at) !== gradeAfter(moved, at);
  if (filter === 'attained') return moved.attainedBefore[at] !== moved.attained[at];
  const rises = to > 0 && (from === 0 || to < from);
  return from !== to && (filter === 'up') === rises;
}

function gradeBefore({ gradesBefore, gradeBefore: grade }: WhatIfScheme, at: number): string {
  return gradesBefore[grade[at]!]?.name ?? NONE;
}

function gradeAfter({ grades, grade }: WhatIfScheme, at: number): string {
  return grades[grade[at]!]?.name ?? NONE;
}

function MoveList({ moved }: { readonly moved: WhatIfScheme }) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  const { go } = usePane();
  const summary = useSummary();
  const scheme = summary.schemes[moved.scheme]!;
  const { changed } = moved;
  const [filter, setFilter] = useState<Filter | null>(null);
  const rowOf = useMemo(() => new Map(Array.from(scheme.subject, (subject, at) => [subject, at])), [scheme]);
  const rows = useMemo(
    () => Array.from(moved.subject, (_, at) => at).filter((at) => filter === null || passes(moved, at, filter)),
    [moved, filter],
  );
  return (
    <>
      <FilterChips
        label={t('whatIf.filter')}
        chips={FILTERS.map((key) => ({ key, label: t(`whatIf.moved.${key}`), count: changed[key] }))}
        chosen={filter}
        onChoose={(key) => setFilter(key as Filter | null)}
      />
      {rows.length === 0 ? (
        <Empty icon="SearchIssue">{t('ranking.noMatch')}</Empty>
      ) : (
        <div className={styles.list}>
          <VirtualList
            key={`${moved.scheme} ${filter}`}
            label={t('whatIf.list', { scheme: moved.name, count: formatCount(rows.length) })}
            count={rows.length}
            rowHeight={ROW_HEIGHT}
            selected={null}
            onPick={(row) => go(subjectPlace(summary, scheme, rowOf.get(moved.subject[rows[row]!]!)!))}
            renderRow={(row) => (
              <MoveRow moved={moved} at={rows[row]!} name={scheme.names[rowOf.get(moved.subject[rows[row]!]!)!]!} />
            )}
          />
        </div>
      )}
    </>
  );
}

function MoveRow({ moved, at, name }: { readonly moved: WhatIfScheme; readonly at: number; readonly name: string }) {
  const styles = useStyles(getStyles);
  const colours = signalColours(useTheme());
  const { t } = useText();
  const [from, to] = [moved.rankBefore[at]!, moved.rank[at]!];
  const by = from > 0 && to > 0 ? from - to : 0;
  const grades = [gradeBefore(moved, at), gradeAfter(moved, at)] as const;
  return (
    <div className={styles.row}>
      <span className={styles.arrow} style={{ color: by > 0 ? colours.good : by < 0 ? colours.high : undefined }}>
        {arrowOf(by, t)}
      </span>
      <span className={styles.who}>
        <span className={styles.name} title={name}>
          {name}
        </span>
        <span className={styles.small}>
          {from === to
            ? t('whatIf.rank', { rank: to || NONE })
            : t('whatIf.ranks', { from: from || NONE, to: to || NONE })}
        </span>
      </span>
      <span className={styles.numbers}>
        <span>{fromTo(formatPoints(moved.totalBefore[at]!), formatPoints(moved.total[at]!))}</span>
        <span className={grades[0] === grades[1] ? styles.small : styles.changed}>{fromTo(...grades)}</span>
      </span>
    </div>
  );
}

function fromTo(before: string, after: string): string {
  return before === after ? after : `${before} → ${after}`;
}

/** How far somebody rises or falls. */
function arrowOf(by: number, t: Text['t']): string {
  if (by === 0) return t('whatIf.stays');
  return by > 0 ? t('whatIf.rises', { by }) : t('whatIf.falls', { by: -by });
}
