import { Icon } from 'office-ui-fabric-react/lib/Icon';
import { Link } from 'office-ui-fabric-react/lib/Link';
import type { Place } from '../../../app/summary';
import { useText } from '../../text';
import { useStyles } from '../../useStyles';
import { getStyles } from './styles';

/** The address of a cell; a click goes there. */
export function PlaceLink({ place, onGo }: { readonly place: Place; readonly onGo: (place: Place) => void }) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  const address = `${place.sheet}!${place.cell}`;
  return (
    <Link className={styles.root} onClick={() => onGo(place)} aria-label={t('place.go', { address })} title={address}>
      <Icon iconName="POI" className={styles.icon} />
      {address}
    </Link>
  );
}
