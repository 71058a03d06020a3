import { createContext, useContext } from 'react';
import { Icon } from 'office-ui-fabric-react/lib/Icon';
import { Link } from 'office-ui-fabric-react/lib/Link';
import type { Place } from '../../../app/summary';
import { useText } from '../../text';
import { useStyles } from '../../useStyles';
import { getStyles } from './styles';

/** Whether cells can be shown beside the pane; where they cannot, an address is text that leads nowhere. */
export const CanGoContext = createContext(true);

export interface PlaceLinkProps {
  readonly place: Place;
  readonly onGo: (place: Place) => void;
}

/** The address of a cell; a click goes there. */
export function PlaceLink({ place, onGo }: PlaceLinkProps) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  const canGo = useContext(CanGoContext);
  const address = `${place.sheet}!${place.cell}`;
  if (!canGo) return <span className={styles.root}>{address}</span>;
  return (
    <Link className={styles.root} onClick={() => onGo(place)} aria-label={t('place.go', { address })} title={address}>
      <Icon iconName="POI" className={styles.icon} />
      {address}
    </Link>
  );
}
