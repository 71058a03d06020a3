import { Checkbox } from 'office-ui-fabric-react/lib/Checkbox';
import { formatCount } from '../../format';
import { useText } from '../../text';

export interface EverySheetProps {
  /** Sheets that have a table of this header. */
  readonly alike: number;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** Whether a correction holds for all tables of the header; nothing to ask where there is one only. */
export function EverySheet({ alike, isOn, onChange }: EverySheetProps) {
  const { t } = useText();
  if (alike < 2) return null;
  return (
    <Checkbox
      label={t('data.everySheet', { count: formatCount(alike) })}
      checked={isOn}
      onChange={(_, checked = false) => onChange(checked)}
    />
  );
}
