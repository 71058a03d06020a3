import { useState } from 'react';
import { DirectionalHint } from 'office-ui-fabric-react/lib/Callout';
import { TeachingBubble } from 'office-ui-fabric-react/lib/TeachingBubble';
import { stepId, STEPS } from '../../steps';
import { useText } from '../../text';

/** A walk along the four steps: what each is for, one bubble at a time. */
export default function Tour({ onEnd }: { readonly onEnd: () => void }) {
  const { t } = useText();
  const [at, setAt] = useState(0);
  const step = STEPS[at]!;
  const isLast = at === STEPS.length - 1;
  return (
    <TeachingBubble
      key={step}
      target={`#${stepId(step)}`}
      headline={`${at + 1} ${t(`step.${step}`)}`}
      footerContent={t('tour.of', { at: at + 1, count: STEPS.length })}
      calloutProps={{ directionalHint: DirectionalHint.bottomCenter, calloutMaxWidth: 280 }}
      primaryButtonProps={{
        text: t(isLast ? 'tour.end' : 'tour.next'),
        onClick: () => (isLast ? onEnd() : setAt(at + 1)),
      }}
      {...(!isLast && { secondaryButtonProps: { text: t('tour.skip'), onClick: onEnd } })}
      onDismiss={onEnd}
      hasCloseButton={false}
    >
      {t(`tour.${step}`)}
    </TeachingBubble>
  );
}
