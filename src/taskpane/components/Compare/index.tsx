import { useState } from 'react';
import { ActionButton } from 'office-ui-fabric-react/lib/Button';
import { Spinner } from 'office-ui-fabric-react/lib/Spinner';
import type { Comparison } from '../../../app/comparison';
import { formatPoints, formatSigned, NONE } from '../../format';
import { useText } from '../../text';
import { useAsked } from '../../useAsked';
import { useStyles } from '../../useStyles';
import { PartList } from './PartList';
import { SubjectPicker } from './SubjectPicker';
import { getStyles } from './styles';

export interface CompareProps {
  /** Indices of the summary. */
  readonly scheme: number;
  readonly subject: number;
  readonly onBack: () => void;
}

/** Two subjects side by side: who stands before whom, on which key, and what makes the difference of their totals. */
export default function Compare({ scheme, subject, onBack }: CompareProps) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  const [other, setOther] = useState<number | null>(null);
  return (
    <>
      <div className={styles.tools}>
        <ActionButton iconProps={{ iconName: 'Back' }} text={t('compare.back')} onClick={onBack} />
        {other !== null && (
          <ActionButton iconProps={{ iconName: 'Switch' }} text={t('compare.another')} onClick={() => setOther(null)} />
        )}
      </div>
      <h2 className={styles.title}>{t('compare.title')}</h2>
      {other === null ? (
        <SubjectPicker scheme={scheme} subject={subject} onPick={setOther} />
      ) : (
        <Two scheme={scheme} a={subject} b={other} />
      )}
    </>
  );
}

function Two(ask: { readonly scheme: number; readonly a: number; readonly b: number }) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  const found = useAsked('compare', ask);
  if (!found) return <Spinner label={t('loading')} />;
  const { a, b, difference, parts } = found;
  return (
    <>
      <table className={styles.heads}>
        <thead>
          <tr>
            <td />
            <th scope="col">{a.name}</th>
            <th scope="col">{b.name}</th>
          </tr>
        </thead>
        <tbody>
          {(['total', 'grade', 'rank'] as const).map((fact) => (
            <tr key={fact}>
              <th scope="row">{t(`why.${fact}`)}</th>
              <td>{shown(a, fact)}</td>
              <td>{shown(b, fact)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.decision} role="status">
        {decisionText(found, t)}
      </p>
      {difference !== null && (
        <>
          <p className={styles.lead}>{t('compare.difference', { difference: formatSigned(difference) })}</p>
          <PartList parts={parts} names={[a.name, b.name]} />
        </>
      )}
    </>
  );
}

function shown(side: Comparison['a'], fact: 'total' | 'grade' | 'rank'): string {
  const value = side[fact];
  if (value === null) return NONE;
  return fact === 'total' ? formatPoints(value as number) : String(value);
}

/** Who stands first and on which key, in a sentence. */
function decisionText({ a, b, decision }: Comparison, t: ReturnType<typeof useText>['t']): string {
  if (decision.type !== 'key') return t(`compare.decision.${decision.type}`, { a: a.name, b: b.name });
  const isFirst = (a.rank ?? 0) < (b.rank ?? 0);
  const [first, second] = isFirst ? [a, b] : [b, a];
  const [own, theirs] = isFirst ? decision.values : [decision.values[1], decision.values[0]];
  return t('compare.decision.key', { first: first.name, second: second.name, key: decision.key, own, theirs });
}
