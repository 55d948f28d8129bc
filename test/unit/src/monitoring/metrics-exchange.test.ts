import * as v from "valibot";
import type { MetricFamily } from "../../../../src/monitoring/metric";
import {
  type FromPrimary,
  fromWorker,
  joinMetricsExchange,
  tellPrimary,
} from "../../../../src/monitoring/metrics-exchange";

const METRICS: MetricFamily[] = [
  {
    name: "rows_total",
    help: "Rows.",
    type: "counter",
    aggregator: "sum",
    values: [{ labels: {}, value: 7 }],
  },
];

let sent: unknown[];
let listeners: NodeJS.MessageListener[];
let askPrimary: () => Promise<string>;

/** What the primary says to this process. */
function hear(message: FromPrimary | object): void {
  process.emit("message", message, undefined);
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

beforeEach(() => {
  sent = [];
  listeners = process.listeners("message");
  process.send = (message: unknown) => sent.push(message) > 0;
  askPrimary = joinMetricsExchange(async () => METRICS);
});
afterEach(() => {
  delete process.send;
  for (const listener of process.listeners("message")) {
    if (!listeners.includes(listener)) process.off("message", listener);
  }
});

describe("a worker", () => {
  it("when the primary wants its metrics, then it tells them in that round", async () => {
    hear({ kind: "metrics-wanted", round: 5 });
    await settled();
    expect(sent).toEqual([{ kind: "metrics", round: 5, metrics: METRICS }]);
    expect(v.is(fromWorker, sent[0])).toBe(true);
  });

  it("when it wants the page, then it gets that which it asked for", async () => {
    const [first, second] = [askPrimary(), askPrimary()];
    expect(sent).toEqual([
      { kind: "page-wanted", id: 1 },
      { kind: "page-wanted", id: 2 },
    ]);
    hear({ kind: "page", id: 2, text: "second" });
    hear({ kind: "page", id: 2, text: "again" });
    hear({ kind: "page", id: 1, text: "first" });
    expect(await Promise.all([first, second])).toEqual(["first", "second"]);
  });

  it("when it hears something else, then nothing happens", async () => {
    hear({ kind: "page", id: 9, text: "nobody asked" });
    hear({ kind: "metrics-wanted" });
    hear({ kind: "other" });
    await settled();
    expect(sent).toEqual([]);
  });
});

it("when there is no primary, then nothing is told", () => {
  delete process.send;
  expect(() => tellPrimary({ kind: "page-wanted", id: 1 })).not.toThrow();
});

it.each<[object, boolean]>([
  [{ kind: "serving", port: 4000, exampleInput: "{}" }, true],
  [{ kind: "serving", port: 4000, exampleInput: "{}", defaultModel: "a@1" }, true],
  [{ kind: "serving", port: "4000", exampleInput: "{}" }, false],
  [{ kind: "page-wanted" }, false],
  [{ kind: "metrics", round: 1, metrics: [{}] }, false],
  [{ kind: "page", id: 1, text: "" }, false],
])("the primary understands %j: %s", (message, isUnderstood) => {
  expect(v.is(fromWorker, message)).toBe(isUnderstood);
});
