import { useState } from 'react';
import { PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { Checkbox } from 'office-ui-fabric-react/lib/Checkbox';
import { ChoiceGroup } from 'office-ui-fabric-react/lib/ChoiceGroup';
import { Link } from 'office-ui-fabric-react/lib/Link';
import { MessageBar, MessageBarType } from 'office-ui-fabric-react/lib/MessageBar';
import { TextField } from 'office-ui-fabric-react/lib/TextField';
import type { NewWorkbookStart, NewWorkbookWish } from '../../../app/newWorkbook';
import type { MadeFiles } from '../../../app/newWorkbookFiles';
import { usePane } from '../../paneContext';
import { useText } from '../../text';
import { useStyles } from '../../useStyles';
import { Made } from './Made';
import { RosterSummary } from './RosterSummary';
import { getStyles } from './styles';
import { useRosterCheck } from './useRosterCheck';

const SELVES = ['forms', 'wide', 'none'] as const;
const LAYOUTS = ['one', 'perUnit'] as const;
const SEPARATORS = /[、,，;；\n]/;

export interface FormProps {
  readonly start: NewWorkbookStart;
}

/** What is wanted, top to bottom in the order in which people think of it, and the button that makes it. */
export function Form({ start }: FormProps) {
  const styles = useStyles(getStyles);
  const { t, locale } = useText();
  const { host, summary, isBusy, run, fail } = usePane();
  const [wish, setWish] = useState<NewWorkbookWish>(() => firstWish(start));
  const [groups, setGroups] = useState(() => start.groups.join('、'));
  const [made, setMade] = useState<MadeFiles | null>(null);
  const [isMaking, setMaking] = useState(false);
  const check = useRosterCheck(wish);
  const takesMembers = check?.schemes.some(({ isMembers }) => isMembers) ?? false;

  const set = (part: Partial<NewWorkbookWish>) => {
    setMade(null);
    setWish((before) => ({ ...before, ...part }));
  };
  const toggled = <T,>(all: readonly T[], chosen: readonly T[], one: T): T[] =>
    all.filter((each) => (each === one) !== chosen.includes(each));
  const make = async () => {
    setMaking(true);
    try {
      setMade(await host.ask('makeWorkbook', { wish, locale }));
    } catch (error) {
      fail(error);
    } finally {
      setMaking(false);
    }
  };
  const names = start.schemes.map(({ name }) => name);
  return (
    <div className={styles.root}>
      {!summary && host.workbooks().length > 0 && (
        <p className={styles.note}>
          {t('new.fromOpen')}{' '}
          <Link disabled={isBusy} onClick={() => run('check')}>
            {t('new.read')}
          </Link>
        </p>
      )}
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{t('new.schemes')}</legend>
        {start.schemes.map(({ name, isOwn }) => (
          <Checkbox
            key={name}
            className={styles.box}
            label={isOwn ? t('new.ownScheme', { scheme: name }) : name}
            checked={wish.schemes.includes(name)}
            onChange={() => set({ schemes: toggled(names, wish.schemes, name) })}
          />
        ))}
      </fieldset>
      <TextField
        label={t('new.period')}
        value={wish.period}
        placeholder={start.periods[0] ?? ''}
        onChange={(_, period = '') => set({ period })}
      />
      <div className={styles.chips}>
        {start.periods.map((period) => (
          <Link key={period} onClick={() => set({ period })}>
            {period}
          </Link>
        ))}
      </div>
      <TextField
        label={t('new.units')}
        description={t('new.units.hint')}
        multiline
        rows={6}
        resizable
        spellCheck={false}
        value={wish.units}
        onChange={(_, units = '') => set({ units })}
      />
      {takesMembers && (
        <TextField
          label={t('new.members')}
          description={t('new.members.hint')}
          multiline
          rows={4}
          resizable
          spellCheck={false}
          value={wish.members}
          onChange={(_, members = '') => set({ members })}
        />
      )}
      <RosterSummary check={check} />
      <TextField
        label={t('new.groups')}
        description={t('new.groups.hint')}
        value={groups}
        onChange={(_, text = '') => {
          setGroups(text);
          set({ groups: listed(text) });
        }}
      />
      <ChoiceGroup
        label={t('new.self')}
        selectedKey={wish.self ?? 'none'}
        options={SELVES.map((key) => ({ key, text: t(`new.self.${key}`) }))}
        onChange={(_, option) => set({ self: option!.key === 'none' ? null : (option!.key as 'forms' | 'wide') })}
      />
      <Checkbox
        className={styles.box}
        label={t('new.peer')}
        checked={wish.peer}
        onChange={(_, peer = false) => set({ peer })}
      />
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{t('new.registers')}</legend>
        <div className={styles.chips}>
          <Link onClick={() => set({ registers: start.registers })}>{t('new.all')}</Link>
          <Link onClick={() => set({ registers: [] })}>{t('new.none')}</Link>
        </div>
        <div className={styles.columns}>
          {start.registers.map((register) => (
            <Checkbox
              key={register}
              className={styles.box}
              label={t(`new.register.${register}`)}
              checked={wish.registers.includes(register)}
              onChange={() => set({ registers: toggled(start.registers, wish.registers, register) })}
            />
          ))}
        </div>
      </fieldset>
      <ChoiceGroup
        label={t('new.layout')}
        selectedKey={wish.layout}
        options={LAYOUTS.map((key) => ({ key, text: t(`new.layout.${key}`) }))}
        onChange={(_, option) => set({ layout: option!.key as NewWorkbookWish['layout'] })}
      />
      <div className={styles.footer}>
        {made && 'problem' in made && (
          <MessageBar messageBarType={MessageBarType.error} isMultiline>
            {made.problem}
          </MessageBar>
        )}
        {made && !('problem' in made) ? (
          <Made made={made} onAgain={() => setMade(null)} />
        ) : (
          <PrimaryButton
            className={styles.make}
            text={t(isMaking ? 'new.making' : 'new.make')}
            disabled={isMaking || isBusy || wish.schemes.length === 0 || wish.period.trim() === ''}
            onClick={() => void make()}
          />
        )}
      </div>
    </div>
  );
}

/** The schemes of the open workbook, or the first default scheme; everything else that people mostly want. */
function firstWish(start: NewWorkbookStart): NewWorkbookWish {
  const own = start.schemes.filter(({ isOwn }) => isOwn).map(({ name }) => name);
  return {
    schemes: own.length > 0 ? own : start.schemes.slice(0, 1).map(({ name }) => name),
    period: start.periods[0] ?? '',
    groups: start.groups,
    units: start.units,
    members: start.members,
    layout: 'one',
    self: 'forms',
    peer: true,
    registers: start.registers,
  };
}

function listed(text: string): string[] {
  return text
    .split(SEPARATORS)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
