import { useState } from 'react';
import { ActionButton } from 'office-ui-fabric-react/lib/Button';
import { Dropdown, DropdownMenuItemType, type IDropdownOption } from 'office-ui-fabric-react/lib/Dropdown';
import { TextField } from 'office-ui-fabric-react/lib/TextField';
import { ruleFields, ruleText } from '../../../app/rulesEditor/ruleFields';
import type { RuleChange, WhatIfAnswer, WhatIfProblem, WhatIfRule, WhatIfStart } from '../../../app/whatIf/whatIf';
import { useText, type Text } from '../../text';
import { useStyles } from '../../useStyles';
import { triesOf, withRule, type Tried } from './changes';
import { Problems } from './Problems';
import { getStyles } from './styles';

export interface RulesProps {
  readonly start: WhatIfStart;
  readonly tried: Tried;
  readonly problems: readonly WhatIfProblem[];
  readonly sentences: WhatIfAnswer['sentences'];
  readonly onTried: (tried: Tried) => void;
}

/** One rule of the scheme at a time: 分值 and 参数 as fields, the rule as a sentence below. */
export function Rules({ start, tried, problems, sentences, onTried }: RulesProps) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  const own = triesOf(tried, start.scheme).rules;
  const [chosen, setChosen] = useState<string | null>(null);
  const id = chosen ?? [...own.keys()][0] ?? start.rules[0]?.id ?? null;
  const rule = start.rules.find((one) => one.id === id);
  if (!rule) return <p className={styles.lead}>{t('whatIf.noRules')}</p>;
  const now: RuleChange = own.get(rule.id) ?? rule;
  const set = (part: Partial<RuleChange>) =>
    onTried(withRule(tried, start, { id: rule.id, max: now.max, parameters: now.parameters, ...part }));
  const sentence = own.has(rule.id) ? sentences.find((one) => one.id === rule.id)?.sentence : rule.sentence;
  return (
    <>
      <Dropdown
        label={t('whatIf.rule')}
        selectedKey={rule.id}
        options={optionsOf(start.rules, own, t)}
        onChange={(_, option) => setChosen(String(option!.key))}
      />
      <p className={styles.sentence} aria-live="polite">
        {sentence ?? ''}
      </p>
      <TextField
        label={labelOf(t('whatIf.max'), rule.max, now.max, t)}
        value={now.max}
        onChange={(_, max = '') => set({ max })}
      />
      <Fields key={rule.id} rule={rule} text={now.parameters} onText={(parameters) => set({ parameters })} />
      <Problems problems={problems} field={rule.id} />
      {own.has(rule.id) && (
        <ActionButton
          iconProps={{ iconName: 'RevToggleKey' }}
          text={t('whatIf.restore')}
          onClick={() => set({ max: rule.max, parameters: rule.parameters })}
        />
      )}
    </>
  );
}

/** Rules under their dimensions, bonuses and penalties last; those that are tried carry a mark. */
function optionsOf(
  rules: readonly WhatIfRule[],
  tried: ReadonlyMap<string, RuleChange>,
  t: Text['t'],
): IDropdownOption[] {
  const options: IDropdownOption[] = [];
  let group: string | null = null;
  for (const { id, name, dimension, type } of rules) {
    const own = type === 'indicator' ? (dimension ?? '') : t('whatIf.adjustments');
    if (own !== group && own !== '') {
      options.push({ key: `header ${own}`, text: own, itemType: DropdownMenuItemType.Header });
    }
    group = own;
    options.push({ key: id, text: tried.has(id) ? t('whatIf.triedRule', { name }) : name });
  }
  return options;
}

function labelOf(name: string, before: string, now: string, t: Text['t']): string {
  return before === now ? name : t('whatIf.before', { name, before: before === '' ? t('whatIf.empty') : before });
}

interface FieldsProps {
  readonly rule: WhatIfRule;
  /** 参数 as written. */
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** One field for each key of the method, and one for the lines that it lists. */
function Fields({ rule, text, onText }: FieldsProps) {
  const { t } = useText();
  const definition = { parameters: rule.keys };
  const fields = ruleFields(text, definition);
  const before = ruleFields(rule.parameters, definition);
  // A line that has only been begun says nothing yet, but must not vanish while it is typed.
  const [typed, setTyped] = useState<{ readonly text: string; readonly lines: string } | null>(null);
  const lines = typed?.text === text ? typed.lines : fields.list.join('\n');
  const setList = (now: string) => {
    const given = ruleText({ ...fields, list: now.split('\n') }, definition);
    setTyped({ text: given, lines: now });
    onText(given);
  };
  const setValue = (key: string, value: string) =>
    onText(ruleText({ ...fields, values: { ...fields.values, [key]: value } }, definition));
  const hasList = rule.list !== 'none' && (fields.list.length > 0 || before.list.length > 0);
  return (
    <>
      {rule.keys
        .filter(({ key }) => key in before.values || key in fields.values)
        .map((spec) => {
          const value = fields.values[spec.key] ?? '';
          const label = labelOf(spec.key, before.values[spec.key] ?? '', value, t);
          const words = spec.choices?.map(({ word }) => word);
          return words ? (
            <Dropdown
              key={spec.key}
              label={label}
              selectedKey={value}
              options={words.map((word) => ({ key: word, text: word }))}
              onChange={(_, option) => setValue(spec.key, String(option!.key))}
            />
          ) : (
            <TextField key={spec.key} label={label} value={value} onChange={(_, now = '') => setValue(spec.key, now)} />
          );
        })}
      {hasList && (
        <TextField
          label={t(`rules.list.${rule.list}`)}
          multiline
          autoAdjustHeight
          value={lines}
          onChange={(_, now = '') => setList(now)}
        />
      )}
    </>
  );
}
