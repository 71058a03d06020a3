import { lazy, Suspense } from 'react';
import { Panel, PanelType } from 'office-ui-fabric-react/lib/Panel';
import { Spinner } from 'office-ui-fabric-react/lib/Spinner';
import { useText } from '../../text';

/** Loaded when somebody asks why for the first time. */
const WhyBody = lazy(() => import('./WhyBody'));

/** A subject whose score is to be explained, by its indices in the summary. */
export interface WhyOf {
  readonly scheme: number;
  readonly subject: number;
}

export interface WhyProps {
  readonly of: WhyOf | null;
  readonly onClose: () => void;
}

/** Panel over the pane: how the total, the grade, the rank and the award of one subject came about. */
export function Why({ of, onClose }: WhyProps) {
  const { t } = useText();
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
      {of && (
        <Suspense fallback={<Spinner label={t('why.loading')} />}>
          <WhyBody key={`${of.scheme} ${of.subject}`} of={of} onClose={onClose} />
        </Suspense>
      )}
    </Panel>
  );
}
