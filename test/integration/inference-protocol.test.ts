import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { ModelCatalogue } from "../../model/registry/catalogue";
import { catalogueOf, EVERY_TYPE, tableOf } from "../support/every-type";
import { ask, dataOf } from "../support/graphql-request";
import { askV2, CALIFORNIA_TENSORS as INPUTS, outputOf, type TensorBody } from "../support/inference";
import { startServer } from "../support/server";
import { temporaryDirectory } from "../support/temporary-directory";
import { createTestApp, metricsOf } from "../support/test-app";

jest.mock("../../model/estimators/kinds", () => {
  const { ESTIMATOR_KINDS } = jest.requireActual("../../model/estimators/kinds");
  return { ESTIMATOR_KINDS: [...ESTIMATOR_KINDS, jest.requireActual("../support/weights-kind").weights] };
});

const ON = { INFERENCE_PROTOCOL: true };

/** A guide's row predicted by the guide's model, linear@1. */
const PRICE = 1.9273953332694993;

let server: string;

beforeAll(async () => {
  server = await startServer(ON);
});

const infer = (body: object | string, path = "/models/linear/versions/1/infer") => askV2(server, path, body);

/** Tensors whose first one is changed. */
const withFirst = (change: object) => [{ ...INPUTS[0], ...change }, ...INPUTS.slice(1)];

/** The texts of the headings are the endpoints of the specification's table. */
describe("GET v2/health/live", () => {
  it("tells that the server is live", async () => {
    expect(await askV2(server, "/health/live")).toMatchObject({ status: 200, body: { live: true } });
  });
});

describe("GET v2/health/ready", () => {
  it("is 200 if all models can answer", async () => {
    const { status, body } = await askV2(server, "/health/ready");
    expect({ status, body }).toEqual({ status: 200, body: { live: true, ready: true } });
  });

  it("is a 4xx if there is no model", async () => {
    const { table } = catalogueOf(tableOf(EVERY_TYPE));
    const empty = await startServer(ON, new ModelCatalogue([], { table }));
    expect(await askV2(empty, "/health/ready")).toMatchObject({ status: 400, body: { ready: false } });
    expect(await askV2(empty, "/models/weights/infer", { inputs: [] })).toMatchObject({
      status: 503,
      body: { code: "MODEL_UNAVAILABLE", error: expect.any(String) },
    });
  });
});

describe("GET v2", () => {
  it.each(["", "/"])("tells name, version and extensions of the server: v2%s", async (path) => {
    const { status, body } = await askV2(server, path);
    expect(status).toBe(200);
    expect(body).toEqual({
      name: expect.any(String),
      version: expect.stringMatching(/^\d+\./),
      extensions: [],
    });
  });
});

describe("GET v2/models/<model_name>[/versions/<model_version>]", () => {
  it("tells name, versions, platform, inputs and outputs of a model", async () => {
    const { status, body } = await askV2(server, "/models/linear/versions/1");
    expect(status).toBe(200);
    expect(body).toEqual({
      name: "linear",
      versions: ["1", "2"],
      platform: "house-price-graphql_json",
      inputs: ["MedInc", "AveRooms", "AveOccup"].map((name) => ({ name, datatype: "FP64", shape: [-1] })),
      outputs: ["price", "lower", "upper"].map((name) => ({ name, datatype: "FP64", shape: [-1] })),
    });
  });

  it("names the datatypes of the protocol for columns of every type", async () => {
    const every = await startServer(ON, catalogueOf(tableOf(EVERY_TYPE)));
    const { body } = await askV2(every, "/models/weights");
    expect(body.inputs).toEqual(
      [
        ["Area", "FP64"],
        ["Rooms", "INT64"],
        ["Built", "INT64"],
        ["Garden", "BOOL"],
        ["Sold", "BYTES"],
        ["Style", "BYTES"],
        ["Garage", "BYTES"],
        ["Place", "BYTES"],
      ].map(([name, datatype]) => ({ name, datatype, shape: [-1] })),
    );
  });

  it.each(["/models/none", "/models/linear/versions/9", "/models/linear/versions/x", "/models/Linear"])(
    "is an error object for %s: names are case-sensitive",
    async (path) => {
      for (const [end, body] of [
        ["", undefined],
        ["/ready", undefined],
        ["/infer", { inputs: INPUTS }],
      ] as const) {
        const answer = await askV2(server, path + end, body);
        expect(answer).toMatchObject({ status: 404, body: { code: "NOT_FOUND", error: expect.any(String) } });
      }
    },
  );
});

