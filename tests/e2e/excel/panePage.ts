import type { Page } from 'playwright-core';
import { translate, type Locale } from '../../../src/i18n';

type Step = 'data' | 'check' | 'score' | 'write';

/** The pane as a person uses it: the one place in these tests that knows its roles and texts. */
export class PanePage {
  constructor(
    readonly page: Page,
    private readonly locale: Locale = 'zh-CN',
  ) {}

  /** Subjects of the ranking, or gaps: whatever the tab lists that is shown. */
  get rows() {
    return this.main.getByRole('option');
  }
  get scoreButton() {
    return this.main.getByRole('button', { name: this.either('score', 'scoreAgain') });
  }
  get scoreStaleButton() {
    return this.button('stale.again');
  }
  get writeButton() {
    return this.button('results.act.workbook');
  }
  get undoButton() {
    return this.button('undo');
  }
  get undoAllButton() {
    return this.button('undo.all');
  }
  get cancelButton() {
    return this.button('cancel');
  }
  get rankingTab() {
    return this.main.getByRole('tab', { name: this.t('tab.ranking') });
  }
  get staleNotice() {
    return this.page.getByText(this.t('stale'), { exact: true });
  }
  /** Where files are chosen that units have sent in. */
  get fileInput() {
    return this.main.locator('input[type=file]');
  }
  removeButton(name: string) {
    return this.main.getByRole('button', { name: translate(this.locale, 'taskpane.files.remove', { name }) });
  }
  /** A sentence that the pane shows, or a part of it. */
  sentence(text: string | RegExp) {
    return this.page.getByText(text).first();
  }

  async show(step: Step): Promise<void> {
    await this.step(step).click();
  }

  /** Waits for the results of the first run: then the step 检查 says how many gaps there are. */
  async scored(): Promise<void> {
    await this.step('check').filter({ hasText: /\d$/ }).waitFor();
  }

  async startWrite(): Promise<void> {
    await this.show('write');
    await this.writeButton.click();
  }

  /** Writes the results and waits until they are written. */
  async write(): Promise<void> {
    await this.startWrite();
    await this.said('written');
  }

  /** Waits until the pane says a sentence that begins as one of these, and tells which. */
  async outcome(sentences: Readonly<Record<string, string>>): Promise<string> {
    const shown = Object.entries(sentences).map(([name, text]) =>
      this.sentence(new RegExp(`^${text}`))
        .waitFor()
        .then(() => name),
    );
    return Promise.any(shown);
  }

  /** Takes the last write back and waits for the end of it. */
  async undo(): Promise<void> {
    await this.undoButton.click();
    await this.said('undone');
  }

  /** Remembers from now on what the progress bar shows. */
  async recordShares(): Promise<void> {
    await this.page.evaluate(() => {
      const shares: number[] = [];
      new MutationObserver(() => {
        const share = document.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow');
        if (share && Number(share) !== shares.at(-1)) shares.push(Number(share));
      }).observe(document.body, { subtree: true, childList: true, attributeFilter: ['aria-valuenow'] });
      Object.assign(window, { takeShares: () => shares.splice(0) });
    });
  }

  /** What the progress bar has shown since it was last asked, in percent. */
  takeShares(): Promise<number[]> {
    return this.page.evaluate(() => (window as unknown as { takeShares(): number[] }).takeShares());
  }

  /** Waits for the report of a write or an undo. */
  private async said(what: 'written' | 'undone'): Promise<void> {
    const [start] = translate(this.locale, `hosts.excel.${what}`, { sheets: '\0', cells: '\0' }).split('\0');
    await this.sentence(start!).waitFor();
  }

  private step(step: Step) {
    return this.main.getByRole('tab', { name: new RegExp(`^${this.t(`step.${step}`)}`) });
  }

  private get main() {
    return this.page.getByRole('main');
  }

  private button(name: string) {
    return this.main.getByRole('button', { name: this.t(name), exact: true });
  }

  private either(...names: readonly string[]): RegExp {
    return new RegExp(`^(${names.map((name) => this.t(name)).join('|')})$`);
  }

  private t(name: string): string {
    return translate(this.locale, `taskpane.${name}`);
  }
}
