import { useEffect, useState } from 'react';
import { Spinner } from 'office-ui-fabric-react/lib/Spinner';
import type { NewWorkbookStart } from '../../../app/newWorkbook';
import { today } from '../../../app/today';
import { usePane } from '../../paneContext';
import { useText } from '../../text';
import { Form } from './Form';

/** 新建考核工作簿: schemes, period and rosters in, a workbook to be filled in out. */
export default function NewWorkbook() {
  const { t, locale } = useText();
  const { host, summary, fail } = usePane();
  const [start, setStart] = useState<NewWorkbookStart | null>(null);

  useEffect(() => {
    let current = true;
    host.ask('newWorkbook', { today: today(), locale }).then(
      (answer) => current && setStart(answer),
      (error: unknown) => current && fail(error),
    );
    return () => {
      current = false;
    };
    // Once something has been read there is more to begin with.
  }, [host, summary, locale, fail]);

  return start ? <Form key={start.units} start={start} /> : <Spinner label={t('loading')} />;
}
