/**
 * What Excel on Windows puts into the page of a pane before office.js is loaded: `window.external`, through which the
 * real client asks for its surroundings, sends its requests (as text) and is told of events. Runs in the page: it may
 * use nothing from outside.
 */
export interface NativeOptions {
  /** Language of Office, e.g. "zh-CN". */
  readonly language: string;
  /** Highest ExcelApi set that this Excel has. */
  readonly apiVersion: string;
  /** Background of Office's panes; leaves the theme untold when null. */
  readonly background: string | null;
}

declare global {
  interface Window {
    /** Carries a request of the client to the simulated Excel: flags and body, answered by status and body. */
    askExcel(flags: number, body: string): Promise<{ status: number; body: string }>;
    /** Tells the client of an event, as entries of [category, type, target, message]. */
    tellClient(entries: unknown[][]): void;
  }
}

export function installNative({ language, apiVersion, background }: NativeOptions): void {
  /** Numbers by which office.js calls the host. */
  const numbers = { request: 93, event: 33 };
  const always =
    <T>(value: T) =>
    () =>
      value;
  const context = {
    GetAppType: always(1),
    GetSolutionRef: always('6d2b0f9e-5c1a-4f57-9a3e-2f4b8c7d1e60'),
    GetAppVersionMajor: always(16),
    GetAppVersionMinor: always(0),
    GetAppUILocale: always(language),
    GetAppDataLocale: always(language),
    GetDocUrl: always('C:\\考核\\年度考核.xlsx'),
    GetAppCapabilities: always(0),
    GetActivationMode: always(1),
    GetControlIntegrationLevel: always(1),
    GetSolutionToken: always(''),
    GetSettings: always({ Read: always([[], []]) }),
    GetOfficeThemeInfo: always(
      JSON.stringify(background === null ? {} : { bodyBackgroundColor: parseInt(background.slice(1), 16) }),
    ),
    GetSupportedMatrix: always(JSON.stringify({ ExcelApi: apiVersion })),
    GetHostFullVersion: always('16.0.14332.20000'),
    GetCorrelationId: always(''),
    GetInstanceId: always('1'),
  };
  const array = (...items: unknown[]) => ({ toArray: always(items) });
  const handlers = new Map<number, (id: number, payload: unknown) => void>();
  const external = {
    GetContext: always(context),
    GetHostInfo: always(`Excel$Win32$16.01$${language}`),
    GetLoggingAllowed: always(false),
    Execute(id: number, [message]: [unknown[]], callback: (answer: unknown) => void) {
      if (id !== numbers.request) return callback(array(5001));
      void window
        .askExcel(message[6] as number, message[4] as string)
        .then(({ status, body }) => callback(array(0, status, [], body)));
    },
    RegisterEvent(
      id: number,
      _: unknown,
      handler: (id: number, payload: unknown) => void,
      done: (code: number) => void,
    ) {
      handlers.set(id, handler);
      done(0);
    },
    UnregisterEvent(id: number, _: unknown, done: (code: number) => void) {
      handlers.delete(id);
      done(0);
    },
  };
  Object.defineProperty(window, 'external', { value: external, configurable: true, writable: true });
  window.tellClient = (entries) => handlers.get(numbers.event)?.(numbers.event, array(...entries));
}
