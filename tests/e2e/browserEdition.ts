import { type ChildProcess, spawn } from 'node:child_process';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The browser edition as `npm start` gives it, in a real Chromium; remembers whatever should not have happened. */
export class BrowserEdition {
  /** Console errors, refusals of the content security policy, and requests to other hosts. */
  readonly troubles: string[] = [];

  private constructor(
    private readonly server: ChildProcess,
    private readonly browser: Browser,
    context: BrowserContext,
    readonly page: Page,
    readonly url: string,
  ) {
    page.on('console', (message) => {
      if (message.type() === 'error') this.troubles.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.troubles.push(`page: ${error.message}`));
    context.on('request', (request) => {
      const address = request.url();
      if (!address.startsWith(`${url}/`) && !/^(blob|data):/.test(address)) this.troubles.push(`request: ${address}`);
    });
  }

  /** Starts the server and opens the page in a language. */
  static async start(locale: string): Promise<BrowserEdition> {
    const server = spawn(process.execPath, ['scripts/start.js'], { env: { ...process.env, CI: '1' } });
    const url = await addressOf(server);
    const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
    const browser = await chromium.launch({ executablePath, args: FLAGS });
    const context = await browser.newContext({ locale, viewport: { width: 1280, height: 800 }, acceptDownloads: true });
    const edition = new BrowserEdition(server, browser, context, await context.newPage(), url);
    await edition.page.goto(url);
    return edition;
  }

  async stop(): Promise<void> {
    await this.browser.close();
    this.server.kill();
  }

  tab(name: string | RegExp) {
    return this.page.getByRole('tablist', { name: /工作表|Sheets/ }).getByRole('tab', { name });
  }

  shownTab() {
    return this.page.getByRole('tablist', { name: /工作表|Sheets/ }).getByRole('tab', { selected: true });
  }

  paneTab(name: string | RegExp) {
    return this.page.getByRole('main').getByRole('tab', { name });
  }

  async openFiles(...paths: string[]): Promise<void> {
    await this.page.getByRole('toolbar').locator('input[type=file]').setInputFiles(paths);
  }

  async score(): Promise<void> {
    await this.page
      .getByRole('main')
      .getByRole('button', { name: /^(评分|重新评分|Score|Score again)$/ })
      .click();
    await this.page.getByRole('main').getByRole('option').first().waitFor();
  }

  /** Address of the cell that is selected in the grid. */
  selectedCell() {
    return this.page.getByRole('status', { name: /所选单元格|Selected cell/ });
  }
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let said = '';
    server.stdout!.on('data', (chunk: Buffer) => {
      said += String(chunk);
      const [address] = /http:\/\/localhost:\d+/.exec(said) ?? [];
      if (address) done(address);
    });
    server.on('exit', (code) => fail(new Error(`the server ended with ${code}: ${said}`)));
  });
}
