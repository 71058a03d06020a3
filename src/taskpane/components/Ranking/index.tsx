import { useMemo, useState } from 'react';
import { Dropdown } from 'office-ui-fabric-react/lib/Dropdown';
import { SearchBox } from 'office-ui-fabric-react/lib/SearchBox';
import { useTheme } from 'office-ui-fabric-react/lib/Theme';
import { subjectPlace, type Summary } from '../../../app/summary';
import { formatCount } from '../../format';
import { usePane, useSummary } from '../../paneContext';
import { useText } from '../../text';
import { signalColours } from '../../theme';
import { useStyles } from '../../useStyles';
import { Empty } from '../Empty';
import { type Chip, FilterChips } from '../FilterChips';
import { VirtualList } from '../VirtualList';
import { Chosen } from './Chosen';
import { RankingRow } from './RankingRow';
import { filterSubjects, type RankingFilter } from './filter';
import { getStyles } from './styles';

const ROW_HEIGHT = 46;

/** The ranking of one scheme: grades with their counts, the subjects in order, and the one that is chosen. */
export function Ranking() {
  const styles = useStyles(getStyles);
  const { go, why } = usePane();
  const summary = useSummary();
  const { t } = useText();
  const [schemeIndex, setScheme] = useState(0);
  const [filter, setFilter] = useState<RankingFilter>({ chip: null, group: null, text: '' });
  const [chosen, setChosen] = useState<number | null>(null);
  const scheme = summary.schemes[schemeIndex];
  const rows = useMemo(() => (scheme ? filterSubjects(scheme, filter) : new Int32Array()), [scheme, filter]);
  const chips = useChips(scheme);

  if (!scheme) return <Empty icon="Unknown">{t('ranking.none')}</Empty>;

  const change = (part: Partial<RankingFilter>) => {
    setFilter({ ...filter, ...part });
    setChosen(null);
  };
  const whyOf = (at: number) => {
    const row = rows[at]!;
    // Those who take no part have no score to explain.
    if (scheme.status[row] !== 3) why(schemeIndex, scheme.subject[row]!);
  };
  return (
    <div className={styles.root}>
      <div className={styles.filters}>
        {summary.schemes.length > 1 && (
          <Dropdown
            ariaLabel={t('ranking.scheme')}
            selectedKey={schemeIndex}
            options={summary.schemes.map(({ name }, key) => ({ key, text: name }))}
            onChange={(_, option) => {
              setScheme(Number(option!.key));
              change({ chip: null, group: null });
            }}
          />
        )}
        <FilterChips
          label={t('ranking.grades')}
          chips={chips.grades}
          chosen={filter.chip}
          large
          onChoose={(chip) => change({ chip })}
        />
        {chips.others.length > 0 && (
          <FilterChips
            label={t('ranking.marks')}
            chips={chips.others}
            chosen={filter.chip}
            onChoose={(chip) => change({ chip })}
          />
        )}
        <div className={styles.search}>
          {scheme.groups.length > 0 && (
            <Dropdown
              className={styles.group}
              ariaLabel={t('ranking.group')}
              selectedKey={filter.group ?? -1}
              options={[
                { key: -1, text: t('ranking.allGroups') },
                ...scheme.groups.map((text, key) => ({ key, text })),
              ]}
              onChange={(_, option) => change({ group: option!.key === -1 ? null : Number(option!.key) })}
            />
          )}
          <SearchBox
            className={styles.box}
            placeholder={t('ranking.search')}
            ariaLabel={t('ranking.search')}
            onChange={(_, text = '') => change({ text })}
          />
        </div>
      </div>
      {rows.length === 0 ? (
        <Empty icon="SearchIssue">{t('ranking.noMatch')}</Empty>
      ) : (
        <VirtualList
          key={`${schemeIndex} ${filter.chip} ${filter.group} ${filter.text}`}
          label={t('ranking.list', { scheme: scheme.name, count: formatCount(rows.length) })}
          count={rows.length}
          rowHeight={ROW_HEIGHT}
          selected={chosen}
          onPick={(at) => {
            setChosen(at);
            go(subjectPlace(summary, scheme, rows[at]!));
          }}
          onOpen={whyOf}
          hint={t('ranking.hint')}
          renderRow={(at) => <RankingRow scheme={scheme} at={rows[at]!} onWhy={() => whyOf(at)} />}
        />
      )}
      {chosen !== null && chosen < rows.length && (
        <Chosen
          scheme={scheme}
          at={rows[chosen]!}
          place={subjectPlace(summary, scheme, rows[chosen]!)}
          onGo={go}
          onWhy={() => whyOf(chosen)}
        />
      )}
    </div>
  );
}

/** Chips of a scheme: its grades, and what is there of awards, provisional, blocked and exempt subjects. */
function useChips(scheme: Summary['schemes'][number] | undefined): { grades: Chip[]; others: Chip[] } {
  const colours = signalColours(useTheme());
  const { t } = useText();
  if (!scheme) return { grades: [], others: [] };
  const [, flags = 0, undecided = 0] = scheme.awardCounts;
  const [, provisional = 0, blocked = 0, exempt = 0] = scheme.statusCounts;
  const others: Chip[] = [
    {
      key: 'award:1',
      label: t('award.1'),
      hint: t('term.flag.text'),
      count: flags,
      icon: 'Flag',
      colour: colours.flag,
    },
    {
      key: 'award:2',
      label: t('award.2'),
      hint: t('term.collective.text'),
      count: undecided,
      icon: 'People',
      colour: colours.medium,
    },
    {
      key: 'status:1',
      label: t('status.1'),
      hint: t('term.provisional.text'),
      count: provisional,
      icon: 'Clock',
      colour: colours.medium,
    },
    {
      key: 'status:2',
      label: t('status.2'),
      hint: t('term.blocked.text'),
      count: blocked,
      icon: 'Blocked2',
      colour: colours.high,
    },
    {
      key: 'status:3',
      label: t('status.3'),
      hint: t('term.exempt.text'),
      count: exempt,
      icon: 'Remove',
      colour: undefined,
    },
  ].map(({ colour, ...chip }) => (colour ? { ...chip, colour } : chip));
  return {
    grades: scheme.grades.map(({ name, count }, i) => ({ key: `grade:${i}`, label: name, count })),
    others: others.filter(({ count }) => count > 0),
  };
}
