import { useState } from 'react';
import { ActionButton, DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { Icon } from 'office-ui-fabric-react/lib/Icon';
import type { DataName, DataSummary } from '../../../app/dataSummary';
import type { Target } from '../../../app/findTargets';
import { formatCount } from '../../format';
import { usePane } from '../../paneContext';
import { useText } from '../../text';
import { useStyles } from '../../useStyles';
import { PlaceLink } from '../PlaceLink';
import { type PickItem, PickBox } from '../PickBox';
import { getStyles } from './styles';
import type { Correct } from './useData';

const SHOWN = 20;

export interface UnmatchedProps {
  readonly names: DataSummary['unmatched'];
  readonly isLocked: boolean;
  readonly onCorrect: Correct;
}

/** Names that no roster has: who may be meant is offered, nobody is merged unasked. */
export function Unmatched({ names, isLocked, onCorrect }: UnmatchedProps) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  const [most, setMost] = useState(SHOWN);
  const left = names.length - most;
  return (
    <section className={styles.unmatched}>
      <h2 className={styles.alert}>
        <Icon iconName="Warning" className={styles.sign} />
        {t('data.unmatched', { count: formatCount(names.length) })}
      </h2>
      <p className={styles.hint}>{t('data.unmatched.text')}</p>
      <ul className={styles.list}>
        {names.slice(0, most).map((name) => (
          <NameItem
            key={`${name.written} ${name.branch}`}
            name={name}
            isLocked={isLocked}
            onSay={(target) =>
              void onCorrect([{ type: 'name', written: name.written, branch: name.branch, value: { target } }])
            }
          />
        ))}
      </ul>
      {left > 0 && (
        <DefaultButton
          className={styles.moreButton}
          text={t('data.more.names', { count: formatCount(Math.min(left, SHOWN)) })}
          onClick={() => setMost(most + SHOWN)}
        />
      )}
    </section>
  );
}

interface NameItemProps {
  readonly name: DataName;
  readonly isLocked: boolean;
  /** Null: nobody who is assessed. */
  readonly onSay: (target: { readonly id: string | null; readonly name: string } | null) => void;
}

function NameItem({ name, isLocked, onSay }: NameItemProps) {
  const styles = useStyles(getStyles);
  const { go } = usePane();
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  const { written, branch, place, count, near } = name;
  return (
    <li className={styles.nameItem}>
      <div className={styles.nameHead}>
        <strong className={styles.written}>{branch ? `${written}（${branch}）` : written}</strong>
        {count > 1 && <span className={styles.times}>{t('data.unmatched.rows', { count: formatCount(count) })}</span>}
        <PlaceLink place={place} onGo={go} />
      </div>
      <div className={styles.offers}>
        {near.map((target) => (
          <DefaultButton
            key={`${target.id} ${target.name}`}
            className={styles.offer}
            text={described(target)}
            ariaLabel={t('data.unmatched.is', { written, name: described(target) })}
            disabled={isLocked}
            onClick={() => onSay({ id: target.id, name: target.name })}
          />
        ))}
        <ActionButton
          className={styles.action}
          iconProps={{ iconName: 'Search' }}
          text={t('data.unmatched.find')}
          ariaLabel={t('data.unmatched.other', { written })}
          aria-expanded={isOpen}
          disabled={isLocked}
          onClick={() => setOpen(!isOpen)}
        />
        <ActionButton
          className={styles.action}
          iconProps={{ iconName: 'Remove' }}
          text={t('data.unmatched.nobody')}
          ariaLabel={t('data.unmatched.nobodyOf', { written })}
          disabled={isLocked}
          onClick={() => onSay(null)}
        />
      </div>
      {isOpen && <TargetBox name={name} onSay={onSay} />}
    </li>
  );
}

/** Everybody on the rosters, found as one types. */
function TargetBox({ name, onSay }: Pick<NameItemProps, 'name' | 'onSay'>) {
  const { host, fail } = usePane();
  const { t, locale } = useText();
  const [found, setFound] = useState<readonly Target[] | null>(null);
  const [isAsked, setAsked] = useState(false);
  const search = (text: string) =>
    void host.ask('targets', { text, isMember: name.isMember, locale }).then(setFound, fail);
  if (!isAsked) {
    setAsked(true);
    search('');
  }
  const items = (found ?? []).map((target, k): PickItem => {
    const note = [target.id, target.branch].filter(Boolean).join(' ');
    return { key: String(k), text: target.name, ...(note && { note }) };
  });
  return (
    <PickBox
      label={t('data.unmatched.other', { written: name.written })}
      placeholder={t('data.unmatched.choose')}
      groups={[{ heading: '', items }]}
      picked={null}
      autoFocus
      onSearch={search}
      onPick={(key) => {
        const { id, name: target } = found![Number(key)]!;
        onSay({ id, name: target });
      }}
    />
  );
}

function described({ id, name, branch }: Target): string {
  return branch ? `${name}（${[id, branch].filter(Boolean).join(' ')}）` : name;
}
