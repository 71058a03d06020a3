import { Icon } from 'office-ui-fabric-react/lib/Icon';
import { useStyles } from '../../useStyles';
import { getStyles } from './styles';

/** What stands where there is nothing to show: a sign and a sentence that says why or what to do. */
export function Empty({ icon, children }: { readonly icon: string; readonly children: string }) {
  const styles = useStyles(getStyles);
  return (
    <div className={styles.root}>
      <Icon iconName={icon} className={styles.icon} />
      <p className={styles.text}>{children}</p>
    </div>
  );
}