describe("GET v2/models/<model_name>[/versions/<model_version>]/ready", () => {
  it.each(["/models/linear/ready", "/models/linear/versions/2/ready"])("is 200 for %s", async (path) => {
    const { status, body } = await askV2(server, path);
    expect({ status, body }).toEqual({ status: 200, body: { name: "linear", ready: true } });
  });
});

describe("POST v2/models/<model_name>[/versions/<model_version>]/infer", () => {
  it("predicts, and returns the id of the request with all outputs", async () => {
    const { status, headers, body } = await infer({ id: "42", inputs: INPUTS });
    expect(status).toBe(200);
    expect(headers.get("content-type")).toMatch(/^application\/json/);
    expect(body).toEqual({
      model_name: "linear",
      model_version: "1",
      id: "42",
      outputs: ["price", "lower", "upper"].map((name) => ({
        name,
        datatype: "FP64",
        shape: [1],
        data: [expect.any(Number)],
      })),
    });
  });

  it("gives the price and the interval that GraphQL gives", async () => {
    const answer = await infer({ inputs: INPUTS });
    expect(outputOf(answer, "price")).toEqual([PRICE]);
    const query = `{ predictHousePrice(input: {medInc: 3.5, aveRooms: 5, aveOccup: 2}, model: {name: "linear", version: 1}) {
      interval { lower upper } narrow: interval(coverage: 0.5) { lower upper } } }`;
    const { predictHousePrice } = dataOf<{
      predictHousePrice: Record<"interval" | "narrow", { lower: number; upper: number }>;
    }>(await ask(server, query));
    const interval = (of: typeof answer) => ({
      lower: outputOf(of, "lower")[0],
      upper: outputOf(of, "upper")[0],
    });
    expect(interval(answer)).toEqual(predictHousePrice.interval);
    const narrow = await infer({ inputs: INPUTS, parameters: { coverage: 0.5 } });
    expect(interval(narrow)).toEqual(predictHousePrice.narrow);
  });

  it("chooses the version if the URL names none", async () => {
    const inputs = [
      ...INPUTS,
      ...["HouseAge", "AveBedrms", "Population", "Latitude", "Longitude"].map((name, i) => ({
        name,
        shape: [1],
        datatype: "FP64",
        data: [[20, 1, 1000, 35, -119][i]],
      })),
    ];
    const { body } = await infer({ inputs }, "/models/linear/infer");
    expect(body).toMatchObject({ model_name: "linear", model_version: "2" });
  });

  it("returns the requested outputs alone, in their order", async () => {
    const { body } = await infer({ inputs: INPUTS, outputs: [{ name: "upper" }, { name: "price" }] });
    expect(body.outputs?.map(({ name }) => name)).toEqual(["upper", "price"]);
    const all = await infer({ inputs: INPUTS, outputs: [] });
    expect(all.body.outputs).toHaveLength(3);
  });

  it("accepts parameters of the request, of inputs and of outputs that it does not know", async () => {
    const parameters = { priority: 1, binary_data: true, content_type: "np" };
    const inputs = INPUTS.map((input) => ({ ...input, parameters }));
    const outputs = [{ name: "price", parameters }];
    expect(outputOf(await infer({ inputs, outputs, parameters }), "price")).toEqual([PRICE]);
  });

  it("has no id in its answer if the request has none", async () => {
    expect((await infer({ inputs: INPUTS })).body).not.toHaveProperty("id");
    expect((await infer({ id: null, inputs: INPUTS })).body).not.toHaveProperty("id");
  });

  it("is not stored by caches", async () => {
    expect((await infer({ inputs: INPUTS })).headers.get("cache-control")).toBe("no-store");
  });
});

