import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { ProgressIndicator } from 'office-ui-fabric-react/lib/ProgressIndicator';
import { useText } from '../../text';
import { useStyles } from '../../useStyles';
import { getStyles } from './styles';

/** Something that a button of the footer does. */
export interface Act {
  readonly text: string;
  readonly icon?: string;
  readonly isDisabled?: boolean;
  readonly onAct: () => void;
}

export interface FooterProps {
  /** What goes on, with its share 0..1; null when nothing does. */
  readonly working: { readonly text: string; readonly done: number; readonly onCancel: () => void } | null;
  /** The one thing to do next. */
  readonly primary: Act;
  readonly secondary: Act | null;
}

/** Always in sight: the one primary button of the step, or how far the work is and how to stop it. */
export function Footer({ working, primary, secondary }: FooterProps) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  if (working) {
    return (
      <footer className={styles.root}>
        <ProgressIndicator className={styles.progress} label={working.text} percentComplete={working.done} />
        <DefaultButton text={t('cancel')} onClick={working.onCancel} />
      </footer>
    );
  }
  return (
    <footer className={styles.root}>
      {secondary && (
        <DefaultButton
          className={styles.secondary}
          text={secondary.text}
          disabled={secondary.isDisabled ?? false}
          onClick={secondary.onAct}
        />
      )}
      <PrimaryButton
        className={styles.primary}
        {...(primary.icon && { iconProps: { iconName: primary.icon } })}
        text={primary.text}
        disabled={primary.isDisabled ?? false}
        onClick={primary.onAct}
      />
    </footer>
  );
}
