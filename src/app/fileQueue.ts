/** How far the opening of files is: how many are left, and a sentence for each that could not be opened. */
export interface Opening {
  readonly opening: number;
  readonly problems: readonly string[];
}

/** Opens files one after the other, on the side of the page: a bad one becomes a problem, the others are opened all the same. */
export class FileQueue {
  private state: Opening = { opening: 0, problems: [] };
  private last: Promise<void> = Promise.resolve();

  constructor(private readonly onChange: (state: Opening) => void) {}

  /** Opens files behind those that are being opened; what was told of earlier ones is put away. */
  open<F extends { readonly name: string }>(files: readonly F[], openOne: (file: F) => Promise<void>): Promise<void> {
    this.change({ opening: this.state.opening + files.length, problems: [] });
    this.last = this.last.then(async () => {
      for (const file of files) {
        try {
          await openOne(file);
        } catch (error) {
          this.report(error, file.name);
        } finally {
          this.change({ opening: this.state.opening - 1 });
        }
      }
    });
    return this.last;
  }

  /** Tells of a failure, with the file where the words do not name it. */
  report(error: unknown, file?: string): void {
    const message = error instanceof Error ? error.message : String(error);
    const problem = file === undefined || message.includes(file) ? message : `${file}: ${message}`;
    this.change({ problems: [...this.state.problems, problem] });
  }

  dismiss(problem: string): void {
    this.change({ problems: this.state.problems.filter((other) => other !== problem) });
  }

  private change(part: Partial<Opening>): void {
    this.state = { ...this.state, ...part };
    this.onChange(this.state);
  }
}
