import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseMetrics } from "../support/metrics-page";
import { answers } from "../support/pipelining";
import { RawConnection } from "../support/raw-connection";
import { startServer } from "../support/server";
import { temporaryDirectory } from "../support/temporary-directory";

const PRICE =
  "query Price($input: HouseFeaturesInput!) { predictHousePrice(input: $input) { predictedHousePrice } }";

const bodyOf = (medInc: unknown, more: object = {}) =>
  JSON.stringify({ query: PRICE, variables: { input: { medInc, aveRooms: 5, aveOccup: 2 } }, ...more });

interface Form {
  readonly version?: string;
  readonly headers?: readonly string[];
  readonly host?: string;
  readonly type?: string;
  readonly framing?: string;
}

/** A request for a prediction, as its bytes. */
function requestOf(body: string, form: Form = {}): string {
  const { version = "1.1", headers = [], host = "Host: x", type = "application/json" } = form;
  const framing = form.framing ?? `Content-Length: ${Buffer.byteLength(body)}`;
  const lines = [`POST /graphql HTTP/${version}`, host, `Content-Type: ${type}`, ...headers, framing];
  return `${lines.filter((line) => line !== "").join("\r\n")}\r\n\r\n${body}`;
}

async function answerTo(server: string, request: string) {
  const connection = await RawConnection.open(server);
  const [{ status, head, body }] = await answers(connection.send(request), 1);
  connection.destroy();
  const lines = head.toLowerCase().split("\r\n").slice(1);
  const without = (...names: string[]) =>
    lines.filter((line) => !names.some((name) => line.startsWith(`${name}:`))).sort();
  return {
    answer: { status, headers: without("date", "x-request-id"), body },
    // If no log line has the id, only Fastify makes one.
    isShort: !lines.some((line) => line.startsWith("x-request-id:")),
    head: lines,
  };
}

/** Lets the server see the operation often enough to compile it. */
async function warm(server: string, headers: readonly string[] = []): Promise<void> {
  for (let i = 0; i < 6; i++) await answerTo(server, requestOf(bodyOf(3), { headers }));
}

