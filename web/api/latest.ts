/** How a question was answered. */
export type Outcome<Question, Answer> =
  | { readonly question: Question; readonly answer: Answer }
  | { readonly question: Question; readonly error: unknown };

/** How a page leaves the server to others while a slider moves. */
export interface Pace {
  /** At most one question in so many milliseconds. */
  readonly interval: number;
  /** Pause after an answer, as a multiple of the time that it took: the busier the server, the fewer the questions. */
  readonly rest: number;
}

/**
 * Asks one question at a time, the first at once. Of the questions that come meanwhile only the newest is asked next, so the server never
 * has more than one of them, and an old answer never replaces a newer one.
 */
export class Latest<Question, Answer> {
  private waiting: { readonly question: Question } | undefined;
  private isBusy = false;

  constructor(
    private readonly answer: (question: Question) => Promise<Answer>,
    private readonly show: (outcome: Outcome<Question, Answer>) => void,
    private readonly pace: Pace = { interval: 0, rest: 0 },
  ) {}

  ask(question: Question): void {
    this.waiting = { question };
    if (!this.isBusy) void this.run();
  }

  private async run(): Promise<void> {
    this.isBusy = true;
    while (this.waiting) {
      const { question } = this.waiting;
      this.waiting = undefined;
      const began = performance.now();
      try {
        this.show({ question, answer: await this.answer(question) });
      } catch (error) {
        this.show({ question, error });
      }
      await this.pause(performance.now() - began);
    }
    this.isBusy = false;
  }

  /** @param took - milliseconds from the question to its answer */
  private async pause(took: number): Promise<void> {
    const { interval, rest } = this.pace;
    const pause = Math.max(took * rest, interval - took);
    if (pause > 0) await new Promise((done) => setTimeout(done, pause));
  }
}
