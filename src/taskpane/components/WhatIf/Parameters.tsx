import type { WhatIfParameter, WhatIfProblem, WhatIfStart } from '../../../app/whatIf/whatIf';
import { useText } from '../../text';
import { useStyles } from '../../useStyles';
import { triesOf, withParameter, type Tried } from './changes';
import { ParameterField } from './ParameterField';
import { GROUPS } from './parameterNames';
import { Problems } from './Problems';
import { getStyles } from './styles';

export interface ParametersProps {
  readonly start: WhatIfStart;
  readonly tried: Tried;
  readonly problems: readonly WhatIfProblem[];
  readonly onTried: (tried: Tried) => void;
}

/** Weights of sources that nobody has change nothing. */
const SOURCE_KEYS = { self: '自评', peer: '民主评议', superior: '上级考核' } as const;

function isOfUse({ key }: WhatIfParameter, { sources }: WhatIfStart): boolean {
  const [kind, source] = key.split('.');
  return (kind !== '权重' && kind !== '缺项') || sources.some((code) => SOURCE_KEYS[code] === source);
}

/** The parameters of a scheme as sliders, counters and choices. */
export function Parameters({ start, tried, problems, onTried }: ParametersProps) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  const own = triesOf(tried, start.scheme).parameters;
  return Object.entries(GROUPS).map(([group, keys]) => {
    const shown = keys
      .map((key) => start.parameters.find((parameter) => parameter.key === key))
      .filter((parameter) => parameter !== undefined && isOfUse(parameter, start)) as WhatIfParameter[];
    if (shown.length === 0) return null;
    return (
      <fieldset key={group} className={styles.group}>
        <legend className={styles.legend}>{t(`whatIf.group.${group}`)}</legend>
        {shown.map((parameter) => (
          <div key={parameter.key} className={styles.field}>
            <ParameterField
              start={start}
              parameter={parameter}
              value={own.get(parameter.key) ?? parameter.value}
              isTried={own.has(parameter.key)}
              onValue={(value) => onTried(withParameter(tried, start, parameter.key, value))}
            />
            <Problems problems={problems} field={parameter.key} />
          </div>
        ))}
      </fieldset>
    );
  });
}
