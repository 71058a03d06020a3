import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page, type Route } from 'playwright-core';
import { serve } from '../../../scripts/serve.js';
import type { SimulatedExcel } from '../../excel-host/session';
import { installNative, type NativeOptions } from './native';

const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'];
const DIST = process.env['DIST'] ?? join(__dirname, '../../../dist');
/** Size of a pane that Excel has just opened. */
const WIDTH = 350;
const HEIGHT = 800;

/** The day on which all pages live, so that nothing falls due from one run of the tests to the next. */
const TODAY = '2030-06-15T09:00:00';

let chrome: Promise<Browser> | null = null;

/** Ends the browser that all windows of a test file share. */
export async function closeBrowser(): Promise<void> {
  await (await chrome)?.close();
  chrome = null;
}

function browser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
  return (chrome ??= chromium.launch({ executablePath, args: FLAGS }));
}

export interface WindowOptions extends Partial<NativeOptions> {
  /** Null shows the page outside of Excel. */
  readonly excel: SimulatedExcel | null;
  readonly page?: string;
  readonly width?: number;
  readonly userAgent?: string;
  /** How many times slower than this one the processor is. */
  readonly slowness?: number;
  /** Files of the server that cannot be had. */
  readonly missing?: RegExp;
}

/**
 * The built pane in a real Chromium, its office.js talking to a simulated Excel as to one on Windows; remembers
 * whatever should not have happened.
 */
export class ExcelWindow {
  /** Console errors, refusals of the content security policy, and requests to other hosts. */
  readonly troubles: string[] = [];
  /** Done before each request is carried out: where a person does something meanwhile. */
  meanwhile: (() => Promise<void>) | null = null;

  /** Milliseconds from the call of the page to its first words; known where the processor was slowed down. */
  firstPaint: number | null = null;

  private constructor(
    private readonly server: { url: string; close(): Promise<void> },
    private readonly context: BrowserContext,
    readonly page: Page,
  ) {}

  static async open(options: WindowOptions): Promise<ExcelWindow> {
    const { excel, page: path = 'taskpane.html', userAgent, missing } = options;
    const server = await serve(DIST, 0);
    const viewport = { width: options.width ?? WIDTH, height: HEIGHT };
    const context = await (await browser()).newContext({ viewport, locale: 'zh-CN', ...(userAgent && { userAgent }) });
    const page = await context.newPage();
    await page.clock.setFixedTime(TODAY);
    const window = new ExcelWindow(server, context, page);
    window.watch();
    if (missing) await page.route(missing, (route: Route) => route.abort());
    if (excel) await window.connect(excel, options);
    if (options.slowness) await window.slowDown(options.slowness);
    await page.goto(`${server.url}/${path}`);
    return window;
  }

  async close(): Promise<void> {
    await this.context.close();
    await this.server.close();
  }

  private watch(): void {
    const { page, troubles, server } = this;
    page.on('console', (message) => message.type() === 'error' && troubles.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => troubles.push(`page: ${error.message}`));
    page.context().on('request', (request) => {
      const address = request.url();
      if (!address.startsWith(`${server.url}/`) && !/^(blob|data):/.test(address)) troubles.push(`request: ${address}`);
    });
  }

  /** Slows the processor down and looks when there is something to see: the page's own clock stands still. */
  private async slowDown(rate: number): Promise<void> {
    const session = await this.context.newCDPSession(this.page);
    let start = 0;
    session.on('Page.lifecycleEvent', ({ name, timestamp }) => {
      if (name === 'init') start = timestamp;
      if (name === 'firstContentfulPaint') this.firstPaint = Math.round((timestamp - start) * 1000);
    });
    await session.send('Page.enable');
    await session.send('Page.setLifecycleEventsEnabled', { enabled: true });
    await session.send('Emulation.setCPUThrottlingRate', { rate });
  }

  /** Puts the simulated Excel behind the page: it stays in this process and answers the client's requests as text. */
  private async connect(excel: SimulatedExcel, options: WindowOptions): Promise<void> {
    const { page } = this;
    const { language = 'zh-CN', background = null, apiVersion = excel.apiVersion } = options;
    await page.exposeFunction('askExcel', async (flags: number, text: string) => {
      await this.meanwhile?.();
      return answer(excel, flags, text);
    });
    excel.onEvent = (message) => {
      const { entries } = message as {
        entries: { messageCategory: number; messageType: number; targetId: string; message: string }[];
      };
      const rows = entries.map((entry) => [entry.messageCategory, entry.messageType, entry.targetId, entry.message]);
      void page.evaluate((told) => window.tellClient(told), rows);
    };
    await page.addInitScript(installNative, { language, background, apiVersion });
  }
}

type Executor = ReturnType<SimulatedExcel['session']['_createRequestExecutorOrNull']>;
type Body = Parameters<Executor['executeAsync']>[2]['Body'];

async function answer(excel: SimulatedExcel, flags: number, text: string): Promise<{ status: number; body: string }> {
  // Office greets its own service at the start; Excel proper has no part in it.
  if (text.includes('Microsoft.InternalService')) return { status: 200, body: JSON.stringify({ Results: [] }) };
  const executor = excel.session._createRequestExecutorOrNull();
  const response = await executor.executeAsync(null, flags, { Body: JSON.parse(text) as Body });
  return { status: response.HttpStatusCode, body: JSON.stringify(response.Body) };
}
