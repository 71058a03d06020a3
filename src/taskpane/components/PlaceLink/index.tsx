import { createContext, useContext } from 'react';
import { Icon } from 'office-ui-fabric-react/lib/Icon';
import { Link } from 'office-ui-fabric-react/lib/Link';
import type { Place } from '../../../app/summary';
import { isShown } from '../../isShown';
import { usePane } from '../../paneContext';
import { useText } from '../../text';
import { useStyles } from '../../useStyles';
import { getStyles } from './styles';

/** Whether cells can be shown beside the pane; where they cannot, an address is text that leads nowhere. */
export const CanGoContext = createContext(true);

/** How cells are named, and which of them can be shown. */
export function usePlaces() {
  const { host, workbooks } = usePane();
  const canGo = useContext(CanGoContext);
  const { first } = host.files;
  return {
    /** Sheet and cell, with the file where several are open and it is not the one beside the pane. */
    address: ({ workbook, sheet, cell }: Place): string =>
      workbooks.length > 1 && workbook >= first ? `${workbooks[workbook]} › ${sheet}!${cell}` : `${sheet}!${cell}`,
    canGo: (place: Place): boolean => canGo && isShown(host.files, place),
  };
}

export interface PlaceLinkProps {
  readonly place: Place;
  readonly onGo: (place: Place) => void;
}

/** The address of a cell; a click goes there. */
export function PlaceLink({ place, onGo }: PlaceLinkProps) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  const places = usePlaces();
  const address = places.address(place);
  if (!places.canGo(place)) return <span className={styles.root}>{address}</span>;
  return (
    <Link className={styles.root} onClick={() => onGo(place)} aria-label={t('place.go', { address })} title={address}>
      <Icon iconName="POI" className={styles.icon} />
      {address}
    </Link>
  );
}

interface PlaceAfterProps {
  /** Null where there is none to go to. */
  readonly place: Place | null;
  readonly onGo: (place: Place) => void;
}

/** The address of a cell behind a text, with a gap between; nothing without a cell. */
export function PlaceAfter({ place, onGo }: PlaceAfterProps) {
  if (!place) return null;
  return (
    <>
      {' '}
      <PlaceLink place={place} onGo={onGo} />
    </>
  );
}
