import { useState } from 'react';
import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { Spinner } from 'office-ui-fabric-react/lib/Spinner';
import { previewChanges } from '../../../app/preview';
import type { ResultSheet } from '../../../model';
import { usePane } from '../../paneContext';
import { useText } from '../../text';
import { useAsked } from '../../useAsked';
import { useStyles } from '../../useStyles';
import { changesOf, type Tried } from './changes';
import { getStyles } from './styles';

export interface KeepProps {
  readonly tried: Tried;
  readonly onBack: () => void;
  readonly onKept: () => void;
}

/** A parameter sheet has three columns: its lines tell all; a rule table is told by its size. */
function parameterLines({ blocks }: ResultSheet): string[] {
  const { values } = blocks.at(-1)!;
  return values[0]?.length === 3 ? values.map((row) => row.filter((value) => value !== null).join('  ')) : [];
}

/** What keeping the tries changes in the workbook, cell by cell, before it is written; a run follows. */
export function Keep({ tried, onBack, onKept }: KeepProps) {
  const styles = useStyles(getStyles);
  const { t, locale } = useText();
  const { host, isBusy, run, fail } = usePane();
  const changes = useAsked('keepWhatIf', { changes: changesOf(tried) }, onBack);
  const [isWriting, setWriting] = useState(false);
  if (!changes) return <Spinner label={t('loading')} />;
  const { writes, sheets } = previewChanges(changes, 0);
  const write = async () => {
    setWriting(true);
    try {
      await host.amend(changes, locale);
      onKept();
      run('score');
    } catch (error) {
      fail(error);
      setWriting(false);
    }
  };
  return (
    <div className={styles.root}>
      <p className={styles.lead}>
        {t(writes.length + sheets.length > 0 ? 'whatIf.keeping' : 'whatIf.nothingToKeep', { count: writes.length })}
      </p>
      <ul className={styles.writes}>
        {writes.map(({ sheet, cell, before, after }) => (
          <li key={`${sheet} ${cell}`}>
            <span className={styles.small}>{`${sheet}!${cell}`}</span>
            <span>{`${before === '' ? t('whatIf.empty') : before} → ${after === '' ? t('whatIf.empty') : after}`}</span>
          </li>
        ))}
        {sheets.map(({ name, rows }, i) => (
          <li key={name}>
            <span className={styles.small}>{t('whatIf.newSheet', { name, rows })}</span>
            {parameterLines(changes.sheets[i]!).map((line) => (
              <span key={line}>{line}</span>
            ))}
          </li>
        ))}
      </ul>
      <p className={styles.note}>{t(`whatIf.promise.${host.target}`)}</p>
      <div className={styles.buttons}>
        <DefaultButton text={t('whatIf.back')} onClick={onBack} />
        <PrimaryButton
          className={styles.primary}
          text={t('whatIf.write')}
          disabled={isBusy || isWriting || writes.length + sheets.length === 0}
          onClick={() => void write()}
        />
      </div>
    </div>
  );
}
