import { useEffect, useState } from 'react';
import { Dropdown } from 'office-ui-fabric-react/lib/Dropdown';
import { Spinner } from 'office-ui-fabric-react/lib/Spinner';
import type { Pictures } from '../../../app/pictures';
import type { SchemeSummary } from '../../../app/summary';
import { usePane, useSummary } from '../../paneContext';
import { useText } from '../../text';
import { useStyles } from '../../useStyles';
import { Empty } from '../Empty';
import { DimensionMeans } from './DimensionMeans';
import { GradeDistribution } from './GradeDistribution';
import { RateMap } from './RateMap';
import { getStyles } from './styles';
import { TotalBars } from './TotalBars';

interface Drawn {
  readonly of: SchemeSummary;
  readonly group: string | null;
  readonly pictures: Pictures;
}

/** Pictures of a scheme: its grades, its dimensions, what the totals are made of, where each subject is weakest. */
export default function Charts() {
  const styles = useStyles(getStyles);
  const { t, locale } = useText();
  const { host, fail } = usePane();
  const summary = useSummary();
  const [schemeIndex, setScheme] = useState(0);
  const [group, setGroup] = useState<string | null>(null);
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const scheme = summary.schemes[schemeIndex];

  useEffect(() => {
    if (!scheme) return;
    let current = true;
    host.ask('pictures', { scheme: schemeIndex, group, locale }).then(
      (pictures) => current && setDrawn({ of: scheme, group, pictures }),
      (error: unknown) => current && fail(error),
    );
    return () => {
      current = false;
    };
  }, [host, scheme, schemeIndex, group, locale, fail]);

  if (!scheme) return <Empty icon="Unknown">{t('charts.none')}</Empty>;
  const pictures = drawn && drawn.of === scheme && drawn.group === group ? drawn.pictures : null;
  return (
    <div className={styles.root}>
      <div className={styles.choice}>
        {summary.schemes.length > 1 && (
          <Dropdown
            className={styles.dropdown}
            ariaLabel={t('ranking.scheme')}
            selectedKey={schemeIndex}
            options={summary.schemes.map(({ name }, key) => ({ key, text: name }))}
            onChange={(_, option) => {
              setScheme(Number(option!.key));
              setGroup(null);
            }}
          />
        )}
        {scheme.groups.length > 0 && (
          <Dropdown
            className={styles.dropdown}
            ariaLabel={t('ranking.group')}
            selectedKey={group ?? ''}
            options={[
              { key: '', text: t('ranking.allGroups') },
              ...scheme.groups.map((name) => ({ key: name, text: name })),
            ]}
            onChange={(_, option) => setGroup(option!.key === '' ? null : String(option!.key))}
          />
        )}
      </div>
      {pictures ? (
        <>
          <GradeDistribution scheme={scheme} group={group} />
          {pictures.dimensions.length > 0 ? (
            <DimensionMeans pictures={pictures} />
          ) : (
            <p className={styles.note}>{t('charts.noDimensions')}</p>
          )}
          {pictures.subjects.length > 0 && <TotalBars pictures={pictures} />}
          {pictures.dimensions.length > 1 && <RateMap pictures={pictures} />}
        </>
      ) : (
        <Spinner className={styles.loading} label={t('charts.loading')} />
      )}
    </div>
  );
}
