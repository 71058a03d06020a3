import { useEffect, useState } from 'react';
import { PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { Spinner } from 'office-ui-fabric-react/lib/Spinner';
import type { RulesStart } from '../../../app/rulesEditor/draft';
import { usePane } from '../../paneContext';
import { useText } from '../../text';
import type { ToolProps } from '../../tools';
import { useStyles } from '../../useStyles';
import { Editor } from './Editor';
import { getStyles } from './styles';

/** 细则与参数: the rules and parameters of the workbook, edited as forms and written back into it. */
export default function RulesEditor({ onClose }: ToolProps) {
  const styles = useStyles(getStyles);
  const { t, locale } = useText();
  const { host, summary, isBusy, run, fail } = usePane();
  const [start, setStart] = useState<RulesStart | null>(null);

  useEffect(() => {
    if (!summary) return;
    let current = true;
    host.ask('rules', { locale }).then(
      (answer) => current && setStart(answer),
      (error: unknown) => current && fail(error),
    );
    return () => {
      current = false;
    };
  }, [host, summary, locale, fail]);

  if (!summary) {
    return (
      <div className={styles.root}>
        <p className={styles.note}>{t('rules.first')}</p>
        <PrimaryButton text={t('rules.read')} disabled={isBusy} onClick={() => run('check')} />
      </div>
    );
  }
  return start ? <Editor start={start} onClose={onClose} /> : <Spinner label={t('loading')} />;
}
