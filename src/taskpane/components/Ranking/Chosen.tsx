import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import type { Place, SchemeSummary } from '../../../app/summary';
import { useText } from '../../text';
import { useStyles } from '../../useStyles';
import { PlaceLink } from '../PlaceLink';
import { getStyles } from './styles';

export interface ChosenProps {
  readonly scheme: SchemeSummary;
  readonly at: number;
  readonly place: Place;
  readonly onGo: (place: Place) => void;
  readonly onWhy: () => void;
}

/** The chosen subject below the list, with the way to its cell and to the reason of its score. */
export function Chosen({ scheme, at, place, onGo, onWhy }: ChosenProps) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  return (
    <div className={styles.chosen}>
      <div className={styles.chosenWho}>
        <strong className={styles.chosenName}>{scheme.names[at]}</strong>
        <PlaceLink place={place} onGo={onGo} />
      </div>
      <DefaultButton
        iconProps={{ iconName: 'Lightbulb' }}
        text={t('why.button')}
        onClick={onWhy}
        disabled={scheme.status[at] === 3}
      />
    </div>
  );
}
