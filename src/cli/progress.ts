import { translate, type Locale } from '../i18n';

const QUIET_MS = 1000;

/** Says on stderr what is being done, once it takes longer than a second. */
export class Progress {
  private readonly started = performance.now();
  private shown = '';

  constructor(private readonly locale: Locale) {}

  /** Enters a stage: read, recognise, score, findings or report. */
  stage(stage: string, detail = ''): void {
    const text = translate(this.locale, `cli.stage.${stage}`, { detail });
    if (performance.now() - this.started < QUIET_MS || text === this.shown) return;
    this.shown = text;
    process.stderr.write(`${text}\n`);
  }

  end(): void {
    const seconds = (performance.now() - this.started) / 1000;
    if (this.shown !== '')
      process.stderr.write(`${translate(this.locale, 'cli.done', { seconds: seconds.toFixed(1) })}\n`);
  }
}
