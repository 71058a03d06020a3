import { useEffect, useRef, useState } from 'react';
import { ActionButton } from 'office-ui-fabric-react/lib/Button';
import { Icon } from 'office-ui-fabric-react/lib/Icon';
import { Link } from 'office-ui-fabric-react/lib/Link';
import { Spinner } from 'office-ui-fabric-react/lib/Spinner';
import type { DataSummary } from '../../../app/dataSummary';
import type { SheetDetails } from '../../../app/sheetDetails';
import { translate } from '../../../i18n';
import { usePane } from '../../paneContext';
import { useText } from '../../text';
import { useStyles } from '../../useStyles';
import type { Correct } from '../DataStep/useData';
import { rowsText, sheetFacts } from '../DataStep/words';
import { usePlaces } from '../PlaceLink';
import { HeaderForm } from './HeaderForm';
import { PartList } from './PartList';
import { getStyles } from './styles';
import { TableForm } from './TableForm';

export interface SheetCardProps {
  /** Into `data.sheets`. */
  readonly index: number;
  readonly data: DataSummary;
  readonly isLocked: boolean;
  readonly onCorrect: Correct;
  readonly onBack: () => void;
}

/** One sheet with everything that can be corrected of it: each table, its header, its columns, the rows of a form. */
export function SheetCard({ index, data, isLocked, onCorrect, onBack }: SheetCardProps) {
  const styles = useStyles(getStyles);
  const { host, go, fail } = usePane();
  const text = useText();
  const { t, locale } = text;
  const places = usePlaces();
  const [details, setDetails] = useState<{ readonly of: DataSummary; readonly sheet: SheetDetails } | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    let isCurrent = true;
    const show = (sheet: SheetDetails) => isCurrent && setDetails({ of: data, sheet });
    host.ask('sheet', { sheet: index, locale }).then(show, fail);
    return () => void (isCurrent = false);
  }, [host, index, locale, data, fail]);

  const sheet = data.sheets[index]!;
  const shown = details?.sheet ?? null;
  const props = { isLocked: isLocked || details?.of !== data, onCorrect };
  return (
    <div className={styles.root}>
      <ActionButton className={styles.back} iconProps={{ iconName: 'Back' }} text={t('data.back')} onClick={onBack} />
      <h2 ref={heading} tabIndex={-1} className={styles.name}>
        {places.canGo(sheet.place) ? (
          <Link onClick={() => go(sheet.place)} title={t('data.show', { sheet: sheet.place.sheet })}>
            {sheet.place.sheet}
          </Link>
        ) : (
          sheet.place.sheet
        )}
      </h2>
      <p className={styles.facts}>{sheetFacts(sheet, text).join(' · ')}</p>
      {sheet.tables > 0 && (
        <p className={styles.reason}>
          {sheet.reasons.map(({ key, data: filled }) => translate(locale, `recognise.reason.${key}`, filled)).join(' ')}
        </p>
      )}
      {!shown ? (
        <Spinner label={t('loading')} />
      ) : (
        <>
          {shown.tables.length === 0 && (
            <>
              <p className={styles.hint}>
                <Icon iconName="Info" className={styles.sign} />
                {t('data.noTables')}
              </p>
              <HeaderForm details={shown} table={null} {...props} />
            </>
          )}
          {shown.tables.map((table, k) => (
            <section key={k} className={styles.table}>
              {shown.tables.length > 1 && (
                <h3 className={styles.number}>
                  {t('data.table', { number: k + 1, rows: rowsText(table.headerRows, text) })}
                </h3>
              )}
              <TableForm details={shown} table={table} {...props} />
              <HeaderForm details={shown} table={table} {...props} />
              <PartList kind="column" details={shown} table={table} {...props} />
              {table.rows.length > 0 && <PartList kind="row" details={shown} table={table} {...props} />}
            </section>
          ))}
        </>
      )}
    </div>
  );
}
