import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addNotes, removeNotes } from './newerClient';
import type { SimulatedExcel } from './session';

/** What the page's globals would be: the real office.js client, answered by a simulated Excel. */
interface Client {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension & {
    SessionBase: { _overrideSession: unknown };
    CommonUtility: { _doApiNotSupportedCheck: boolean };
    _testSetRichApiMessageReadyImpl(ready: () => Promise<void>): void;
    _testTriggerRichApiMessageEvent(message: unknown): void;
  };
}

/** The build of the client that Excel on the web loads, readable and pinned by the package's exact version. */
const BUILD = join(__dirname, '../../node_modules/@microsoft/office-js/dist/excel-web-16.00.debug.js');
/** Before this line stands what talks to the frame around the pane, behind the other its telemetry. */
const CLIENT_START = '\nvar __extends = (this && this.__extends)';
const CLIENT_END = '\nvar _EndExcel';

let client: Client | null = null;
let excel: SimulatedExcel | null = null;

/** Compares "1.14" as numbers. */
function isAtLeast(have: string, want: string): boolean {
  const [major = 0, minor = 0] = have.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = want.split('.').map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

const requirements = {
  isSetSupported: (name: string, version: string | number = '1.1') =>
    excel !== null && name === 'ExcelApi' && isAtLeast(excel.apiVersion, String(version)),
};

function loadClient(): Client {
  const text = readFileSync(BUILD, 'utf8');
  const start = text.indexOf(CLIENT_START, text.indexOf(CLIENT_START) + 1);
  const page = { Office: { context: { requirements } } };
  const source = text.slice(start, text.indexOf(CLIENT_END, start));
  const build = new Function('window', 'navigator', 'document', `${source}\nreturn { Excel, OfficeExtension };`);
  const loaded = build.call({}, page, { userAgent: '' }, {}) as Client;
  // The client refuses what this Excel does not have, as an old Excel would answer itself.
  loaded.OfficeExtension.CommonUtility._doApiNotSupportedCheck = true;
  return loaded;
}

/**
 * Makes the globals that a page in this Excel has: `Excel`, `OfficeExtension` and the part of `Office` that the Excel
 * host asks. The client itself is loaded once.
 */
export function installClient(simulated: SimulatedExcel): void {
  client ??= loadClient();
  excel = simulated;
  const { Excel, OfficeExtension } = client;
  const worksheet = Excel.Worksheet.prototype;
  if (isAtLeast(simulated.apiVersion, '1.18')) addNotes(worksheet, OfficeExtension);
  else removeNotes(worksheet);
  OfficeExtension.SessionBase._overrideSession = simulated.session;
  OfficeExtension._testSetRichApiMessageReadyImpl(() => Promise.resolve());
  simulated.onEvent = (message) => OfficeExtension._testTriggerRichApiMessageEvent(message);
  Object.assign(globalThis, { Excel, OfficeExtension, Office: { context: { requirements } } });
}
