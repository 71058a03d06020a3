import { useState } from 'react';
import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { Checkbox } from 'office-ui-fabric-react/lib/Checkbox';
import { Link } from 'office-ui-fabric-react/lib/Link';
import { MessageBar, MessageBarType } from 'office-ui-fabric-react/lib/MessageBar';
import { TextField } from 'office-ui-fabric-react/lib/TextField';
import type { WrittenDocument } from '../../../app/documents';
import type { Asked } from '../../../app/sessionQuestions';
import type { Reminder } from '../../../model';
import { copyRich } from '../../clipboard';
import { download } from '../../download';
import { usePane, useSummary } from '../../paneContext';
import { useText } from '../../text';
import { useStyles } from '../../useStyles';
import { documentHtml, documentPlain } from './documentHtml';
import { DocumentText } from './DocumentText';
import { Reminders } from './Reminders';
import { getStyles } from './styles';

type Paper = 'bulletin' | 'feedback';
const PAPERS: readonly Paper[] = ['bulletin', 'feedback'];

/** What was made for which wishes: other wishes or another run make it old. */
interface Made<T> {
  readonly key: unknown;
  readonly value: T;
}

/** What the user wished last, kept while the pane lives: the view is left and shown again. */
let lastWishes = { issuer: '', due: '', isAnonymous: false };

/** 通报, 反馈单 and 催办 of the last run: as files, and as texts to copy where the web view keeps files back. */
export default function Documents() {
  const styles = useStyles(getStyles);
  const { t, locale } = useText();
  const { host, fail, isBusy } = usePane();
  const summary = useSummary();
  const [wishes, setWishes] = useState(lastWishes);
  const [making, setMaking] = useState<Paper | 'reminders' | null>(null);
  const [papers, setPapers] = useState<Partial<Record<Paper, Made<WrittenDocument>>>>({});
  const [reminders, setReminders] = useState<Made<readonly Reminder[]> | null>(null);

  const wish = (part: Partial<typeof wishes>) => {
    lastWishes = { ...wishes, ...part };
    setWishes(lastWishes);
    setPapers({});
    setReminders(null);
  };
  const ask: Asked<Paper> = {
    locale,
    anonymous: wishes.isAnonymous,
    ...(wishes.issuer.trim() === '' ? {} : { issuer: wishes.issuer.trim() }),
    ...(wishes.due === '' ? {} : { dueDay: wishes.due }),
  };
  const make = async (what: Paper | 'reminders') => {
    setMaking(what);
    try {
      if (what === 'reminders') {
        setReminders({ key: summary, value: await host.ask('reminders', ask) });
      } else {
        const value = await host.ask(what, ask);
        setPapers((before) => ({ ...before, [what]: { key: summary, value } }));
        download({ name: fileName(value.document.title), bytes: value.bytes });
      }
    } catch (problem) {
      fail(problem);
    } finally {
      setMaking(null);
    }
  };
  const isDisabled = isBusy || making !== null;

  return (
    <div className={styles.root}>
      <div className={styles.fields}>
        <TextField
          className={styles.field}
          label={t('documents.issuer')}
          placeholder={t('documents.issuerDefault')}
          value={wishes.issuer}
          maxLength={60}
          onChange={(_, issuer) => wish({ issuer: issuer ?? '' })}
        />
        <TextField
          className={styles.field}
          type="date"
          label={t('documents.due')}
          value={wishes.due}
          onChange={(_, due) => wish({ due: due ?? '' })}
        />
      </div>
      <p className={styles.note}>{t('documents.dueDefault')}</p>
      {PAPERS.map((paper) => (
        <section key={paper} className={styles.part} aria-label={t(`documents.${paper}`)}>
          <div className={styles.head}>
            <h3 className={styles.name}>{t(`documents.${paper}`)}</h3>
            <DefaultButton
              iconProps={{ iconName: 'WordDocument' }}
              text={t(making === paper ? 'documents.making' : 'documents.make')}
              ariaLabel={t('documents.makeNamed', { name: t(`documents.${paper}`) })}
              disabled={isDisabled}
              onClick={() => void make(paper)}
            />
          </div>
          <p className={styles.note}>{t(`documents.${paper}.text`)}</p>
          {paper === 'bulletin' && (
            <Checkbox
              className={styles.choice}
              label={t('documents.anonymous')}
              checked={wishes.isAnonymous}
              onChange={(_, isAnonymous) => wish({ isAnonymous: isAnonymous ?? false })}
            />
          )}
          {papers[paper]?.key === summary && <MadePaper written={papers[paper].value} onFail={fail} />}
        </section>
      ))}
      <section className={styles.part}>
        <div className={styles.head}>
          <h3 className={styles.name}>{t('documents.reminders')}</h3>
          <DefaultButton
            iconProps={{ iconName: 'Ringer' }}
            text={t(making === 'reminders' ? 'documents.making' : 'documents.show')}
            ariaLabel={t('documents.showReminders')}
            disabled={isDisabled}
            onClick={() => void make('reminders')}
          />
        </div>
        <p className={styles.note}>{t('documents.reminders.text')}</p>
        {reminders?.key === summary && (
          <Reminders reminders={reminders.value} onBlocked={() => fail(new Error(t('documents.notCopied')))} />
        )}
      </section>
    </div>
  );
}

/** Tells of a file that was handed to the browser; where it did not arrive, its text can be opened and copied. */
function MadePaper({ written, onFail }: { written: WrittenDocument; onFail: (problem: unknown) => void }) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  const [isCopied, setCopied] = useState(false);
  const { document, bytes } = written;
  const name = fileName(document.title);
  const copy = () =>
    void copyRich(documentHtml(document), documentPlain(document)).then(
      () => setCopied(true),
      () => onFail(new Error(t('documents.notCopied'))),
    );
  return (
    <div className={styles.bar}>
      <MessageBar messageBarType={MessageBarType.success} isMultiline>
        {t('documents.made', { name })} <Link onClick={() => download({ name, bytes })}>{t('documents.again')}</Link>{' '}
        <Link onClick={() => setOpen(!isOpen)} aria-expanded={isOpen}>
          {t(isOpen ? 'documents.close' : 'documents.open')}
        </Link>
      </MessageBar>
      {isOpen && (
        <>
          <div className={styles.bar}>
            <DefaultButton iconProps={{ iconName: 'Copy' }} text={t('documents.copyAll')} onClick={copy} />
            <span role="status" className={styles.copied}>
              {isCopied ? t('documents.copiedAll') : ''}
            </span>
          </div>
          <DocumentText document={document} />
        </>
      )}
    </div>
  );
}

/** Name of the file of a document. @example fileName("关于2004年度考核情况的通报") // "关于2004年度考核情况的通报.docx" */
function fileName(title: string): string {
  const name = [...title.replace(/[\\/:*?"<>|\u0000-\u001f]/g, '')].slice(0, 80).join('').trim();
  return `${name === '' ? 'document' : name}.docx`;
}
