import { execFile } from "node:child_process";
import { promisify } from "node:util";
import fc from "fast-check";
import { startServer } from "../support/server";

/** As the guide has it, word for word but for the port. */
const curl = (server: string) =>
  `curl -X POST "${server}/predict" -H "Content-Type: application/json" -d '{"MedInc": 3.5, "AveRooms": 5.0, "AveOccup": 2.0}'`;

const ROW = { MedInc: 3.5, AveRooms: 5, AveOccup: 2 };

let server: string;

beforeAll(async () => {
  server = await startServer();
});

/** Posts a text to /predict. */
async function predict(body: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${server}/predict`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body,
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: JSON.parse(text) };
}

/** Expects problem details (RFC 9457) with a code, and nothing of the server's insides. */
async function expectProblem(answer: ReturnType<typeof predict>, status: number, code: string) {
  const { body, headers, text, ...rest } = await answer;
  expect(rest.status).toBe(status);
  expect(headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
  expect(body).toMatchObject({ type: "about:blank", title: expect.any(String), status, code });
  expect(body.detail.length).toBeGreaterThan(10);
  expect(text).not.toMatch(/stacktrace|node_modules|\.[jt]s:|\n\s+at /);
  return body;
}

describe("POST /predict", () => {
  it("answers the guide's curl with the price of the guide's model", async () => {
    const { stdout } = await promisify(execFile)("sh", ["-c", `${curl(server)} --silent`]);
    expect(stdout).toBe('{"predicted_house_price":1.9273953332694993}');
  });

  it.each<[what: string, body: string, path: string, says: string]>([
    ["a value below its domain", '{"MedInc": -1, "AveRooms": 5, "AveOccup": 2}', "MedInc", "greater than 0"],
    ["a text for a number", '{"MedInc": "3.5", "AveRooms": 5, "AveOccup": 2}', "MedInc", "must be a number"],
    ["a value that is missing", '{"AveRooms": 5, "AveOccup": 2}', "MedInc", "required"],
    ["a null for it", '{"MedInc": null, "AveRooms": 5, "AveOccup": 2}', "MedInc", "required"],
    [
      "an unknown column",
      '{"MedInc": 3, "AveRooms": 5, "AveOccup": 2, "Pool": 1}',
      "Pool",
      "There are MedInc",
    ],
    ["a number beyond all numbers", '{"MedInc": 1e999, "AveRooms": 5, "AveOccup": 2}', "MedInc", "finite"],
    ["a number too large", '{"MedInc": 1e100, "AveRooms": 5, "AveOccup": 2}', "MedInc", "too large"],
    ["the API's own names", '{"medInc": 3.5, "AveRooms": 5, "AveOccup": 2}', "medInc", "There is no column"],
  ])("names the column where there is %s", async (_what, body, path, says) => {
    const { fields } = await expectProblem(predict(body), 422, "BAD_USER_INPUT");
    const named = fields.find((field: { path: string }) => field.path === path);
    expect(named.message).toContain(says);
  });

  it("bounds what it tells of thousands of unknown columns", async () => {
    const body = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`${i}${"x".repeat(20)}`, i]));
    const { fields, detail } = await expectProblem(predict(JSON.stringify(body)), 422, "BAD_USER_INPUT");
    expect(fields).toHaveLength(20);
    expect(detail.length).toBeLessThan(10_000);
  });

  it.each<[what: string, body: string, status: number, code: string, headers: Record<string, string>]>([
    ["malformed JSON", '{"MedInc":', 400, "BAD_REQUEST", {}],
    ["nothing", "", 400, "BAD_REQUEST", {}],
    ["a list", "[1]", 400, "BAD_REQUEST", {}],
    ["null", "null", 400, "BAD_REQUEST", {}],
    ["a prototype", '{"__proto__": {"MedInc": 3}}', 400, "BAD_REQUEST", {}],
    ["a form", "MedInc=3", 415, "UNSUPPORTED_MEDIA_TYPE", { "content-type": "text/plain" }],
    ["a compressed body", "{}", 415, "UNSUPPORTED_MEDIA_TYPE", { "content-encoding": "gzip" }],
    ["a body of 2 MB", `{"MedInc": "${"x".repeat(2_000_000)}"}`, 413, "PAYLOAD_TOO_LARGE", {}],
  ])("answers %s by problem details", async (_what, body, status, code, headers) => {
    await expectProblem(predict(body, headers), status, code);
  });

  it("answers whatever bad body with a 4xx and a code, and never with a 5xx", async () => {
    const names = fc.oneof(
      fc.constantFrom("MedInc", "AveRooms", "Latitude", "constructor", "toString"),
      fc.string(),
    );
    const bad = fc.oneof(
      fc.string(),
      fc.json(),
      fc.dictionary(names, fc.jsonValue()).map((body) => JSON.stringify({ ...body, AveOccup: "two" })),
      fc.double().map((value) => JSON.stringify({ ...ROW, MedInc: -Math.abs(value) })),
    );
    await fc.assert(
      fc.asyncProperty(bad, async (body) => {
        const { status, body: answer } = await predict(body);
        expect(status).toBeGreaterThanOrEqual(400);
        expect(status).toBeLessThan(500);
        expect(answer).toMatchObject({ code: expect.stringMatching(/^[A-Z_]+$/), status });
      }),
      { numRuns: 150 },
    );
  });
});

describe("the server's settings hold for /predict as well", () => {
  it("when REST is off, then there is none of its paths", async () => {
    const off = await startServer({ REST: false });
    for (const path of ["/predict", "/openapi.json", "/docs"]) {
      const response = await fetch(off + path, { method: path === "/predict" ? "POST" : "GET" });
      expect(response.status).toBe(404);
    }
  });

  it("when clients have a limit, then requests to /predict count, and the refusal is a problem", async () => {
    server = await startServer({ RATE_LIMIT: 1 });
    expect((await predict(JSON.stringify(ROW))).status).toBe(200);
    await expectProblem(predict(JSON.stringify(ROW)), 429, "TOO_MANY_REQUESTS");
  });
});
