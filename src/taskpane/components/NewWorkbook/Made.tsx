import { useState } from 'react';
import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { Link } from 'office-ui-fabric-react/lib/Link';
import type { MadeFiles } from '../../../app/newWorkbookFiles';
import { download } from '../../download';
import { usePane } from '../../paneContext';
import { useText } from '../../text';
import { useStyles } from '../../useStyles';
import { getStyles } from './styles';

export interface MadeProps {
  readonly made: Exclude<MadeFiles, { readonly problem: string }>;
  readonly onAgain: () => void;
}

/** What was made, to be opened or saved. */
export function Made({ made, onAgain }: MadeProps) {
  const styles = useStyles(getStyles);
  const { t, locale } = useText();
  const { host, fail } = usePane();
  const [isOpen, setOpen] = useState(false);
  const { file, archive, sheets, units } = made;
  const open = async () => {
    try {
      await host.openNew(file, locale);
      setOpen(true);
    } catch (error) {
      fail(error);
    }
  };
  return (
    <div role="status">
      <p className={styles.done}>
        {t(archive ? 'new.madeMany' : 'new.made', { file: file.name, sheets, units })}
        {isOpen && ` ${t(`new.opened.${host.target}`)}`}
      </p>
      <div className={styles.buttons}>
        <PrimaryButton
          iconProps={{ iconName: 'OpenFile' }}
          text={t(`new.open.${host.target}`)}
          disabled={isOpen}
          onClick={() => void open()}
        />
        <DefaultButton
          iconProps={{ iconName: 'Save' }}
          text={t(archive ? 'new.saveAll' : 'new.save')}
          onClick={() => download(archive ?? file)}
        />
      </div>
      <Link className={styles.again} onClick={onAgain}>
        {t('new.again')}
      </Link>
    </div>
  );
}
