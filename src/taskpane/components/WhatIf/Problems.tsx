import { Icon } from 'office-ui-fabric-react/lib/Icon';
import type { WhatIfProblem } from '../../../app/whatIf/whatIf';
import { useText } from '../../text';
import { useStyles } from '../../useStyles';
import { getStyles } from './styles';

/** What is wrong or odd about a field, below it. */
export function Problems({ problems, field }: { readonly problems: readonly WhatIfProblem[]; readonly field: string }) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  return (
    <div aria-live="polite">
      {problems
        .filter((problem) => problem.field === field)
        .map(({ isError, text }) => (
          <p key={text} className={isError ? styles.error : styles.warning}>
            <Icon iconName={isError ? 'ErrorBadge' : 'Warning'} className={styles.sign} />
            {t(isError ? 'whatIf.error' : 'whatIf.warning', { text })}
          </p>
        ))}
    </div>
  );
}
