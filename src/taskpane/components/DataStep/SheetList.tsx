import { useState } from 'react';
import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { Icon } from 'office-ui-fabric-react/lib/Icon';
import type { DataSheet, DataSummary } from '../../../app/dataSummary';
import { formatCount } from '../../format';
import { useText } from '../../text';
import { useStyles } from '../../useStyles';
import { RemoveFile } from '../UnitFiles';
import { getStyles } from './styles';
import { DOUBTFUL, sheetFacts } from './words';

/** A set of many files shows as many sheets at a time. */
const SHOWN = 100;

/** All sheets of all workbooks in words; each opens what can be corrected of it. */
export function SheetList({ data, onOpen }: { readonly data: DataSummary; readonly onOpen: (sheet: number) => void }) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  const [most, setMost] = useState(SHOWN);
  const shown = data.sheets.slice(0, most);
  const left = data.sheets.length - shown.length;
  return (
    <>
      {data.workbooks.map((name, workbook) => {
        const own = shown.flatMap((sheet, index) => (sheet.place.workbook === workbook ? [{ sheet, index }] : []));
        return own.length === 0 ? null : (
          <section key={workbook}>
            <div className={styles.file}>
              <h2 className={styles.title}>
                <Icon iconName="ExcelDocument" className={styles.icon} />
                {name}
              </h2>
              <RemoveFile workbook={workbook} />
            </div>
            <ul className={styles.list}>
              {own.map(({ sheet, index }) => (
                <SheetItem key={index} sheet={sheet} index={index} onOpen={onOpen} />
              ))}
            </ul>
          </section>
        );
      })}
      {left > 0 && (
        <DefaultButton
          className={styles.moreButton}
          text={t('data.more', { count: formatCount(Math.min(left, SHOWN)) })}
          onClick={() => setMost(most + SHOWN)}
        />
      )}
    </>
  );
}

/** Sheets of which there is nothing to correct: they are not read. */
const isUnread = ({ role, reasons }: DataSheet) =>
  role === 'results' || (role === 'other' && reasons.some(({ key }) => key === 'hidden'));

function SheetItem({
  sheet,
  index,
  onOpen,
}: {
  readonly sheet: DataSheet;
  readonly index: number;
  readonly onOpen: (sheet: number) => void;
}) {
  const styles = useStyles(getStyles);
  const text = useText();
  const { t } = text;
  const { role, confidence, isCorrected, open, place } = sheet;
  const isUsed = role !== 'other' && role !== 'results';
  const isDoubtful = isUsed && !isCorrected && confidence < DOUBTFUL;
  const share = Math.round(confidence * 100);
  const body = (
    <>
      <span className={styles.name}>{place.sheet}</span>
      <span className={styles.words}>{sheetFacts(sheet, text).join(' · ')}</span>
      <span className={styles.marks}>
        {isCorrected ? (
          <span className={styles.mark}>
            <Icon iconName="EditNote" className={styles.sign} />
            {t('data.corrected')}
          </span>
        ) : (
          isUsed && (
            <span className={isDoubtful ? styles.doubt : styles.mark}>
              {isDoubtful && <Icon iconName="Warning" className={styles.sign} />}
              {t(isDoubtful ? 'data.check' : 'data.sure', { share })}
            </span>
          )
        )}
        {open > 0 && (
          <span className={styles.doubt}>
            <Icon iconName="Unknown" className={styles.sign} />
            {t('data.open', { count: formatCount(open) })}
          </span>
        )}
      </span>
    </>
  );
  return (
    <li className={styles.item}>
      {isUnread(sheet) ? (
        <div className={styles.unread}>{body}</div>
      ) : (
        <button
          type="button"
          className={styles.button}
          data-sheet={index}
          title={t('data.edit', { sheet: place.sheet })}
          onClick={() => onOpen(index)}
        >
          {body}
          <Icon iconName="ChevronRight" className={styles.chevron} />
        </button>
      )}
    </li>
  );
}
