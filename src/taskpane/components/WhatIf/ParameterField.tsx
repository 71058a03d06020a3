import { Checkbox } from 'office-ui-fabric-react/lib/Checkbox';
import { Dropdown } from 'office-ui-fabric-react/lib/Dropdown';
import { Slider } from 'office-ui-fabric-react/lib/Slider';
import { TextField } from 'office-ui-fabric-react/lib/TextField';
import { Toggle } from 'office-ui-fabric-react/lib/Toggle';
import type { WhatIfParameter, WhatIfStart } from '../../../app/whatIf/whatIf';
import { useText, type Text } from '../../text';
import { useStyles } from '../../useStyles';
import { Bands } from './Bands';
import { Counter } from './Counter';
import { nameOf, wordOf } from './parameterNames';
import { getStyles } from './styles';

export interface ParameterFieldProps {
  readonly start: WhatIfStart;
  readonly parameter: WhatIfParameter;
  /** As a parameter sheet writes it. */
  readonly value: string;
  readonly isTried: boolean;
  readonly onValue: (value: string) => void;
}

/** One parameter as its kind is best turned. */
export function ParameterField(props: ParameterFieldProps) {
  const { start, parameter, value, isTried, onValue } = props;
  const { key, type, allowed } = parameter;
  const { t } = useText();
  const label = labelOf(props, t);
  switch (type) {
    case 'weight':
      if (!key.startsWith('权重.')) return <Counter label={label} value={value} max={100} onValue={onValue} />;
      return (
        <Slider
          label={label}
          min={0}
          max={100}
          value={Number(value)}
          showValue
          onChange={(now) => onValue(String(now))}
        />
      );
    case 'amount':
    case 'count':
      return <Counter label={label} value={value} onValue={onValue} />;
    case 'rate':
      return <Counter label={label} value={value} suffix="%" max={100} onValue={onValue} />;
    case 'quota':
      return <Quota label={label} value={value} before={parameter.value} onValue={onValue} />;
    case 'yesNo':
      return (
        <Toggle
          label={label}
          checked={value === '是'}
          onText={t('whatIf.yes')}
          offText={t('whatIf.no')}
          onChange={(_, isOn) => onValue(isOn ? '是' : '否')}
        />
      );
    case 'grades':
      return <Bands start={start} value={value} isTried={isTried} onValue={onValue} />;
    case 'names':
      return <Names {...props} label={label} />;
    case 'missing':
    case 'blank':
    case 'rankBy':
    case 'ties':
    case 'cycle':
      return (
        <Dropdown
          label={label}
          selectedKey={value}
          options={allowed.split('、').map((word) => ({ key: word, text: shown(word, t) }))}
          onChange={(_, option) => onValue(String(option!.key))}
        />
      );
    default:
      return (
        <TextField
          label={label}
          value={value}
          description={t('whatIf.allowed', { allowed })}
          onChange={(_, text = '') => onValue(text)}
        />
      );
  }
}

function shown(word: string, t: Text['t']): string {
  const name = wordOf(word);
  return name ? t(`whatIf.word.${name}`) : word;
}

/** The name, and what is in force where something else is tried. */
function labelOf({ parameter, isTried }: ParameterFieldProps, t: Text['t']): string {
  const name = t(`whatIf.key.${nameOf(parameter.key)}`);
  if (!isTried) return name;
  const before = parameter.value === '' ? t('whatIf.empty') : shown(parameter.value, t);
  return t('whatIf.before', { name, before });
}

/** 优秀比例上限: none, or a share. */
function Quota(props: {
  readonly label: string;
  readonly value: string;
  /** What is in force, which comes back with the limit. */
  readonly before: string;
  readonly onValue: (value: string) => void;
}) {
  const { label, value, before, onValue } = props;
  const styles = useStyles(getStyles);
  const { t } = useText();
  const isLimited = value !== '无';
  return (
    <div className={styles.quota} role="group" aria-label={label}>
      <Checkbox
        label={label}
        checked={isLimited}
        onChange={(_, isOn) => onValue(isOn ? (before === '无' ? '30%' : before) : '无')}
      />
      {isLimited && (
        <Slider
          ariaLabel={t('whatIf.share')}
          min={0}
          max={100}
          value={Math.round(shareOf(value) * 100)}
          valueFormat={() => (value.includes('/') ? value : `${Math.round(shareOf(value) * 100)}%`)}
          showValue
          onChange={(now) => onValue(`${now}%`)}
        />
      )}
    </div>
  );
}

/** A share as a parameter writes it: 30%, 1/3. */
function shareOf(text: string): number {
  const [above, below] = text.split('/').map((part) => Number.parseFloat(part));
  return below === undefined ? above! / 100 : above! / below;
}

/** 同分排序: keys in the order in which they are chosen. */
function Names({ start, value, onValue, label }: ParameterFieldProps & { readonly label: string }) {
  const { t } = useText();
  const chosen = value
    .split(/[;；]/u)
    .map((name) => name.trim())
    .filter(Boolean);
  const offered = [...new Set([...start.tieNames, ...chosen])];
  return (
    <Dropdown
      label={label}
      multiSelect
      selectedKeys={chosen}
      placeholder={t('whatIf.noKeys')}
      options={offered.map((name) => ({ key: name, text: name }))}
      onRenderTitle={() => <>{chosen.length > 0 ? chosen.join(' → ') : t('whatIf.noKeys')}</>}
      onChange={(_, option) => {
        const name = String(option!.key);
        onValue((option!.selected ? [...chosen, name] : chosen.filter((one) => one !== name)).join('; '));
      }}
    />
  );
}