describe("a request for a compiled operation", () => {
  let compiling: string;
  let plain: string;

  beforeAll(async () => {
    compiling = await startServer({ COMPILED_EXECUTION: true });
    plain = await startServer({ COMPILED_EXECUTION: false });
    await warm(compiling);
  });

  const GOOD = bodyOf(3.5);
  it.each<[string, boolean, string]>([
    ["is plain", true, requestOf(GOOD)],
    ["has a charset", true, requestOf(GOOD, { type: "application/json; charset=utf-8" })],
    ["has headers that mean nothing", true, requestOf(GOOD, { headers: ["X-Other: 1", "Cookie: a=b"] })],
    ["asks for the end of the connection", true, requestOf(GOOD, { headers: ["Connection: close"] })],
    ["has text that is not ASCII", true, requestOf(bodyOf(3.5, { nonesuch: "hüü ✓" }))],
    ["has a value out of its domain", false, requestOf(bodyOf(-1))],
    ["has a value of another type", false, requestOf(bodyOf("3.5"))],
    [
      "has a key that sets a prototype",
      false,
      requestOf(GOOD.replace('"variables"', '"__proto__":{},"variables"')),
    ],
    ["is not JSON", false, requestOf("{")],
    ["is empty", false, requestOf("")],
    ["is a list", false, requestOf(`[${GOOD}]`)],
    ["is of HTTP/1.0", false, requestOf(GOOD, { version: "1.0" })],
    ["names an origin", false, requestOf(GOOD, { headers: ["Origin: https://example.org"] })],
    ["names a coding of its content", false, requestOf(GOOD, { headers: ["Content-Encoding: gzip"] })],
    ["comes in chunks", false, requestOf(`1\r\n{\r\n0\r\n\r\n`, { framing: "Transfer-Encoding: chunked" })],
    [
      "is too long",
      false,
      requestOf("", { framing: "Content-Length: 999999999", headers: ["Connection: close"] }),
    ],
    ["has no host", false, requestOf(GOOD, { host: "" })],
    ["has two hosts", false, requestOf(GOOD, { headers: ["Host: y"] })],
    ["has a bad host", false, requestOf(GOOD, { host: "Host: a b" })],
    ["is of another type", false, requestOf(GOOD, { type: "text/plain" })],
    ["accepts another type alone", false, requestOf(GOOD, { headers: ["Accept: image/png"] })],
  ])(
    "when it %s, then it is answered as without compiled execution (short way: %s)",
    async (_, short, request) => {
      const { answer, isShort } = await answerTo(compiling, request);
      expect(answer).toEqual((await answerTo(plain, request)).answer);
      expect(isShort).toBe(short);
    },
  );

  it("when it has an id, then the answer has it too", async () => {
    const { head } = await answerTo(compiling, requestOf(GOOD, { headers: ["X-Request-Id: mine"] }));
    expect(head).toContain("x-request-id: mine");
  });

  it("when many come ahead on one connection, in pieces, then all are answered in their order", async () => {
    const requests = Array.from({ length: 40 }, (_, i) => requestOf(bodyOf(i % 5 === 0 ? -1 : 1 + i / 10)));
    const expected = [];
    for (const request of requests) expected.push((await answerTo(plain, request)).answer.body);
    const connection = await RawConnection.open(compiling);
    for (const piece of requests.join("").match(/.{1,777}/gs) ?? []) connection.send(piece);
    const found = await answers(connection, 40);
    connection.destroy();
    expect(found.map(({ body }) => body)).toEqual(expected);
  });

  it("when it is a batch of thousands, then each block says of its rows what the whole would", async () => {
    const rows = Array.from({ length: 4000 }, (_, i) => ({ medInc: 1 + i / 1000, aveRooms: 5, aveOccup: 2 }));
    const inputs = rows.map((row, i) => (i % 1300 === 700 ? { ...row, medInc: -1 } : row));
    const query = `query Large($inputs: [HouseFeaturesInput!]!) {
      mine: predictHousePrices(inputs: $inputs) {
        ... on HousePricePrediction { predictedHousePrice interval { lower upper } }
        ... on InvalidHouseFeatures { index message fields { path } }
      }
    }`;
    const request = requestOf(JSON.stringify({ query, variables: { inputs } }));
    for (let i = 0; i < 5; i++) await answerTo(compiling, request);
    const { answer, isShort } = await answerTo(compiling, request);
    expect(isShort).toBe(true);
    expect(answer).toEqual((await answerTo(plain, request)).answer);
    expect(answer.body).toContain('"path":"inputs[2000].medInc"');
  });

  const LARGE = Array.from({ length: 6000 }, (_, i) => ({ medInc: 1 + i / 1000, aveRooms: 5, aveOccup: 2 }));
  const PRICES =
    "query Prices($inputs: [HouseFeaturesInput!]!) { predictHousePrices(inputs: $inputs) { __typename } }";
  const pricesOf = (rows: string) => `{"query":"${PRICES}","variables":{"inputs":[${rows}]}}`;
  const rowsOf = (inputs: readonly unknown[]) => JSON.stringify(inputs).slice(1, -1);
  const whole = rowsOf(LARGE);
  const one = rowsOf(LARGE.slice(0, 1));

  it.each<[string, boolean, string]>([
    ["all rows are right", true, pricesOf(whole)],
    ["it has as many rows as it may", true, pricesOf(`${whole},${rowsOf(LARGE.slice(0, 4000))}`)],
    ["the last row is refused", false, pricesOf(`${whole},{"medInc":"x"}`)],
    ["the last row has a key that sets a prototype", false, pricesOf(`${whole},{"__proto__":{}}`)],
    ["the last row is not JSON", false, pricesOf(`${whole},{"medInc" 1}`)],
    ["a row is a number", false, pricesOf(`${whole},5,{}`)],
    ["a row is in a list", false, pricesOf(`${whole},[{}]`)],
    ["a row has rows", false, pricesOf(`${whole},{"medInc":[{}]}`)],
    ["its rows come twice", false, `{"variables":{"inputs":[${whole}]},${pricesOf(whole).slice(1)}`],
    ["its rows are another variable", false, pricesOf(whole).replace('"inputs":[', '"others":[')],
    [
      "another variable has objects in a list",
      false,
      pricesOf(whole).replace('"inputs":[', '"others":[{}],"inputs":['),
    ],
    ["it has too many rows", false, pricesOf(`${whole},${whole},${whole}`)],
    ["it has too many rows without braces", false, pricesOf(`${whole}${",1".repeat(7000)},{}`)],
  ])(
    "when it is large and %s, then it is answered as without compiled execution (short way: %s)",
    async (...test) => {
      const [, short, body] = test;
      for (let i = 0; i < 6; i++) await answerTo(compiling, requestOf(pricesOf(one)));
      const { answer, isShort } = await answerTo(compiling, requestOf(body));
      expect(answer).toEqual((await answerTo(plain, requestOf(body))).answer);
      expect(isShort).toBe(short);
    },
  );

  it("when its answer is too large, then a bad row behind is refused first", async () => {
    const limit = { MAX_ANSWER_BYTES: 100_000 };
    const compiled = await startServer({ ...limit, COMPILED_EXECUTION: true });
    const usual = await startServer({ ...limit, COMPILED_EXECUTION: false });
    for (let i = 0; i < 6; i++) await answerTo(compiled, requestOf(pricesOf(one)));
    for (const rows of [whole, `${whole},{"medInc":"x"}`]) {
      const { answer, isShort } = await answerTo(compiled, requestOf(pricesOf(rows)));
      expect(answer).toEqual((await answerTo(usual, requestOf(pricesOf(rows)))).answer);
      expect(answer.body).toContain(rows === whole ? "ANSWER_TOO_LARGE" : "BAD_USER_INPUT");
      expect(isShort).toBe(rows === whole);
    }
  });
});

