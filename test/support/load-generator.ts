import { Agent, request } from "node:http";

/**
 * Sends predictions to a server at a fixed rate, and checks every answer. It runs as a process of its own, told by
 * messages what to do.
 *
 * The load is open: requests go out by the clock, whether or not the answers before have come. So a server that
 * stalls gets no mercy, and the waiting counts into the latencies.
 */

/** What each version is to answer. */
export interface Expectations {
  readonly url: string;
  /** Requests a second. */
  readonly rate: number;
  readonly inputs: readonly object[];
  /** By version: the hash of its file, and its prediction for each input. */
  readonly versions: Readonly<Record<number, { readonly sha256: string; readonly predictions: number[] }>>;
}

export type Command =
  | { readonly kind: "start"; readonly expectations: Expectations }
  /** From now on this version is asked for by its number too. */
  | { readonly kind: "ask"; readonly version: number }
  /** From now on requests go there. */
  | { readonly kind: "target"; readonly url: string }
  /** This version is not asked for any more; answered once no such request is open. */
  | { readonly kind: "forget"; readonly version: number }
  /** No more requests; answered with the report once all have been answered. */
  | { readonly kind: "stop" };

/** A request that was not answered as it should have been; times are those of `Date.now()`. */
export interface Failure {
  readonly problem: string;
  readonly sentAt: number;
  readonly failedAt: number;
}

export interface LoadReport {
  readonly sent: number;
  readonly answered: number;
  readonly failed: number;
  /** The first few hundred. */
  readonly failures: readonly Failure[];
  /** Number of predictions by the version that answered. */
  readonly predictions: Readonly<Record<number, number>>;
  /** From the moment that a request was due, in milliseconds. */
  readonly latency: { readonly median: number; readonly p99: number; readonly max: number };
}

export type Reply =
  | { readonly kind: "forgotten"; readonly version: number }
  | { readonly kind: "report"; readonly report: LoadReport };

interface Answer {
  readonly predictedHousePrice: number;
  readonly model: { readonly name: string; readonly version: number; readonly sha256: string };
}

const TIMEOUT_MS = 60_000;
const ANSWER = "predictedHousePrice model { name version sha256 }";
const predict = (alias: string, model: string) =>
  `${alias}: predictHousePrice(input: $input, ${model}) { ${ANSWER} }`;

const QUERIES = {
  best: `query ($input: HouseFeaturesInput!) { a: predictHousePrice(input: $input) { ${ANSWER} } }`,
  name: `query ($input: HouseFeaturesInput!) { ${predict("a", 'model: {name: "linear"}')} }`,
  version: `query ($input: HouseFeaturesInput!, $model: ModelSelector) { ${predict("a", "model: $model")} }`,
  snapshot: `query ($input: HouseFeaturesInput!) {
    a: predictHousePrice(input: $input) { ${ANSWER} }
    ${predict("b", 'model: {name: "linear"}')}
    ${predict("c", 'model: {name: "linear", version: 1}')}
    models { version }
  }`,
} as const;

type Kind = keyof typeof QUERIES;
const KINDS: readonly Kind[] = ["best", "name", "version", "snapshot"];

