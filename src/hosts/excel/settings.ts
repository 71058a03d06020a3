import type { Gateway } from './gateway';

/** Settings that the workbook keeps: each with the version of its form, another version counts for nothing. */
export interface WorkbookSettings {
  /** The value as plain data that the caller must check, or null. */
  get(key: string, version: number): Promise<unknown>;
  set(key: string, version: number, value: unknown): Promise<void>;
}

const PREFIX = 'PioneerScorecard.';

export function workbookSettings(gateway: Gateway): WorkbookSettings {
  return {
    async get(key, version) {
      const kept = await readSetting(gateway, PREFIX + key);
      const isKnown = typeof kept === 'object' && kept !== null && 'version' in kept && kept.version === version;
      return isKnown && 'value' in kept ? kept.value : null;
    },
    set: (key, version, value) =>
      gateway.exclusively(() =>
        gateway.write(({ workbook }) => {
          workbook.settings.add(PREFIX + key, { version, value });
          return () => undefined;
        }),
      ),
  };
}

/** A setting as it is kept; null when there is none. */
export function readSetting(gateway: Gateway, key: string): Promise<unknown> {
  return gateway.read(({ workbook }) => {
    const setting = workbook.settings.getItemOrNullObject(key).load('value');
    return () => (setting.isNullObject ? null : (setting.value as unknown));
  });
}