describe("a server on whose short way requests are answered", () => {
  it("when it has metrics, then they count each of these requests", async () => {
    const server = await startServer({ METRICS: true });
    await warm(server);
    for (let i = 0; i < 4; i++) await answerTo(server, requestOf(bodyOf(2)));
    const inputs = Array.from({ length: 4000 }, () => ({ medInc: 3, aveRooms: 5, aveOccup: 2 }));
    const query = `query Count($inputs: [HouseFeaturesInput!]!) {
      predictHousePrices(inputs: $inputs) { ... on HousePricePrediction { predictedHousePrice interval { lower upper } } }
    }`;
    for (let i = 0; i < 7; i++) {
      await answerTo(server, requestOf(JSON.stringify({ query, variables: { inputs } })));
    }
    const metrics = parseMetrics(await (await fetch(`${server}/metrics`)).text());
    const counts = [...metrics].filter(([name]) => /duration_seconds_count\{.*predictHousePrice"/.test(name));
    expect(counts.map(([, count]) => count)).toEqual([10]);
    expect(metrics.get("house_price_batch_rows_count")).toBe(7);
    expect(metrics.get("house_price_batch_rows_sum")).toBe(28_000);
  });

  it("when it requires an API key, then a request without a valid one is refused", async () => {
    const file = join(await temporaryDirectory(), "keys");
    await writeFile(file, `alice:${createHash("sha256").update("open sesame").digest("hex")}\n`);
    const server = await startServer({ API_KEYS_FILE: file });
    const valid = ["X-API-Key: open sesame"];
    await warm(server, valid);
    const ask = async (headers: string[]) => answerTo(server, requestOf(bodyOf(2), { headers }));
    expect(await ask(valid)).toMatchObject({ answer: { status: 200 }, isShort: true });
    expect(await ask(["X-API-Key: guess"])).toMatchObject({ answer: { status: 401 }, isShort: false });
    expect(await ask([])).toMatchObject({ answer: { status: 401 }, isShort: false });
    expect(await ask([...valid, ...valid])).toMatchObject({ answer: { status: 400 }, isShort: false });
  });

  it("when each client has a limit of requests, then they are counted", async () => {
    const server = await startServer({ RATE_LIMIT: 8 });
    await warm(server);
    const statuses = [];
    for (let i = 0; i < 3; i++) statuses.push((await answerTo(server, requestOf(bodyOf(2)))).answer.status);
    expect(statuses).toEqual([200, 200, 429]);
  });
});
