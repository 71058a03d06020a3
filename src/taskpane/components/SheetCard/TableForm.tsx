import { useState } from 'react';
import { Dropdown, DropdownMenuItemType, type IDropdownOption } from 'office-ui-fabric-react/lib/Dropdown';
import type { SheetDetails, TableDetails } from '../../../app/sheetDetails';
import type { CorrectionEdit, RegisterLayout, RoleChoice, SourceCode } from '../../../model';
import { useText, type Text } from '../../text';
import { useStyles } from '../../useStyles';
import type { Correct } from '../DataStep/useData';
import { roleText } from '../DataStep/words';
import { Actions } from './Actions';
import { EverySheet } from './EverySheet';
import { getStyles } from './styles';

export interface FormProps {
  readonly details: SheetDetails;
  readonly table: TableDetails;
  readonly isLocked: boolean;
  readonly onCorrect: Correct;
}

const ROLES: readonly RoleChoice[] = [
  ...(['wide', 'form', 'long'] as const).map((layout): RoleChoice => ({ role: 'scores', layout })),
  ...(['votes', 'adjustments', 'rules', 'parameters', 'roster', 'members'] as const).map((role): RoleChoice => ({
    role,
    layout: null,
  })),
];
const REGISTERS: readonly RegisterLayout[] = [
  'plans',
  'measures',
  'bonds',
  'contacts',
  'info',
  'materials',
  'records',
  'rectify',
  'funds',
];
const SOURCES: readonly SourceCode[] = ['self', 'peer', 'superior'];
/** Keys of what is no source or scheme of its own. */
const OWN = 'own';
const STANDS_ALONE = 'table';

const roleKey = ({ role, layout }: RoleChoice) => `${role} ${layout ?? ''}`;

/** What the whole table is: its role, its source, its scheme. */
export function TableForm({ details, table, isLocked, onCorrect }: FormProps) {
  const styles = useStyles(getStyles);
  const text = useText();
  const { t } = text;
  const now = {
    role: roleKey(table),
    source: table.source ?? OWN,
    scheme: table.corrected.includes('scheme') ? schemeKey(details, table) : OWN,
  };
  const [draft, setDraft] = useState<Partial<typeof now>>({});
  const [everySheet, setEverySheet] = useState(table.layout === 'form' && table.alike > 1);
  const wanted = { ...now, ...draft };
  const isScored = /^(scores|votes) /.test(wanted.role);
  const key = { ...table.key, everySheet };
  const edits: CorrectionEdit[] = [];
  if (wanted.role !== now.role) edits.push({ type: 'role', table: key, value: roleOf(wanted.role) });
  if (isScored && wanted.source !== now.source)
    edits.push({ type: 'source', table: key, value: wanted.source === OWN ? null : (wanted.source as SourceCode) });
  if (isScored && wanted.scheme !== now.scheme)
    edits.push({ type: 'scheme', table: key, value: schemeOf(wanted.scheme) });
  const said = (['role', 'source', 'scheme'] as const).filter((type) => table.corrected.includes(type));
  const apply = async (list: readonly CorrectionEdit[], isBack: boolean) => {
    await onCorrect(list, isBack);
    setDraft({});
  };
  const pick = (part: keyof typeof now) => (_: unknown, option?: IDropdownOption) =>
    setDraft({ ...draft, [part]: option!.key as string });
  return (
    <div className={styles.form}>
      <Dropdown
        label={t('data.role')}
        selectedKey={wanted.role}
        options={roleOptions(text)}
        disabled={isLocked}
        onChange={pick('role')}
      />
      {isScored && (
        <div className={styles.pair}>
          <Dropdown
            label={t('data.source')}
            selectedKey={wanted.source}
            options={[
              { key: OWN, text: t('data.source.own') },
              ...SOURCES.map((source) => ({ key: source, text: t(`source.${source}`) })),
            ]}
            disabled={isLocked}
            onChange={pick('source')}
          />
          <Dropdown
            label={t('data.scheme')}
            selectedKey={wanted.scheme}
            options={[
              { key: OWN, text: ownScheme(table, text) },
              ...details.schemes.map(({ scheme }) => ({ key: `scheme ${scheme}`, text: scheme })),
              { key: STANDS_ALONE, text: t('data.scheme.table') },
            ]}
            disabled={isLocked}
            onChange={pick('scheme')}
          />
        </div>
      )}
      {edits.length > 0 && <EverySheet alike={table.alike} isOn={everySheet} onChange={setEverySheet} />}
      <Actions
        isLocked={isLocked}
        canApply={edits.length > 0}
        canRestore={said.length > 0 && edits.length === 0}
        onApply={() => void apply(edits, false)}
        onRestore={() => void apply(bothKeys(table, said), true)}
      />
    </div>
  );
}

/** Takes back what was said of this table, and what was said of all its like. */
function bothKeys({ key }: TableDetails, said: readonly ('role' | 'source' | 'scheme')[]): CorrectionEdit[] {
  return [false, true].flatMap((everySheet) =>
    said.map((type): CorrectionEdit => ({ type, table: { ...key, everySheet }, value: null })),
  );
}

function roleOptions(text: Text): IDropdownOption[] {
  const option = (choice: RoleChoice) => ({ key: roleKey(choice), text: roleText(choice, text) });
  return [
    ...ROLES.map(option),
    { key: 'registers', text: text.t('role.register'), itemType: DropdownMenuItemType.Header },
    ...REGISTERS.map((layout) => option({ role: 'register', layout })),
    { key: 'line', text: '-', itemType: DropdownMenuItemType.Divider },
    option({ role: 'other', layout: null }),
  ];
}

function roleOf(key: string): RoleChoice {
  const [role, layout] = key.split(' ') as [RoleChoice['role'], string];
  return { role, layout: (layout || null) as RoleChoice['layout'] };
}

function schemeOf(key: string): string | null {
  if (key === OWN) return null;
  return key === STANDS_ALONE ? '' : key.slice('scheme '.length);
}

/** A table that a person has made stand alone feeds a scheme that is none of those in force. */
function schemeKey({ schemes }: SheetDetails, table: TableDetails): string {
  const known = schemes.find(({ scheme }) => table.schemes.includes(scheme));
  return known ? `scheme ${known.scheme}` : STANDS_ALONE;
}

function ownScheme({ schemes, corrected }: TableDetails, { t }: Text): string {
  if (corrected.includes('scheme') || schemes.length === 0) return t('data.scheme.own');
  return t('data.scheme.found', { schemes: schemes.join(t('listComma')) });
}
