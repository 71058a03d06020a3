import { useEffect, useState } from 'react';
import { Panel, PanelType } from 'office-ui-fabric-react/lib/Panel';
import { Spinner } from 'office-ui-fabric-react/lib/Spinner';
import type { Explanation, ExplanationLine, ExplanationSection } from '../../../app/explanation';
import type { Host } from '../../../app/port';
import type { Place } from '../../../app/summary';
import { useText } from '../../text';
import { useStyles } from '../../useStyles';
import { PlaceLink } from '../PlaceLink';
import { getStyles } from './styles';

/** A subject whose score is to be explained, by its indices in the summary. */
export interface WhyOf {
  readonly scheme: number;
  readonly subject: number;
}

export interface WhyProps {
  readonly host: Host;
  readonly of: WhyOf | null;
  readonly onClose: () => void;
  readonly onGo: (place: Place) => void;
  readonly onError: (error: unknown) => void;
}

/** Panel over the pane: how the total, the grade, the rank and the award of one subject came about. */
export function Why({ host, of, onClose, onGo, onError }: WhyProps) {
  const styles = useStyles(getStyles);
  const { t, locale } = useText();
  const [explained, setExplained] = useState<{ of: WhyOf; explanation: Explanation } | null>(null);

  useEffect(() => {
    if (!of) return;
    let current = true;
    host.ask('explain', { ...of, locale }).then(
      (explanation) => current && setExplained({ of, explanation }),
      (error: unknown) => {
        if (!current) return;
        onClose();
        onError(error);
      },
    );
    return () => {
      current = false;
    };
  }, [host, of, locale, onClose, onError]);

  const explanation = explained && explained.of === of ? explained.explanation : null;
  return (
    <Panel
      isOpen={of !== null}
      onDismiss={onClose}
      type={PanelType.custom}
      customWidth="var(--pane-width, 100%)"
      isBlocking={false}
      styles={{ root: { top: 'var(--pane-top, 0)' } }}
      headerText={t('why.title')}
      closeButtonAriaLabel={t('close')}
    >
      {explanation ? (
        <>
          <p className={styles.who}>
            <strong>{explanation.name}</strong>
            <span className={styles.scheme}>{explanation.scheme}</span>
          </p>
          {explanation.sections.map((section, i) => (
            <Section key={i} section={section} onGo={onGo} />
          ))}
        </>
      ) : (
        <Spinner label={t('why.loading')} />
      )}
    </Panel>
  );
}

function Section({ section, onGo }: { readonly section: ExplanationSection; readonly onGo: (place: Place) => void }) {
  const styles = useStyles(getStyles);
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>
        <span>{section.heading}</span>
        {section.value !== undefined && <span className={styles.value}>{section.value}</span>}
      </h2>
      <ul className={styles.lines}>
        {section.lines.map((line, i) => (
          <Line key={i} line={line} onGo={onGo} />
        ))}
      </ul>
    </section>
  );
}

function Line({ line, onGo }: { readonly line: ExplanationLine; readonly onGo: (place: Place) => void }) {
  const styles = useStyles(getStyles);
  return (
    <li className={styles[line.tone ?? 'plain']}>
      <span className={styles.text}>
        {line.text}
        {line.place && (
          <span className={styles.place}>
            <PlaceLink place={line.place} onGo={onGo} />
          </span>
        )}
      </span>
      {line.value !== undefined && <span className={styles.value}>{line.value}</span>}
    </li>
  );
}
