import { useRef, useState } from 'react';
import { ActionButton, DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { MessageBar, MessageBarType } from 'office-ui-fabric-react/lib/MessageBar';
import { Pivot, PivotItem } from 'office-ui-fabric-react/lib/Pivot';
import type { RulesDraft, RulesStart } from '../../../app/rulesEditor/draft';
import { exportedRules, importedRules } from '../../../app/rulesEditor/rulesFile';
import { download } from '../../download';
import { usePane } from '../../paneContext';
import { useText } from '../../text';
import { useStyles } from '../../useStyles';
import { ParameterList } from './ParameterList';
import { RuleList } from './RuleList';
import { getStyles } from './styles';
import { useChecked } from './useChecked';

export interface EditorProps {
  readonly start: RulesStart;
  readonly onClose: () => void;
}

/** The draft, its two lists, and what can be done with it: write, throw away, save as a file, read from one. */
export function Editor({ start, onClose }: EditorProps) {
  const styles = useStyles(getStyles);
  const { t, locale } = useText();
  const { host, isBusy, run, fail } = usePane();
  const [draft, setDraft] = useState<RulesDraft>(start.draft);
  const [tab, setTab] = useState<'rules' | 'parameters'>('rules');
  const [told, setTold] = useState<string | null>(null);
  const [isWriting, setWriting] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const check = useChecked(draft);
  const problems = check
    ? check.rules.filter(({ problem }) => problem).length + check.parameters.filter((problem) => problem).length
    : 0;
  const isChanged = draft !== start.draft;

  const write = async () => {
    setWriting(true);
    try {
      await host.amend(await host.ask('rulesChanges', { draft, locale }), locale);
      onClose();
      run('score');
    } catch (error) {
      fail(error);
    } finally {
      setWriting(false);
    }
  };
  const read = async (chosen: File) => {
    const imported = importedRules(await chosen.text(), draft);
    if (imported) setDraft(imported);
    setTold(t(imported ? 'rules.imported' : 'rules.notRules', { file: chosen.name }));
  };
  return (
    <div className={styles.root}>
      <div className={styles.tools}>
        <ActionButton
          iconProps={{ iconName: 'Upload' }}
          text={t('rules.import')}
          onClick={() => file.current!.click()}
        />
        <ActionButton
          iconProps={{ iconName: 'Download' }}
          text={t('rules.export')}
          onClick={() => download({ name: t('rules.file'), bytes: new TextEncoder().encode(exportedRules(draft)) })}
        />
        <input
          ref={file}
          type="file"
          hidden
          accept=".json,application/json"
          aria-label={t('rules.import')}
          onChange={(event) => {
            const chosen = event.currentTarget.files?.[0];
            event.currentTarget.value = '';
            if (chosen) void read(chosen).catch(fail);
          }}
        />
      </div>
      {told && (
        <MessageBar
          messageBarType={MessageBarType.info}
          isMultiline
          onDismiss={() => setTold(null)}
          dismissButtonAriaLabel={t('close')}
        >
          {told}
        </MessageBar>
      )}
      <Pivot selectedKey={tab} headersOnly onLinkClick={(item) => setTab(item!.props.itemKey as typeof tab)}>
        <PivotItem itemKey="rules" headerText={t('rules.rules')} />
        <PivotItem itemKey="parameters" headerText={t('rules.parameters')} />
      </Pivot>
      {tab === 'rules' ? (
        <RuleList start={start} draft={draft} check={check} onDraft={setDraft} />
      ) : (
        <ParameterList start={start} draft={draft} check={check} onDraft={setDraft} />
      )}
      <div className={styles.footer} role="status">
        <p className={styles.note}>
          {problems > 0 ? t('rules.problems', { count: problems }) : t(isChanged ? 'rules.changed' : 'rules.unchanged')}
        </p>
        <div className={styles.buttons}>
          <DefaultButton text={t('rules.discard')} disabled={!isChanged} onClick={() => setDraft(start.draft)} />
          <PrimaryButton
            className={styles.primary}
            text={t('rules.write')}
            disabled={!isChanged || problems > 0 || !check || isBusy || isWriting}
            onClick={() => void write()}
          />
        </div>
      </div>
    </div>
  );
}
