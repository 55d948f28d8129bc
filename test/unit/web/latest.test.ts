import fc from "fast-check";
import { Latest, type Outcome } from "../../../web/api/latest";

/** A server that answers when it is told to. */
class SlowServer {
  readonly questions: number[] = [];
  private readonly waiting: (() => void)[] = [];
  readonly answer = (question: number): Promise<string> => {
    this.questions.push(question);
    return new Promise((resolve, reject) => {
      this.waiting.push(() => (question % 3 === 0 ? reject(new Error("busy")) : resolve(`to ${question}`)));
    });
  };
  get inFlight(): number {
    return this.waiting.length;
  }
  async finish(): Promise<void> {
    this.waiting.shift()?.();
    await new Promise(setImmediate);
  }
}

describe("when questions come faster than answers", () => {
  it("has one in flight, shows each answer with its question and in order, and ends with the newest", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1 }), async (steps) => {
        const server = new SlowServer();
        const shown: Outcome<number, string>[] = [];
        const latest = new Latest(server.answer, (outcome) => shown.push(outcome));
        let asked = 0;
        latest.ask(asked);
        for (const asks of steps) {
          if (asks) latest.ask(++asked);
          else await server.finish();
          expect(server.inFlight).toBeLessThanOrEqual(1);
        }
        while (server.inFlight > 0) await server.finish();
        const questions = shown.map(({ question }) => question);
        expect(questions).toEqual(server.questions);
        expect(questions).toEqual([...questions].sort((a, b) => a - b));
        expect(questions.at(-1)).toBe(asked);
        for (const outcome of shown) {
          if ("answer" in outcome) expect(outcome.answer).toBe(`to ${outcome.question}`);
          else expect(outcome.question % 3).toBe(0);
        }
      }),
    );
  });
});
