import { SpinButton } from 'office-ui-fabric-react/lib/SpinButton';
import { Position } from 'office-ui-fabric-react/lib/Positioning';
import { useText } from '../../text';

export interface CounterProps {
  readonly label: string;
  /** With the suffix. */
  readonly value: string;
  readonly suffix?: string;
  readonly max?: number;
  readonly onValue: (value: string) => void;
}

/** A number with steps of one; anything may be typed, what cannot be read is told by the check of the whole. */
export function Counter({ label, value, suffix = '', max = 1_000_000, onValue }: CounterProps) {
  const { t } = useText();
  const step = (by: number) => (text: string) => {
    const now = Number.parseFloat(text);
    // Decimals stay as they are: 62.5 is followed by 63.5.
    const next = Math.min(max, Math.max(0, Number(((Number.isNaN(now) ? 0 : now) + by).toFixed(6))));
    return `${next}${suffix}`;
  };
  return (
    <SpinButton
      label={label}
      labelPosition={Position.top}
      value={value}
      min={0}
      max={max}
      onValidate={(text) => withSuffix(text, suffix)}
      onIncrement={step(1)}
      onDecrement={step(-1)}
      onChange={(_, text) => text !== undefined && onValue(withSuffix(text, suffix))}
      incrementButtonAriaLabel={t('whatIf.more', { name: label })}
      decrementButtonAriaLabel={t('whatIf.less', { name: label })}
    />
  );
}

function withSuffix(text: string, suffix: string): string {
  const plain = text.trim();
  return suffix !== '' && /^[\d.]+$/.test(plain) ? `${plain}${suffix}` : plain;
}