class LoadGenerator {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 256 });
  private readonly began = performance.now();
  private readonly clock = setInterval(() => this.sendDue(), 2);
  private readonly askable = [1];
  private readonly open = new Map<number, number | undefined>();
  private readonly failures: Failure[] = [];
  private readonly predictions: Record<number, number> = {};
  private readonly latencies: number[] = [];
  private sent = 0;
  private failed = 0;

  private url: string;

  constructor(private readonly expectations: Expectations) {
    this.url = expectations.url;
  }

  target(url: string): void {
    this.url = url;
  }

  ask(version: number): void {
    this.askable.push(version);
  }

  async forget(version: number): Promise<void> {
    this.askable.splice(this.askable.indexOf(version), 1);
    await this.whenNoneIsOpen((asked) => asked === version);
  }

  async stop(): Promise<LoadReport> {
    clearInterval(this.clock);
    await this.whenNoneIsOpen(() => true);
    this.agent.destroy();
    const sorted = this.latencies.sort((a, b) => a - b);
    const quantile = (q: number) => sorted[Math.floor(q * (sorted.length - 1))] ?? Number.NaN;
    return {
      sent: this.sent,
      answered: this.latencies.length,
      failed: this.failed,
      failures: this.failures,
      predictions: this.predictions,
      latency: { median: quantile(0.5), p99: quantile(0.99), max: quantile(1) },
    };
  }

  private async whenNoneIsOpen(matches: (asked: number | undefined) => boolean): Promise<void> {
    while ([...this.open.values()].some(matches)) await new Promise((resolve) => setTimeout(resolve, 2));
  }

  private sendDue(): void {
    const due = ((performance.now() - this.began) * this.expectations.rate) / 1000;
    while (this.sent < due) this.send(this.sent++);
  }

  private send(number: number): void {
    const kind = KINDS[number % KINDS.length];
    const input = number % this.expectations.inputs.length;
    const version = kind === "version" ? this.askable[number % this.askable.length] : undefined;
    const due = this.began + (number * 1000) / this.expectations.rate;
    const body = JSON.stringify({
      query: QUERIES[kind],
      variables: {
        input: this.expectations.inputs[input],
        ...(kind === "version" && { model: { name: "linear", version } }),
      },
    });
    this.open.set(number, version);
    const sentAt = Date.now();
    post(this.agent, this.url, body)
      .then((text) => this.check(kind, input, version, text))
      .catch((error: unknown) => this.fail(`${kind}: ${error}`, sentAt))
      .finally(() => {
        this.open.delete(number);
        this.latencies.push(performance.now() - due);
      });
  }

  private check(kind: Kind, input: number, asked: number | undefined, text: string): void {
    const { data, errors } = JSON.parse(text);
    if (errors) throw new Error(text);
    const answers: Answer[] = kind === "snapshot" ? [data.a, data.b, data.c] : [data.a];
    for (const answer of answers) this.checkAnswer(answer, input, text);
    const [first, second, third] = answers.map(({ model }) => model.version);
    if (asked !== undefined && first !== asked) throw new Error(`asked for ${asked}: ${text}`);
    if (kind !== "snapshot") return;
    const listed: number[] = data.models.map((model: { version: number }) => model.version);
    // All versions have the same error, so the best is the pinned one or the newest: the one that the name gives.
    if (first !== second || third !== 1) throw new Error(`not of one catalogue: ${text}`);
    if (!listed.includes(first)) throw new Error(`answered by what is not listed: ${text}`);
  }

  private checkAnswer({ predictedHousePrice, model }: Answer, input: number, text: string): void {
    const expected = this.expectations.versions[model.version];
    const correct =
      model.name === "linear" &&
      expected?.sha256 === model.sha256 &&
      expected.predictions[input] === predictedHousePrice;
    if (!correct) throw new Error(`not what the version computes: ${text}`);
    this.predictions[model.version] = (this.predictions[model.version] ?? 0) + 1;
  }

  private fail(problem: string, sentAt: number): void {
    this.failed++;
    if (this.failures.length < 300) this.failures.push({ problem, sentAt, failedAt: Date.now() });
  }
}

/** The body of the answer; anything but 200 is an error. */
function post(agent: Agent, url: string, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
    const sending = request(url, { method: "POST", agent, headers, timeout: TIMEOUT_MS }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk) => {
        text += chunk;
      });
      response.on("error", reject);
      response.on("end", () => {
        if (response.statusCode === 200) resolve(text);
        else reject(new Error(`HTTP ${response.statusCode}: ${text}`));
      });
    });
    sending.on("timeout", () => sending.destroy(new Error(`no answer in ${TIMEOUT_MS} ms`)));
    sending.on("error", reject);
    sending.end(body);
  });
}

let generator: LoadGenerator | undefined;
const reply = (message: Reply) => process.send?.(message);

process.on("message", async (command: Command) => {
  if (command.kind === "start") generator = new LoadGenerator(command.expectations);
  if (command.kind === "ask") generator?.ask(command.version);
  if (command.kind === "target") generator?.target(command.url);
  if (command.kind === "forget") {
    await generator?.forget(command.version);
    reply({ kind: "forgotten", version: command.version });
  }
  if (command.kind === "stop" && generator) {
    reply({ kind: "report", report: await generator.stop() });
    process.disconnect();
  }
});
