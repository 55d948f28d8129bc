import { request } from "node:http";

const BODY = JSON.stringify({
  query: "{ predictHousePrice(input: {medInc: 3.5, aveRooms: 5, aveOccup: 2}) { predictedHousePrice } }",
});

/** How long a client waits for its answer: an ordinary one less, but the machine of a test may be busy with others. */
const PATIENCE_MS = 30_000;

/** An ordinary client, who asks every so often, each time on a connection of its own, and expects the right answer. */
export class Prober {
  answered = 0;
  /** Requests that the server refused at once because the machine had no processor time for it. */
  overloaded = 0;
  /** Longest wait for an answer, in milliseconds. */
  longest = 0;
  readonly failures: string[] = [];
  private readonly open = new Set<Promise<void>>();
  private clock: NodeJS.Timeout | undefined;

  constructor(
    private readonly url: string,
    private readonly everyMs = 50,
  ) {
    this.resume();
  }

  /** Begins to ask, again where it was stopped. */
  resume(): void {
    clearInterval(this.clock);
    this.clock = setInterval(() => {
      const probe = this.probe().finally(() => this.open.delete(probe));
      this.open.add(probe);
    }, this.everyMs);
  }

  async stop(): Promise<void> {
    clearInterval(this.clock);
    await Promise.all(this.open);
  }

  private async probe(): Promise<void> {
    const began = performance.now();
    try {
      const answer = await this.ask();
      if (answer.includes('"OVERLOADED"')) {
        this.overloaded++;
        return;
      }
      if (!/^\{"data":\{"predictHousePrice":\{"predictedHousePrice":1\.927/.test(answer))
        throw new Error(answer);
      this.answered++;
      this.longest = Math.max(this.longest, performance.now() - began);
    } catch (error) {
      this.failures.push(String(error));
    }
  }

  private ask(): Promise<string> {
    return new Promise((resolve, reject) => {
      const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(BODY) };
      const options = { method: "POST", agent: false, headers, timeout: PATIENCE_MS };
      const asking = request(this.url, options, (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (part) => {
          text += part;
        });
        response.on("end", () => resolve(text)).on("error", reject);
      });
      asking.on("timeout", () => asking.destroy(new Error(`no answer in ${PATIENCE_MS} ms`)));
      asking.on("error", reject);
      asking.end(BODY);
    });
  }
}
