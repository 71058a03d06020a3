import type { LastRun } from '../../model';
import { ExcelError } from './excelError';
import type { Batch, Gateway } from './gateway';

/** Settings that the workbook keeps: each with the version of its form, another version counts for nothing. */
export interface WorkbookSettings {
  /** The value as plain data that the caller must check, or null. */
  get(key: string, version: number): Promise<unknown>;
  /**
   * @param value plain data that JSON can hold
   * @throws ExcelError when it is more than a workbook should carry, see MAX_SETTING; then what was kept stays
   */
  set(key: string, version: number, value: unknown): Promise<void>;
}

const PREFIX = 'PioneerScorecard.';

/** Setting in which the workbook remembers what the app gives it, and the version of its form. */
export const MEMORY = { key: 'memory', version: 1 } as const;

/** Setting in which the workbook tells of its last run, and the version of its form. */
export const LAST_RUN = { key: 'lastRun', version: 1 } as const;

/** Characters of one setting as JSON: all settings of a workbook share about 1 MB, most of which is for undo. */
export const MAX_SETTING = 60_000;

export function workbookSettings(gateway: Gateway): WorkbookSettings {
  return {
    get: (key, version) => gateway.read(readValue(key, version)),
    async set(key, version, value) {
      const kept = { version, value };
      const size = JSON.stringify(kept).length;
      if (size > MAX_SETTING) throw new ExcelError('settingTooLarge', { size, limit: MAX_SETTING });
      await gateway.exclusively(() =>
        gateway.write(({ workbook }) => {
          workbook.settings.add(PREFIX + key, kept);
          return () => undefined;
        }),
      );
    },
  };
}

/** Queues what the workbook is to tell of its last run; null: of none. */
export function queueLastRun({ workbook }: Excel.RequestContext, run: LastRun | null): void {
  workbook.settings.add(PREFIX + LAST_RUN.key, { version: LAST_RUN.version, value: run });
}

/** The value of a setting in this version of its form; null when there is none. */
export function readValue(key: string, version: number): Batch<unknown> {
  return (context) => {
    const read = readSetting(PREFIX + key)(context);
    return () => {
      const kept = read();
      const isKnown = typeof kept === 'object' && kept !== null && 'version' in kept && kept.version === version;
      return isKnown && 'value' in kept ? kept.value : null;
    };
  };
}

/** A setting as it is kept; null when there is none. */
export function readSetting(key: string): Batch<unknown> {
  return ({ workbook }) => {
    const setting = workbook.settings.getItemOrNullObject(key).load('value');
    return () => (setting.isNullObject ? null : (setting.value as unknown));
  };
}
