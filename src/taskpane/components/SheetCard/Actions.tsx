import { ActionButton, DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { useText } from '../../text';
import { useStyles } from '../../useStyles';
import { getStyles } from './styles';

export interface ActionsProps {
  readonly isLocked: boolean;
  /** Something else was chosen than what is there. */
  readonly canApply: boolean;
  /** A person has said it: it can be as it was recognised. */
  readonly canRestore: boolean;
  readonly onApply: () => void;
  readonly onRestore: () => void;
}

/** Corrects as chosen, or takes back what was corrected; nothing where there is nothing to do. */
export function Actions({ isLocked, canApply, canRestore, onApply, onRestore }: ActionsProps) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  if (!canApply && !canRestore) return null;
  return (
    <div className={styles.actions}>
      {canApply && (
        <DefaultButton
          className={styles.apply}
          iconProps={{ iconName: 'CheckMark' }}
          text={t('data.apply')}
          disabled={isLocked}
          onClick={onApply}
        />
      )}
      {canRestore && (
        <ActionButton
          iconProps={{ iconName: 'Undo' }}
          text={t('data.automatic')}
          disabled={isLocked}
          onClick={onRestore}
        />
      )}
    </div>
  );
}
