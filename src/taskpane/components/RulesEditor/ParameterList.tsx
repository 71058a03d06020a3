import { useState } from 'react';
import { Dropdown } from 'office-ui-fabric-react/lib/Dropdown';
import { TextField } from 'office-ui-fabric-react/lib/TextField';
import type { DraftParameter } from '../../../app/rulesEditor/draft';
import { useText } from '../../text';
import { useStyles } from '../../useStyles';
import type { ListProps } from './RuleList';
import { getStyles } from './styles';

/** The parameters of all schemes or of one: what is given, what stands where nothing is given. */
export function ParameterList({ start, draft, check, onDraft }: ListProps) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  const [scheme, setScheme] = useState('');
  const given = (key: string, of: string) =>
    draft.parameters.find(({ texts }) => texts.scheme === of && isSameKey(texts.key, key));

  const set = (key: string, value: string) => {
    const known = given(key, scheme);
    // What is emptied is given no longer; a new row only has to stand there while it says something.
    const others = draft.parameters.filter((parameter) => parameter !== known);
    if (value.trim() === '') return onDraft({ ...draft, parameters: others });
    const changed: DraftParameter = known
      ? { ...known, texts: { ...known.texts, value } }
      : { key: `n-${scheme}-${key}`, origin: null, texts: { scheme, key, value } };
    onDraft({
      ...draft,
      parameters: known
        ? draft.parameters.map((parameter) => (parameter === known ? changed : parameter))
        : [...draft.parameters, changed],
    });
  };
  return (
    <>
      <Dropdown
        className={styles.scheme}
        ariaLabel={t('ranking.scheme')}
        selectedKey={scheme}
        options={[
          { key: '', text: t('rules.allSchemes') },
          ...start.schemes.map(({ name }) => ({ key: name, text: name })),
        ]}
        onChange={(_, option) => setScheme(String(option!.key))}
      />
      {start.parameters.map(({ key, default: standard, allowed }) => {
        const own = given(key, scheme);
        const common = scheme === '' ? undefined : given(key, '');
        const problem = own && check?.parameters[draft.parameters.indexOf(own)];
        return (
          <TextField
            key={key}
            label={key}
            value={own?.texts.value ?? ''}
            placeholder={t('rules.standard', { value: common?.texts.value ?? (standard || '—') })}
            description={t('rules.allowed', { allowed })}
            {...(problem && { errorMessage: problem.text })}
            onChange={(_, text = '') => set(key, text)}
          />
        );
      })}
    </>
  );
}

/** Keys are written with dots of several kinds, or none. */
function isSameKey(written: string, key: string): boolean {
  const plain = (text: string) => text.normalize('NFKC').replace(/[\s.。·:_-]/g, '');
  return plain(written) === plain(key);
}
