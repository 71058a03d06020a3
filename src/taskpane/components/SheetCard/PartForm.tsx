import { useMemo, useState } from 'react';
import { Dropdown } from 'office-ui-fabric-react/lib/Dropdown';
import { choiceKey, holdsValues } from '../../../app/choices';
import type { SheetDetails } from '../../../app/sheetDetails';
import type { Choice, CorrectionEdit, SourceCode } from '../../../model';
import { useText, type Text } from '../../text';
import { useStyles } from '../../useStyles';
import { choiceText } from '../DataStep/words';
import { type PickGroup, PickBox } from '../PickBox';
import { Actions } from './Actions';
import { EverySheet } from './EverySheet';
import { getStyles } from './styles';
import type { FormProps } from './TableForm';

/** A column or a row as the list shows it. */
export interface Part {
  readonly key: string;
  readonly occurrence: number;
  readonly choice: Choice | null;
  readonly isCorrected: boolean;
  /** Its letter or its number. */
  readonly at: string;
  readonly name: string;
  readonly samples: readonly string[];
}

export interface PartFormProps extends FormProps {
  readonly kind: 'column' | 'row';
  readonly part: Part;
  readonly onDone: () => void;
}

const OWN = 'own';
const SOURCES: readonly SourceCode[] = ['self', 'peer', 'superior'];

/** What a column or a row is to be: picked from a list that can be searched, with source and values where it has any. */
export function PartForm({ kind, part, details, table, isLocked, onCorrect, onDone }: PartFormProps) {
  const styles = useStyles(getStyles);
  const text = useText();
  const { t } = text;
  const [choice, setChoice] = useState<Choice | null>(part.choice);
  const [everySheet, setEverySheet] = useState(true);
  const choices = useMemo(() => choicesOf(kind, details, table), [kind, details, table]);
  const groups = useMemo(() => groupsOf(choices, text), [choices, text]);
  const isChanged = choice !== null && JSON.stringify(choice) !== JSON.stringify(part.choice);
  const { key, occurrence } = part;
  const say = (value: Choice | null, every: boolean): CorrectionEdit => ({
    type: kind,
    table: { ...table.key, everySheet: every },
    key,
    occurrence,
    value,
  });
  const apply = async (edits: readonly CorrectionEdit[], isBack: boolean) => {
    await onCorrect(edits, isBack);
    onDone();
  };
  const pick = (wanted: string) => {
    const next = choices.flatMap((group) => group.choices).find((other) => choiceKey(other) === wanted)!;
    // Source and values stay as they are said to be, where the new meaning has any.
    const { source, reading } = choice ?? {};
    setChoice(holdsValues(next) && kind === 'column' ? withValues(next, source, reading) : next);
  };
  return (
    <div className={styles.partForm}>
      {part.samples.length > 0 && (
        <p className={styles.samples}>{t('data.samples', { samples: part.samples.join(t('listComma')) })}</p>
      )}
      <PickBox
        label={t(kind === 'column' ? 'data.is' : 'data.rowIs')}
        placeholder={t('data.isSearch')}
        groups={groups}
        picked={choice && choiceKey(choice)}
        onPick={pick}
      />
      {kind === 'column' && choice && holdsValues(choice) && (
        <div className={styles.pair}>
          <Dropdown
            label={t('data.source')}
            selectedKey={choice.source ?? OWN}
            options={[
              { key: OWN, text: t('data.source.sheet') },
              ...SOURCES.map((source) => ({ key: source, text: t(`source.${source}`) })),
            ]}
            disabled={isLocked}
            onChange={(_, option) => {
              const source = option!.key === OWN ? undefined : (option!.key as SourceCode);
              setChoice(withValues(choice, source, choice.reading));
            }}
          />
          <Dropdown
            label={t('data.values')}
            selectedKey={choice.reading ?? OWN}
            options={[
              { key: OWN, text: t('data.values.own') },
              { key: 'points', text: t('data.values.points') },
              { key: 'raw', text: t('data.values.raw') },
            ]}
            disabled={isLocked}
            onChange={(_, option) => {
              const reading = option!.key === OWN ? undefined : (option!.key as 'points' | 'raw');
              setChoice(withValues(choice, choice.source, reading));
            }}
          />
        </div>
      )}
      {isChanged && <EverySheet alike={table.alike} isOn={everySheet} onChange={setEverySheet} />}
      <Actions
        isLocked={isLocked}
        canApply={isChanged}
        canRestore={part.isCorrected && !isChanged}
        onApply={() => void apply([say(choice, everySheet)], false)}
        onRestore={() => void apply([say(null, false), say(null, true)], true)}
      />
    </div>
  );
}

function withValues({ kind, name, text }: Choice, source?: SourceCode, reading?: 'points' | 'raw'): Choice {
  return { kind, name, ...(text !== undefined && { text }), ...(source && { source }), ...(reading && { reading }) };
}

interface Choices {
  readonly type: 'indicators' | 'dimensions' | 'fields';
  readonly scheme: string;
  readonly choices: readonly Choice[];
}

/** What can be picked, in the order in which it is shown; of schemes those first that the table feeds. */
function choicesOf(kind: 'column' | 'row', { schemes }: SheetDetails, table: FormProps['table']): Choices[] {
  const isOwn = ({ scheme }: SheetDetails['schemes'][number]) => table.schemes.includes(scheme);
  const ordered = [...schemes.filter(isOwn), ...schemes.filter((scheme) => !isOwn(scheme))];
  const scored = ordered.flatMap(({ scheme, choices }): Choices[] => [
    { type: 'indicators', scheme, choices: choices.filter((choice) => choice.kind === 'indicator') },
    { type: 'dimensions', scheme, choices: choices.filter((choice) => choice.kind === 'dimension') },
  ]);
  const isScored = table.role === 'scores' || table.role === 'other' || kind === 'row';
  const others = kind === 'row' ? [{ kind: 'ignore', name: '' } as const] : table.choices;
  const fields: Choices = { type: 'fields', scheme: '', choices: others };
  return unique([
    ...(kind === 'row' ? [] : [fields]),
    ...(isScored ? scored : []),
    ...(kind === 'row' ? [fields] : []),
  ]);
}

/** Dimensions of one name in several schemes are one choice. */
function unique(groups: readonly Choices[]): Choices[] {
  const seen = new Set<string>();
  return groups.map((group) => ({
    ...group,
    choices: group.choices.filter((choice) => {
      const key = choiceKey(choice);
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    }),
  }));
}

function groupsOf(groups: readonly Choices[], text: Text): PickGroup[] {
  return groups.map(({ type, scheme, choices }) => ({
    heading: text.t(`data.group.${type}`, { scheme }),
    items: choices.map((choice) => ({ key: choiceKey(choice), text: choiceText(choice, text) })),
  }));
}
