import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { ProgressIndicator } from 'office-ui-fabric-react/lib/ProgressIndicator';
import type { Progress } from '../../../app/port';
import type { Stage } from '../../../app/types';
import { useText } from '../../text';
import { useStyles } from '../../useStyles';
import { getStyles } from './styles';

export interface RunBarProps {
  readonly workbooks: readonly string[];
  /** Null when nothing runs. */
  readonly progress: Progress | null;
  readonly again: boolean;
  /** Something else is running: no run can be started. */
  readonly busy: boolean;
  readonly onRun: () => void;
  readonly onCancel: () => void;
  /** Given where gaps can be looked for without scoring. */
  readonly onCheck?: () => void;
}

/** Share of the bar that lies behind each stage and that it fills. */
const SHARES: Readonly<Record<Stage, readonly [number, number]>> = {
  read: [0, 0.35],
  recognise: [0.35, 0.2],
  score: [0.55, 0.2],
  findings: [0.75, 0.1],
  report: [0.85, 0.15],
};

/** What is open, the one primary button, and while it runs how far it is. */
export function RunBar({ workbooks, progress, again, busy, onRun, onCancel, onCheck }: RunBarProps) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  const names =
    workbooks.length > 1
      ? t('open.several', { name: workbooks[0]!, count: workbooks.length })
      : (workbooks[0] ?? t('open.none'));
  const [before, width] = progress ? SHARES[progress.stage] : [0, 0];
  return (
    <div className={styles.root}>
      <p className={styles.names} title={workbooks.join('\n')}>
        {names}
      </p>
      {progress ? (
        <div className={styles.running}>
          <ProgressIndicator
            className={styles.progress}
            label={t(`stage.${progress.stage}`)}
            percentComplete={before + width * progress.done}
          />
          <DefaultButton text={t('cancel')} onClick={onCancel} />
        </div>
      ) : (
        <div className={styles.buttons}>
          <PrimaryButton
            className={styles.button}
            iconProps={{ iconName: 'Trophy2' }}
            text={again ? t('scoreAgain') : t('score')}
            disabled={busy || workbooks.length === 0}
            onClick={onRun}
          />
          {onCheck && <DefaultButton className={styles.check} text={t('check')} disabled={busy} onClick={onCheck} />}
        </div>
      )}
    </div>
  );
}
