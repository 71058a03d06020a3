import { Icon } from 'office-ui-fabric-react/lib/Icon';
import { TooltipHost } from 'office-ui-fabric-react/lib/Tooltip';
import { formatCount } from '../../format';
import { useStyles } from '../../useStyles';
import { getStyles } from './styles';

export interface Chip {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  readonly icon?: string;
  readonly colour?: string;
  /** What the word means. */
  readonly hint?: string;
}

export interface FilterChipsProps {
  readonly label: string;
  readonly chips: readonly Chip[];
  /** Key of the chip that is pressed; null when none filters. */
  readonly chosen: string | null;
  readonly onChoose: (key: string | null) => void;
  /** Large chips share the width and show their count above the label. */
  readonly large?: boolean;
}

/** Counts that are also filters: a press shows only what is counted, another press everything. */
export function FilterChips({ label, chips, chosen, onChoose, large = false }: FilterChipsProps) {
  const styles = useStyles(getStyles);
  return (
    <div className={large ? styles.tiles : styles.root} role="group" aria-label={label}>
      {chips.map((chip) => {
        const { key, label: name, count, icon, colour, hint } = chip;
        const button = (
          <button
            key={key}
            type="button"
            className={large ? styles.tile : styles.chip}
            aria-pressed={key === chosen}
            onClick={() => onChoose(key === chosen ? null : key)}
          >
            {icon && <Icon iconName={icon} style={{ color: colour }} className={styles.icon} />}
            <span className={large ? styles.tileLabel : undefined}>{name}</span>
            <span className={large ? styles.tileCount : styles.count} style={large ? { color: colour } : undefined}>
              {formatCount(count)}
            </span>
          </button>
        );
        if (hint === undefined) return button;
        return (
          <TooltipHost key={key} content={hint} setAriaDescribedBy={false}>
            {button}
          </TooltipHost>
        );
      })}
    </div>
  );
}
