import { translate, type Locale } from '../../i18n';

/** The requirement set that the add-in cannot do without; the manifest asks for it too. */
export const FLOOR = '1.9';

/**
 * Calls above the floor: the set that has them, a look at the member itself (some builds claim sets that they do not
 * have), and the fallback, which is told to the user where it can change a result.
 */
const NEWER = {
  /** Lists merged blocks. Without it, merged headers are inferred from the blanks beside and below them. */
  mergedAreas: {
    set: '1.13',
    isThere: () => typeof Excel.Range.prototype.getMergedAreasOrNullObject === 'function',
    isTold: true,
  },
  /** Notes (批注). Without them what is said at marked cells is their input message, which shows when they are selected. */
  notes: { set: '1.18', isThere: () => 'notes' in Excel.Worksheet.prototype, isTold: false },
  /** Tells who made a change. Without it, changes that arrive while we write count as ours. */
  triggerSource: { set: '1.14', isThere: () => true, isTold: false },
} as const;

export type Capability = keyof typeof NEWER;

/** What the Excel around the pane can do. */
export interface Capabilities {
  /** Whether it has all that the add-in needs. */
  readonly isSupported: boolean;
  has(capability: Capability): boolean;
  /** Sentences about what it lacks and what is done instead. */
  limits(locale: Locale): readonly string[];
}

/** Asks the Excel around the pane; to be called once Office is ready. */
export function readCapabilities(): Capabilities {
  const isSet = (version: string) => Office.context.requirements.isSetSupported('ExcelApi', version);
  const present = new Set(
    (Object.keys(NEWER) as Capability[]).filter((name) => isSet(NEWER[name].set) && NEWER[name].isThere()),
  );
  const missing = (Object.keys(NEWER) as Capability[]).filter((name) => NEWER[name].isTold && !present.has(name));
  return {
    isSupported: isSet(FLOOR),
    has: (capability) => present.has(capability),
    limits: (locale) => missing.map((name) => translate(locale, `hosts.excel.limit.${name}`)),
  };
}
