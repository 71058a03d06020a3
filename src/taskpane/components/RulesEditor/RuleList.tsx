import { useState } from 'react';
import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { Dropdown } from 'office-ui-fabric-react/lib/Dropdown';
import { Icon } from 'office-ui-fabric-react/lib/Icon';
import type {
  DraftRule,
  RuleCheck,
  RulesCheck,
  RulesDraft,
  RulesStart,
  RuleTexts,
} from '../../../app/rulesEditor/draft';
import { formatCount } from '../../format';
import { useText } from '../../text';
import { useStyles } from '../../useStyles';
import { RuleForm } from './RuleForm';
import { getStyles } from './styles';

export interface ListProps {
  readonly start: RulesStart;
  readonly draft: RulesDraft;
  /** Null while it is being worked out. */
  readonly check: RulesCheck | null;
  readonly onDraft: (draft: RulesDraft) => void;
}

/** The rules of one scheme by dimension; one of them is open as a form. */
export function RuleList({ start, draft, check, onDraft }: ListProps) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  const names = [
    ...new Set([...start.schemes.map(({ name }) => name), ...draft.rules.map(({ texts }) => texts.scheme)]),
  ];
  const offered = [...new Set(start.defaults.map(({ scheme }) => scheme))].filter((name) => !names.includes(name));
  const [scheme, setScheme] = useState(names[0] ?? '');
  const [open, setOpen] = useState<string | null>(null);
  const rules = draft.rules.map((rule, at) => ({ rule, at })).filter(({ rule }) => rule.texts.scheme === scheme);
  const facts = check?.schemes.find(({ name }) => name === scheme);

  const change = (key: string, texts: RuleTexts) =>
    onDraft({ ...draft, rules: draft.rules.map((rule) => (rule.key === key ? { ...rule, texts } : rule)) });
  const remove = (key: string) => onDraft({ ...draft, rules: draft.rules.filter((rule) => rule.key !== key) });
  const add = () => {
    const last = rules.at(-1)?.rule.texts;
    const rule = newRule(draft, scheme, last?.dimension ?? '', start.definitions[0]!.name);
    onDraft({ ...draft, rules: [...draft.rules, rule] });
    setOpen(rule.key);
  };
  const choose = (name: string) => {
    setScheme(name);
    setOpen(null);
    if (!offered.includes(name)) return;
    const begun = start.defaults.flatMap((texts, i): DraftRule[] =>
      texts.scheme === name ? [{ key: `n-${name}-${i}`, origin: null, texts }] : [],
    );
    onDraft({ ...draft, rules: [...draft.rules, ...begun] });
  };
  return (
    <>
      <Dropdown
        className={styles.scheme}
        ariaLabel={t('ranking.scheme')}
        selectedKey={scheme}
        placeholder={t('rules.noScheme')}
        options={[
          ...names.map((name) => ({ key: name, text: name })),
          ...offered.map((name) => ({ key: name, text: t('rules.begin', { scheme: name }) })),
        ]}
        onChange={(_, option) => choose(String(option!.key))}
      />
      {start.schemes.some(({ name, isDefault }) => name === scheme && isDefault) && (
        <p className={styles.note}>{t('rules.default')}</p>
      )}
      {facts && <p className={styles.note}>{t('rules.sum', { sum: facts.sum, count: formatCount(rules.length) })}</p>}
      {facts?.warnings.map((warning) => (
        <Warning key={warning} text={warning} />
      ))}
      <ul className={styles.list}>
        {rules.map(({ rule, at }, i) => (
          <li key={rule.key} className={styles.item}>
            {rule.texts.dimension !== (rules[i - 1]?.rule.texts.dimension ?? '') && rule.texts.dimension !== '' && (
              <h2 className={styles.dimension}>{rule.texts.dimension}</h2>
            )}
            <RuleLine
              rule={rule}
              check={check?.rules[at] ?? null}
              isOpen={open === rule.key}
              onToggle={() => setOpen(open === rule.key ? null : rule.key)}
            />
            {open === rule.key && (
              <RuleForm
                rule={rule}
                check={check?.rules[at] ?? null}
                definitions={start.definitions}
                onTexts={(texts) => change(rule.key, texts)}
                onRemove={() => remove(rule.key)}
              />
            )}
          </li>
        ))}
      </ul>
      <DefaultButton iconProps={{ iconName: 'Add' }} text={t('rules.add')} disabled={scheme === ''} onClick={add} />
    </>
  );
}

interface RuleLineProps {
  readonly rule: DraftRule;
  readonly check: RuleCheck | null;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** A rule in short: its name, its points, itself as a sentence or what is wrong with it. */
function RuleLine({ rule: { texts }, check, isOpen, onToggle }: RuleLineProps) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  return (
    <>
      <button type="button" className={styles.line} aria-expanded={isOpen} onClick={onToggle}>
        <Icon iconName={isOpen ? 'ChevronDown' : 'ChevronRight'} className={styles.chevron} />
        <span className={styles.name}>{texts.name || texts.id || t('rules.unnamed')}</span>
        <span className={styles.max}>{texts.max && t('rules.max', { max: texts.max })}</span>
      </button>
      {check?.problem ? (
        <p className={styles.problem}>
          <Icon iconName="StatusErrorFull" className={styles.sign} />
          {check.problem.text}
        </p>
      ) : (
        <p className={styles.sentence}>{check?.sentence}</p>
      )}
      {check?.warnings.map((warning) => (
        <Warning key={warning} text={warning} />
      ))}
    </>
  );
}

function Warning({ text }: { readonly text: string }) {
  const styles = useStyles(getStyles);
  return (
    <p className={styles.warning}>
      <Icon iconName="Warning" className={styles.sign} />
      {text}
    </p>
  );
}

/** An empty rule with a key and an id that no other has. */
function newRule({ rules }: RulesDraft, scheme: string, dimension: string, method: string): DraftRule {
  const taken = new Set(rules.flatMap(({ key, texts }) => [key, texts.id]));
  let number = 1;
  while (taken.has(`N${number}`)) number++;
  const id = `N${number}`;
  const texts = {
    scheme,
    dimension,
    id,
    name: '',
    max: '',
    method,
    parameters: '',
    source: '',
    nature: '',
    standard: '',
  };
  return { key: id, origin: null, texts };
}
