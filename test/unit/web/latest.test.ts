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

describe("when an answer took a while, and the page is to leave the server to others", () => {
  it("asks the next question only after as long a pause, and the newest of those that came meanwhile", async () => {
    jest.useFakeTimers();
    try {
      const asked: number[] = [];
      const answer = (question: number) => {
        asked.push(question);
        return new Promise<number>((done) => setTimeout(done, 40, question));
      };
      const latest = new Latest(answer, () => undefined, { interval: 0, rest: 1 });
      for (const question of [1, 2, 3]) latest.ask(question);
      await jest.advanceTimersByTimeAsync(60);
      latest.ask(4);
      expect(asked).toEqual([1]);
      await jest.advanceTimersByTimeAsync(20);
      expect(asked).toEqual([1, 4]);
    } finally {
      jest.useRealTimers();
    }
  });
});

describe("when the page is to ask only so often", () => {
  it("asks the first question at once, and then the newest at the end of each interval", async () => {
    jest.useFakeTimers();
    try {
      const asked: number[] = [];
      const answer = async (question: number) => asked.push(question);
      const latest = new Latest(answer, () => undefined, { interval: 30, rest: 0 });
      for (let question = 0; question < 100; question++) {
        latest.ask(question);
        await jest.advanceTimersByTimeAsync(1);
      }
      await jest.advanceTimersByTimeAsync(30);
      expect(asked).toHaveLength(5);
      expect(asked[0]).toBe(0);
      expect(asked.at(-1)).toBe(99);
    } finally {
      jest.useRealTimers();
    }
  });
});