describe("tensor data", () => {
  const rows = (shape: readonly number[], wrap: (value: number) => unknown): TensorBody[] =>
    INPUTS.map(({ name }, i) => ({
      name,
      shape,
      datatype: "FP64",
      data: [0, 1].map((row) =>
        wrap(
          [
            [3.5, 5, 2],
            [8, 6, 3],
          ][row][i],
        ),
      ),
    }));

  it.each<[what: string, inputs: TensorBody[]]>([
    ["of shape [n]", rows([2], (value) => value)],
    ["of shape [n, 1], flattened", rows([2, 1], (value) => value)],
    ["of shape [n, 1], nested", rows([2, 1], (value) => [value])],
  ])("%s is read in row-major order", async (_what, inputs) => {
    const prices = outputOf(await infer({ inputs }), "price");
    expect(prices).toHaveLength(2);
    expect(prices[0]).toBe(PRICE);
    expect(prices[1]).toBeGreaterThan(PRICE);
  });

  it.each(["FP64", "FP32", "FP16", "INT64", "INT32", "INT16", "INT8", "UINT64", "UINT32", "UINT16", "UINT8"])(
    "of the datatype %s is accepted for a column of numbers",
    async (datatype) => {
      const inputs = withFirst({ datatype, data: [4] });
      expect((await infer({ inputs })).status).toBe(200);
    },
  );

  it("of categories, dates and whole numbers gives what GraphQL gives, and null is a missing value", async () => {
    const every = await startServer(ON, catalogueOf(tableOf(EVERY_TYPE)));
    const tensor = (name: string, datatype: string, ...data: unknown[]) => ({
      name,
      shape: [2],
      datatype,
      data,
    });
    const inputs = [
      tensor("Area", "FP32", 70.5, 100),
      tensor("Rooms", "INT32", 3, null),
      tensor("Built", "INT64", 1999, 1850),
      tensor("Garden", "BOOL", true, null),
      tensor("Sold", "BYTES", "2020-02-29", null),
      tensor("Style", "BYTES", "semi-detached", "__proto__"),
      tensor("Garage", "BYTES", "one car", null),
      tensor("Place", "BYTES", "Place 7", "Atlantis"),
    ];
    const query = `{ predictHousePrices(inputs: [
      {area: 70.5, rooms: 3, built: 1999, garden: true, sold: "2020-02-29", style: SEMI_DETACHED, garage: ONE_CAR, place: "Place 7"},
      {area: 100, built: 1850, style: PROTO, place: "Atlantis"}]) { ... on HousePricePrediction { predictedHousePrice } } }`;
    const { predictHousePrices } = dataOf<{ predictHousePrices: { predictedHousePrice: number }[] }>(
      await ask(every, query),
    );
    const answer = await askV2(every, "/models/weights/infer", { inputs });
    expect(outputOf(answer, "price")).toEqual(
      predictHousePrices.map(({ predictedHousePrice }) => predictedHousePrice),
    );
  });
});

