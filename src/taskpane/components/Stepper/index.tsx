import { type KeyboardEvent, useRef } from 'react';
import { Icon } from 'office-ui-fabric-react/lib/Icon';
import { css } from 'office-ui-fabric-react/lib/Utilities';
import { stepId, STEPS, type Step } from '../../steps';
import { useText } from '../../text';
import { useStyles } from '../../useStyles';
import { getStyles } from './styles';

export interface StepperProps {
  readonly step: Step;
  readonly done: ReadonlySet<Step>;
  /** Short texts beside the names of steps, e.g. how many gaps there are. */
  readonly notes: Readonly<Partial<Record<Step, string>>>;
  /** Id of the panel that shows the step. */
  readonly panelId: string;
  readonly onStep: (step: Step) => void;
}

/** The four steps as tabs: where one is, what is done. */
export function Stepper({ step, done, notes, panelId, onStep }: StepperProps) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  const list = useRef<HTMLDivElement>(null);
  const walk = (event: KeyboardEvent) => {
    const at = STEPS.indexOf(step);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: STEPS.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = (to + STEPS.length) % STEPS.length;
    onStep(STEPS[next]!);
    (list.current!.children[next] as HTMLElement).focus();
  };
  return (
    <div ref={list} role="tablist" aria-label={t('steps')} className={styles.root} onKeyDown={walk}>
      {STEPS.map((key, i) => (
        <button
          key={key}
          id={stepId(key)}
          type="button"
          role="tab"
          aria-selected={key === step}
          aria-controls={panelId}
          tabIndex={key === step ? 0 : -1}
          className={css(styles.step, key === step && styles.current)}
          onClick={() => onStep(key)}
        >
          <span className={styles.sign} aria-hidden="true">
            {done.has(key) && key !== step ? <Icon iconName="CheckMark" className={styles.done} /> : i + 1}
          </span>
          <span className={styles.name}>{t(`step.${key}`)}</span>
          {notes[key] !== undefined && <span className={styles.note}>{notes[key]}</span>}
        </button>
      ))}
    </div>
  );
}
