import { MARK_NAME } from '../shared/mark';
import type { Capabilities } from './capabilities';
import type { Batch, Gateway } from './gateway';

/** Changes that follow each other this closely are told once. */
const QUIET_TIME = 400;

/**
 * Calls back after somebody else has changed cells of the inputs. Our own writes and changes to result sheets do not
 * count. Nothing is ever computed because of it.
 * @param readings how often the workbook has been read so far, or begun to be
 */
export async function watchInputs(
  gateway: Gateway,
  capabilities: Capabilities,
  pause: (milliseconds: number) => Promise<void>,
  readings: () => number,
  listener: () => void,
): Promise<void> {
  const changed = new Set<string>();
  let seenAt = 0;
  const tell = async (): Promise<void> => {
    await pause(QUIET_TIME);
    const sheets = [...changed];
    changed.clear();
    // What has been read since has the change in it.
    if (readings() > seenAt) return;
    // When it cannot be told whose sheet it is, it is the user's.
    const hasInput = await gateway.read(anyInput(sheets)).catch(() => true);
    if (hasInput) listener();
  };
  const isOurs = (event: Excel.WorksheetChangedEventArgs): boolean =>
    capabilities.has('triggerSource') ? event.triggerSource === 'ThisLocalAddin' : gateway.isWriting;
  await gateway.read(({ workbook }) => {
    workbook.worksheets.onChanged.add(async (event) => {
      if (isOurs(event)) return;
      // Asked outside of the handler: requests from within it can hang.
      if (changed.size === 0) void tell();
      changed.add(event.worksheetId);
      seenAt = readings();
    });
    return () => undefined;
  });
}

/** Whether one of these sheets is not a result sheet; one that is gone counts as none. */
function anyInput(ids: readonly string[]): Batch<boolean> {
  return ({ workbook }) => {
    const found = ids.map((id) => {
      const sheet = workbook.worksheets.getItemOrNullObject(id).load('id');
      return { sheet, mark: sheet.names.getItemOrNullObject(MARK_NAME).load('name') };
    });
    return () => found.some(({ sheet, mark }) => !sheet.isNullObject && mark.isNullObject);
  };
}
