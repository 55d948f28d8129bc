/** How a question was answered. */
export type Outcome<Question, Answer> =
  | { readonly question: Question; readonly answer: Answer }
  | { readonly question: Question; readonly error: unknown };

/**
 * Asks one question at a time. Of the questions that come meanwhile only the newest is asked next, so the server never has more
 * than one of them, and an old answer never replaces a newer one.
 *
 * @param rest - pause after an answer, as a multiple of the time that it took: so a long answer leaves the server to others
 */
export class Latest<Question, Answer> {
  private waiting: { readonly question: Question } | undefined;
  private isBusy = false;

  constructor(
    private readonly answer: (question: Question) => Promise<Answer>,
    private readonly show: (outcome: Outcome<Question, Answer>) => void,
    private readonly rest = 0,
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
      if (this.rest > 0) await pause((performance.now() - began) * this.rest);
    }
    this.isBusy = false;
  }
}

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
