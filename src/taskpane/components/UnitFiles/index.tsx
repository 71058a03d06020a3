import { useRef } from 'react';
import { DefaultButton, IconButton } from 'office-ui-fabric-react/lib/Button';
import { Icon } from 'office-ui-fabric-react/lib/Icon';
import { MessageBar, MessageBarType } from 'office-ui-fabric-react/lib/MessageBar';
import { Spinner, SpinnerSize } from 'office-ui-fabric-react/lib/Spinner';
import { formatCount } from '../../format';
import { OPENABLE } from '../../openableFiles';
import { usePane } from '../../paneContext';
import { useText } from '../../text';
import { useStyles } from '../../useStyles';
import { getStyles } from './styles';

/** The door for the files that units send in: chosen here or dropped; what could not be opened is told with its reason. */
export function UnitFiles() {
  const styles = useStyles(getStyles);
  const { host, isBusy, opening, addFiles } = usePane();
  const { t } = useText();
  const input = useRef<HTMLInputElement>(null);
  return (
    <section className={styles.root} aria-label={t('files.add')}>
      <DefaultButton
        className={styles.add}
        iconProps={{ iconName: 'Add' }}
        text={t('files.add')}
        disabled={isBusy}
        onClick={() => input.current!.click()}
      />
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={OPENABLE}
        aria-label={t('files.add')}
        onChange={({ currentTarget }) => {
          addFiles([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
      <p className={styles.hint}>{t('files.hint')}</p>
      <div aria-live="polite">
        {opening.opening > 0 && (
          <Spinner
            className={styles.opening}
            size={SpinnerSize.small}
            labelPosition="right"
            label={t('files.opening', { count: formatCount(opening.opening) })}
          />
        )}
        {opening.problems.map((problem) => (
          <MessageBar
            key={problem}
            className={styles.problem}
            messageBarType={MessageBarType.error}
            isMultiline
            onDismiss={() => host.files.dismiss(problem)}
            dismissButtonAriaLabel={t('close')}
          >
            {problem}
          </MessageBar>
        ))}
      </div>
    </section>
  );
}

/** The files that were added, each to be put away again. */
export function AddedFiles() {
  const styles = useStyles(getStyles);
  const { host, workbooks } = usePane();
  const { t } = useText();
  const { first } = host.files;
  const added = workbooks.slice(first);
  if (added.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={t('files.list', { count: formatCount(added.length) })}>
      {added.map((name, i) => (
        <li key={name} className={styles.item}>
          <Icon iconName="ExcelDocument" className={styles.icon} />
          <span className={styles.name}>{name}</span>
          <RemoveFile workbook={first + i} />
        </li>
      ))}
    </ul>
  );
}

/** Puts away a file by the index of its workbook; nothing where the workbook is the open one. */
export function RemoveFile({ workbook }: { readonly workbook: number }) {
  const { host, isBusy, workbooks, removeFile } = usePane();
  const { t } = useText();
  if (workbook < host.files.first) return null;
  const label = t('files.remove', { name: workbooks[workbook] ?? '' });
  return (
    <IconButton
      iconProps={{ iconName: 'Cancel' }}
      title={label}
      ariaLabel={label}
      disabled={isBusy}
      onClick={() => removeFile(workbook)}
    />
  );
}
