import { useState } from 'react';
import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { Dropdown } from 'office-ui-fabric-react/lib/Dropdown';
import { TextField } from 'office-ui-fabric-react/lib/TextField';
import type { DraftRule, RuleCheck, RuleField, RulesStart, RuleTexts } from '../../../app/rulesEditor/draft';
import { ruleFields, ruleText } from '../../../app/rulesEditor/ruleFields';
import { translate } from '../../../i18n';
import { useText } from '../../text';
import { useStyles } from '../../useStyles';
import { getStyles } from './styles';

type Definition = RulesStart['definitions'][number];
type Spec = Definition['parameters'][number];

export interface RuleFormProps {
  readonly rule: DraftRule;
  readonly check: RuleCheck | null;
  readonly definitions: RulesStart['definitions'];
  readonly onTexts: (texts: RuleTexts) => void;
  readonly onRemove: () => void;
}

/** A rule as a form: its own columns, and the fields of its method (评分方式) made from what the method takes. */
export function RuleForm({ rule, check, definitions, onTexts, onRemove }: RuleFormProps) {
  const styles = useStyles(getStyles);
  const { t, locale } = useText();
  const { texts, origin } = rule;
  const problem = check?.problem ?? null;
  const set = (field: RuleField, text: string) => onTexts({ ...texts, [field]: text });
  const field = (name: RuleField, isLong = false) => (
    <TextField
      label={t(`rules.field.${name}`)}
      value={texts[name]}
      multiline={isLong}
      autoAdjustHeight={isLong}
      {...(problem?.field === name && { errorMessage: problem.text })}
      onChange={(_, text = '') => set(name, text)}
    />
  );
  const definition = definitions.find(
    ({ name, code, synonyms }) => name === texts.method || code === texts.method || synonyms.includes(texts.method),
  );
  return (
    <div className={styles.form}>
      {field('name')}
      {origin === null && field('dimension')}
      <div className={styles.pair}>
        {field('id')}
        {field('max')}
      </div>
      <Dropdown
        label={t('rules.field.method')}
        selectedKey={definition?.code ?? null}
        placeholder={texts.method}
        options={definitions.map(({ code, titleKey }) => ({ key: code, text: translate(locale, titleKey) }))}
        {...(problem?.field === 'method' && { errorMessage: problem.text })}
        onChange={(_, option) => set('method', definitions.find(({ code }) => code === option!.key)!.name)}
      />
      {definition && (
        <MethodFields
          definition={definition}
          text={texts.parameters}
          problem={problem?.field === 'parameters' ? problem.text : null}
          onText={(text) => set('parameters', text)}
        />
      )}
      {field('standard', true)}
      <DefaultButton
        className={styles.remove}
        iconProps={{ iconName: 'Delete' }}
        text={t(origin === null ? 'rules.remove' : 'rules.empty')}
        onClick={onRemove}
      />
    </div>
  );
}

interface MethodFieldsProps {
  readonly definition: Definition;
  /** 参数 as written. */
  readonly text: string;
  readonly problem: string | null;
  readonly onText: (text: string) => void;
}

/** One field for each key of the method, and one for the lines that it lists. */
function MethodFields({ definition, text, problem, onText }: MethodFieldsProps) {
  const { t } = useText();
  const fields = ruleFields(text, definition);
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
  const hasList = definition.list !== 'none' || fields.list.length > 0;
  return (
    <>
      {definition.parameters.map((spec) => (
        <ParameterField
          key={spec.key}
          spec={spec}
          value={fields.values[spec.key] ?? ''}
          onValue={(value) => setValue(spec.key, value)}
        />
      ))}
      {hasList && (
        <TextField
          label={t(`rules.list.${definition.list}`)}
          description={t('rules.list.hint', { example: definition.example })}
          multiline
          autoAdjustHeight
          value={lines}
          onChange={(_, now = '') => setList(now)}
        />
      )}
      {problem && (
        <TextField
          label={t('rules.field.parameters')}
          value={text}
          errorMessage={problem}
          onChange={(_, all = '') => onText(all)}
        />
      )}
    </>
  );
}

interface ParameterFieldProps {
  readonly spec: Spec;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

function ParameterField({ spec, value, onValue }: ParameterFieldProps) {
  const { t } = useText();
  const words = spec.type === 'yesNo' ? ['是', '否'] : spec.choices?.map(({ word }) => word);
  const standard = spec.default === null ? '' : t('rules.standard', { value: spec.default });
  if (!words) {
    return (
      <TextField label={spec.key} value={value} placeholder={standard} onChange={(_, text = '') => onValue(text)} />
    );
  }
  return (
    <Dropdown
      label={spec.key}
      selectedKey={value}
      options={[{ key: '', text: standard || '—' }, ...words.map((word) => ({ key: word, text: word }))]}
      onChange={(_, option) => onValue(String(option!.key))}
    />
  );
}
