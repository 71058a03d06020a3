import { Suspense } from 'react';
import { Panel, PanelType } from 'office-ui-fabric-react/lib/Panel';
import { Spinner } from 'office-ui-fabric-react/lib/Spinner';
import { useText } from '../../text';
import { type Tool, TOOLS, type ToolKey } from '../../tools';

export interface ToolPanelProps {
  /** Null when none is open. */
  readonly tool: ToolKey | null;
  readonly scheme: number;
  readonly onClose: () => void;
}

/** The tool that is open, over the whole pane. */
export function ToolPanel({ tool, scheme, onClose }: ToolPanelProps) {
  const { t } = useText();
  const shown: Tool | null = tool && TOOLS[tool];
  return (
    <Panel
      isOpen={tool !== null}
      onDismiss={onClose}
      type={PanelType.custom}
      customWidth="var(--pane-width, 100%)"
      isBlocking={false}
      styles={{ root: { top: 'var(--pane-top, 0)' } }}
      headerText={tool ? t(`tool.${tool}`) : ''}
      closeButtonAriaLabel={t('close')}
    >
      {shown && (
        <Suspense fallback={<Spinner label={t('loading')} />}>
          <shown.body onClose={onClose} scheme={scheme} />
        </Suspense>
      )}
    </Panel>
  );
}