describe("a request that is invalid", () => {
  it.each<[what: string, body: object | string, says: RegExp]>([
    ["malformed JSON", '{"inputs": [', /JSON/],
    ["an array", "[]", /must be a JSON object/],
    ["no inputs", {}, /inputs must be an array/],
    ["an empty list of inputs", { inputs: [] }, /inputs must be an array/],
    ["an input that is no object", { inputs: [1] }, /inputs\[0\] must be a tensor/],
    ["an unknown tensor", { inputs: withFirst({ name: "Pool" }) }, /no column Pool\. There are MedInc/],
    ["the name of a prototype", { inputs: withFirst({ name: "__proto__" }) }, /not valid JSON/],
    ["a tensor called constructor", { inputs: withFirst({ name: "constructor" }) }, /no column constructor/],
    ["a tensor twice", { inputs: [...INPUTS, INPUTS[0]] }, /more than one tensor MedInc/],
    ["a missing tensor", { inputs: INPUTS.slice(1) }, /needs a tensor MedInc/],
    [
      "tensors of different lengths",
      { inputs: withFirst({ shape: [2], data: [1, 2] }) },
      /MedInc has 2, AveRooms has 1/,
    ],
    ["more data than its shape", { inputs: withFirst({ data: [1, 2] }) }, /must have 1 elements.*it has 2/],
    ["less data than its shape", { inputs: withFirst({ shape: [1e9] }) }, /must have 1000000000 elements/],
    ["a huge second dimension", { inputs: withFirst({ shape: [1, 1e9] }) }, /shape of MedInc/],
    ["a negative shape", { inputs: withFirst({ shape: [-1] }) }, /shape of MedInc/],
    ["a shape that is no number", { inputs: withFirst({ shape: ["1"] }) }, /shape of MedInc/],
    ["no shape", { inputs: withFirst({ shape: undefined }) }, /shape of MedInc/],
    ["a shape of three dimensions", { inputs: withFirst({ shape: [1, 1, 1] }) }, /shape of MedInc/],
    ["data that is no array", { inputs: withFirst({ data: "3.5" }) }, /data of MedInc must be an array/],
    ["a text as a number", { inputs: withFirst({ data: ["3.5"] }) }, /MedInc\[0\] must be a number/],
    ["a fraction as INT64", { inputs: withFirst({ datatype: "INT64" }) }, /of the tensor's datatype/],
    ["300 as UINT8", { inputs: withFirst({ datatype: "UINT8", data: [300] }) }, /of the tensor's datatype/],
    ["nested data of two elements", { inputs: withFirst({ shape: [1, 1], data: [[1, 2]] }) }, /MedInc\[0\]/],
    ["nested data of shape [n]", { inputs: withFirst({ data: [[1]] }) }, /MedInc\[0\]/],
    [
      "a null for a value that is needed",
      { inputs: withFirst({ data: [null] }) },
      /Row 0: A value is required/,
    ],
    [
      "a value outside its domain",
      { inputs: withFirst({ data: [-1] }) },
      /Row 0: MedInc must be .*greater than 0/,
    ],
    ["an unknown datatype", { inputs: withFirst({ datatype: "FP8" }) }, /datatype of MedInc must be FP64/],
    [
      "a datatype of lower case",
      { inputs: withFirst({ datatype: "fp64" }) },
      /datatype of MedInc must be FP64/,
    ],
    ["BYTES for a number", { inputs: withFirst({ datatype: "BYTES", data: ["a"] }) }, /datatype of MedInc/],
    [
      "binary data",
      { inputs: withFirst({ data: undefined, parameters: { binary_data_size: 8 } }) },
      /Binary tensor data/,
    ],
    ["parameters that are no object", { inputs: INPUTS, parameters: 1 }, /parameters must be an object/],
    ["a coverage of 2", { inputs: INPUTS, parameters: { coverage: 2 } }, /coverage must be a number/],
    ["a number as id", { id: 42, inputs: INPUTS }, /id must be a string/],
    ["an id of 10,000 characters", { id: "x".repeat(10_000), inputs: INPUTS }, /id must be a string/],
    [
      "an unknown output",
      { inputs: INPUTS, outputs: [{ name: "prize" }] },
      /no output "prize"\. There are price/,
    ],
    ["an output twice", { inputs: INPUTS, outputs: [{ name: "price" }, { name: "price" }] }, /twice/],
    ["outputs that are no array", { inputs: INPUTS, outputs: "price" }, /outputs must be an array/],
    ["an output without a name", { inputs: INPUTS, outputs: [{}] }, /no output/],
  ])("is an error object with status 400: %s", async (what, body, says) => {
    const sent = what.includes("prototype") ? '{"inputs": [], "__proto__": {"inputs": []}}' : body;
    const { status, body: answer, text } = await infer(sent);
    expect(answer.error).toMatch(says);
    expect({ status, code: answer.code }).toEqual({ status: 400, code: expect.stringMatching(/^BAD_/) });
    expect(text.length).toBeLessThan(5000);
  });

  it("names the rows that are invalid, up to twenty", async () => {
    const data = Array.from({ length: 1000 }, (_, row) => (row < 3 ? 1 : -1));
    const inputs = INPUTS.map((input) => ({ ...input, shape: [1000], data: data.map(Math.abs) }));
    const { status, body } = await infer({ inputs: [{ ...inputs[0], data }, ...inputs.slice(1)] });
    expect(status).toBe(400);
    expect(body.fields).toHaveLength(20);
    expect(body.fields?.[0].path).toBe("MedInc[3]");
  });

  it("is never a failure of the server, whatever it is", async () => {
    const leaf = fc.oneof(fc.constantFrom(-1, 1e9, 2 ** 53, "MedInc", "FP64", "constructor"), fc.jsonValue());
    const tensor = fc.record(
      {
        name: fc.oneof(fc.constantFrom("MedInc", "toString"), leaf),
        shape: fc.oneof(fc.array(leaf), leaf),
        datatype: leaf,
        data: leaf,
        parameters: leaf,
      },
      { requiredKeys: [] },
    );
    const bad = fc.oneof(
      fc.string(),
      fc.json(),
      fc
        .record(
          { id: leaf, inputs: fc.oneof(fc.array(fc.oneof(tensor, leaf)), leaf), outputs: leaf },
          { requiredKeys: [] },
        )
        .map((body) => JSON.stringify(body)),
    );
    await fc.assert(
      fc.asyncProperty(bad, async (body) => {
        const { status, body: answer } = await infer(body);
        expect(status).toBeGreaterThanOrEqual(400);
        expect(status).toBeLessThan(500);
        expect(answer).toMatchObject({ error: expect.any(String), code: expect.stringMatching(/^[A-Z_]+$/) });
      }),
      { numRuns: 150 },
    );
  });
});

describe("a path that the protocol does not have", () => {
  it.each([
    ["/models", 404, "NOT_FOUND"],
    ["/models/linear/config?x=1", 404, "NOT_FOUND"],
    ["/models/linear/infer", 405, "METHOD_NOT_ALLOWED"],
  ])("is an error object as well: GET /v2%s", async (path, status, code) => {
    expect(await askV2(server, path)).toMatchObject({ status, body: { code, error: expect.any(String) } });
  });

  it("has the form of GraphQL elsewhere", async () => {
    const response = await fetch(`${server}/v2x`);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "NOT_FOUND" } }] });
  });
});

