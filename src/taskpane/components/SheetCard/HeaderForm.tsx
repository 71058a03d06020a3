import { useState } from 'react';
import { Dropdown, type IDropdownOption } from 'office-ui-fabric-react/lib/Dropdown';
import type { SheetDetails, TableDetails } from '../../../app/sheetDetails';
import type { CorrectionEdit } from '../../../model';
import { useText } from '../../text';
import { useStyles } from '../../useStyles';
import type { Correct } from '../DataStep/useData';
import { Actions } from './Actions';
import { getStyles } from './styles';

export interface HeaderFormProps {
  readonly details: SheetDetails;
  /** Null where no table was found: then a header makes one. */
  readonly table: TableDetails | null;
  readonly isLocked: boolean;
  readonly onCorrect: Correct;
}

/** A header has a few rows at most. */
const MOST_ROWS = 6;
const NONE = -1;

/** Which rows are the header of a table, chosen by what they say. */
export function HeaderForm({ details, table, isLocked, onCorrect }: HeaderFormProps) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  const rows = table?.headerRows ?? [];
  const [draft, setDraft] = useState<{ readonly from: number; readonly to: number } | null>(null);
  const now = { from: rows[0] ?? NONE, to: rows[rows.length - 1] ?? NONE };
  const { from, to } = draft ?? now;
  const option = ({ row, text }: SheetDetails['rows'][number]): IDropdownOption => ({
    key: row,
    text: t('data.headerRow', { row: row + 1, text }),
  });
  const isChanged = from !== now.from || to !== now.to;
  const value = details.rows.filter(({ row }) => row >= from && row <= to).map(({ keys }) => keys);
  const edit: CorrectionEdit = {
    type: 'header',
    instead: table?.rowKeys ?? [],
    value: from === NONE ? [] : value,
  };
  const apply = async (said: CorrectionEdit, isBack: boolean) => {
    await onCorrect([said], isBack);
    setDraft(null);
  };
  return (
    <div className={styles.form}>
      <div className={styles.pair}>
        <Dropdown
          label={t('data.headerFrom')}
          placeholder={t('data.headerNew')}
          selectedKey={from === NONE && !(draft && table) ? null : from}
          options={[...(table ? [{ key: NONE, text: t('data.headerNone') }] : []), ...details.rows.map(option)]}
          disabled={isLocked}
          onChange={(_, picked) => {
            const row = Number(picked!.key);
            setDraft({ from: row, to: row === NONE ? NONE : Math.min(row + MOST_ROWS - 1, Math.max(row, to)) });
          }}
        />
        {from !== NONE && (
          <Dropdown
            label={t('data.headerTo')}
            selectedKey={to}
            options={details.rows.filter(({ row }) => row >= from && row < from + MOST_ROWS).map(option)}
            disabled={isLocked}
            onChange={(_, picked) => setDraft({ from, to: Number(picked!.key) })}
          />
        )}
      </div>
      <Actions
        isLocked={isLocked}
        canApply={isChanged}
        canRestore={!isChanged && (table?.corrected.includes('header') ?? false)}
        onApply={() => void apply(edit, false)}
        onRestore={() => void apply({ ...edit, value: null }, true)}
      />
    </div>
  );
}