describe("what clients send", () => {
  it("may be without a Content-Type, as KServe's client sends it, but not from a web page", async () => {
    const path = "/models/linear/versions/1/infer";
    const untyped = await askV2(server, path, { id: "1", inputs: INPUTS }, {});
    expect(outputOf(untyped, "price")).toEqual([PRICE]);
    for (const headers of [{ origin: "https://example.org" }, { "content-type": "text/plain" }]) {
      const answer = await askV2(server, path, { inputs: INPUTS }, headers as Record<string, string>);
      expect(answer).toMatchObject({ status: 415, body: { code: "UNSUPPORTED_MEDIA_TYPE" } });
    }
  });

  it("is refused with a hint if it is Triton's binary extension", async () => {
    const headers = { "content-type": "application/octet-stream", "inference-header-content-length": "10" };
    const answer = await askV2(server, "/models/linear/infer", "{}", headers);
    expect(answer).toMatchObject({
      status: 415,
      body: { code: "UNSUPPORTED_MEDIA_TYPE", error: expect.stringMatching(/send the data as JSON/) },
    });
  });
});

describe("the server's settings hold for /v2 as well", () => {
  it("when INFERENCE_PROTOCOL is off, then there is none of its paths", async () => {
    const off = await startServer();
    for (const path of ["", "/health/live", "/models/linear"])
      expect((await askV2(off, path)).status).toBe(404);
  });

  it("when a batch has more rows than MAX_BATCH_SIZE, or costs too much, then it is refused", async () => {
    const inputs = INPUTS.map((input) => ({ ...input, shape: [11], data: Array(11).fill(3) }));
    const path = "/models/linear/versions/1/infer";
    const short = await startServer({ ...ON, MAX_BATCH_SIZE: 10 });
    const long = await askV2(short, path, { inputs });
    expect(long).toMatchObject({
      status: 400,
      body: { code: "BAD_USER_INPUT", error: expect.stringMatching(/at most 10 rows/) },
    });
    const cheap = await startServer({ ...ON, MAX_QUERY_COST: 200 });
    expect(await askV2(cheap, path, { inputs })).toMatchObject({
      status: 400,
      body: { code: "QUERY_TOO_COSTLY" },
    });
    const prices = await askV2(cheap, path, { inputs, outputs: [{ name: "price" }] });
    expect(prices.status).toBe(200);
  });

  it("when an answer is larger than MAX_ANSWER_BYTES, then it is refused", async () => {
    const small = await startServer({ ...ON, MAX_ANSWER_BYTES: 1000 });
    const inputs = INPUTS.map((input) => ({ ...input, shape: [5000], data: Array(5000).fill(3) }));
    const answer = await askV2(small, "/models/linear/versions/1/infer", { inputs });
    expect(answer).toMatchObject({ status: 400, body: { code: "ANSWER_TOO_LARGE" } });
  });

  it("when a body is too large, then it is refused", async () => {
    const answer = await infer({ inputs: [{ ...INPUTS[0], data: "x".repeat(2_000_000) }] });
    expect(answer).toMatchObject({
      status: 413,
      body: { code: "PAYLOAD_TOO_LARGE", error: expect.any(String) },
    });
  });

  it("when the server has API keys, then all but health needs one", async () => {
    const file = join(await temporaryDirectory(), "keys");
    await writeFile(file, `a:${createHash("sha256").update("secret").digest("hex")}\n`);
    const keyed = await startServer({ ...ON, API_KEYS_FILE: file });
    expect((await askV2(keyed, "/health/ready")).status).toBe(200);
    expect(await askV2(keyed, "/models/linear")).toMatchObject({
      status: 401,
      body: { code: "UNAUTHENTICATED" },
    });
    const refused = await askV2(keyed, "/models/linear/versions/1/infer", { inputs: INPUTS });
    expect(refused).toMatchObject({ status: 401, body: { error: expect.any(String) } });
    const headers = { "content-type": "application/json", "x-api-key": "secret" };
    expect((await askV2(keyed, "/models/linear/versions/1/infer", { inputs: INPUTS }, headers)).status).toBe(
      200,
    );
  });

  it("when clients have a limit, then requests count, and the refusal is an error object", async () => {
    const limited = await startServer({ ...ON, RATE_LIMIT: 1 });
    expect((await askV2(limited, "/models/linear")).status).toBe(200);
    expect(await askV2(limited, "/models/linear")).toMatchObject({
      status: 429,
      body: { code: "TOO_MANY_REQUESTS" },
    });
  });

  it("when the server drains, then it is live but not ready, and still predicts", async () => {
    const app = await createTestApp({ INFERENCE_PROTOCOL: "true" });
    await app.ready();
    app.beginDrain();
    const statusOf = async (url: string) => (await app.inject(`/v2${url}`)).statusCode;
    expect(await statusOf("/health/live")).toBe(200);
    expect(await statusOf("/health/ready")).toBe(400);
    expect(await statusOf("/models/linear/ready")).toBe(400);
    const url = "/v2/models/linear/versions/1/infer";
    expect((await app.inject({ method: "POST", url, payload: { inputs: INPUTS } })).statusCode).toBe(200);
    await app.close();
  });

  it("when rows are predicted, then the metrics count them, and errors", async () => {
    const app = await createTestApp({ INFERENCE_PROTOCOL: "true" });
    const url = "/v2/models/linear/versions/1/infer";
    await app.inject({ method: "POST", url, payload: { inputs: INPUTS } });
    await app.inject({ method: "POST", url, payload: {} });
    const metrics = await metricsOf(app);
    expect(metrics.get('house_price_predictions_total{model="linear",version="1"}')).toBe(1);
    expect(metrics.get('house_price_errors_total{code="BAD_USER_INPUT"}')).toBe(1);
    const route = "/v2/models/:name/versions/:version/infer";
    expect(metrics.get(`house_price_request_duration_seconds_count{operation="${route}",status="200"}`)).toBe(
      1,
    );
    await app.close();
  });
});
