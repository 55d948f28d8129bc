import fastify, { type FastifyInstance } from "fastify";
import { ModelCatalogue } from "../../../../model/registry/catalogue";
import { buildSchema } from "../../../../schema/build-schema";
import { LargeOperations } from "../../../../src/graphql/guards/large-operations";
import { OperationGuard } from "../../../../src/graphql/guards/operation-guard";
import { VariableGuard } from "../../../../src/graphql/guards/variable-guard";
import { useInferenceProtocol } from "../../../../src/inference-protocol/inference-protocol";
import { SERVER_METADATA } from "../../../../src/inference-protocol/metadata";
import { CALIFORNIA } from "../../../support/california";
import { CALIFORNIA_TENSORS } from "../../../support/inference";
import { modelVariant } from "../../../support/model-variants";

let app: FastifyInstance;
let catalogue: ModelCatalogue;
let draining: boolean;

beforeEach(() => {
  const schema = buildSchema(CALIFORNIA);
  const guards = {
    operations: new OperationGuard(schema, CALIFORNIA, { maxCost: 1e6, maxRows: 100 }),
    variables: new VariableGuard(schema),
    large: new LargeOperations(),
    maxAnswerBytes: 1e6,
  };
  const models = [1, 2, 10].map((version) => modelVariant("a", version, 1));
  catalogue = new ModelCatalogue(models, { pins: new Map([["a", 2]]) });
  draining = false;
  app = fastify();
  app.decorate("draining", { getter: () => draining });
  useInferenceProtocol(
    app,
    guards,
    () => catalogue,
    () => ({ catalogue }),
  );
});

/** The status and the body of an answer. */
async function get(path: string) {
  const answer = await app.inject(path);
  return [answer.statusCode, answer.json()];
}

async function infer(path: string, payload: object | string) {
  const headers = { "content-type": "application/json" };
  const answer = await app.inject({ method: "POST", url: path, headers, payload });
  return [answer.statusCode, answer.json(), answer.headers["cache-control"]];
}

const withoutModels = () => new ModelCatalogue([], { table: CALIFORNIA });

describe("the server", () => {
  it.each(["/v2", "/v2/"])("tells its metadata: %s", async (path) => {
    expect(await get(path)).toEqual([200, SERVER_METADATA]);
  });

  it("is ready while it has models and does not drain, and is live in any case", async () => {
    expect(await get("/v2/health/ready")).toEqual([200, { live: true, ready: true }]);
    draining = true;
    expect(await get("/v2/health/ready")).toEqual([400, { live: true, ready: false }]);
    draining = false;
    catalogue = withoutModels();
    expect(await get("/v2/health/ready")).toEqual([400, { live: true, ready: false }]);
    expect(await get("/v2/health/live")).toEqual([200, { live: true }]);
  });
});

describe("a model", () => {
  it("tells its metadata, of any version", async () => {
    for (const path of ["/v2/models/a", "/v2/models/a/versions/10"]) {
      expect(await get(path)).toEqual([
        200,
        expect.objectContaining({ name: "a", versions: ["1", "2", "10"] }),
      ]);
    }
  });

  it("is ready while the server does not drain", async () => {
    expect(await get("/v2/models/a/ready")).toEqual([200, { name: "a", ready: true }]);
    draining = true;
    expect(await get("/v2/models/a/versions/1/ready")).toEqual([400, { name: "a", ready: false }]);
  });

  it.each([
    ["b", "There is no model b. Available: a@1, a@2, a@10."],
    ["a/versions/3", "There is no model a@3. Available: a@1, a@2, a@10."],
    ["a/versions/0", "The version of a model is a number, such as 1."],
    ["a/versions/01", "The version of a model is a number, such as 1."],
    ["a/versions/1.0", "The version of a model is a number, such as 1."],
    ["a/versions/1234567890", "The version of a model is a number, such as 1."],
    ["a/versions/x1", "The version of a model is a number, such as 1."],
  ])("when there is none at %s, then that is told", async (path, error) => {
    expect(await get(`/v2/models/${path}`)).toEqual([404, { error, code: "NOT_FOUND" }]);
    expect((await infer(`/v2/models/${path}/infer`, {})).slice(0, 2)).toEqual([
      404,
      { error, code: "NOT_FOUND" },
    ]);
  });

  it("when there is no model at all, then the server is unavailable", async () => {
    catalogue = withoutModels();
    expect(await get("/v2/models/a")).toEqual([
      503,
      { error: expect.any(String), code: "MODEL_UNAVAILABLE" },
    ]);
  });
});

describe("an inference", () => {
  const BODY = { inputs: CALIFORNIA_TENSORS };

  it.each([
    ["/v2/models/a/infer", "2"],
    ["/v2/models/a/versions/1/infer", "1"],
    ["/v2/models/a/versions/10/infer", "10"],
  ])("at %s is that of version %s, and nobody may keep it", async (path, version) => {
    expect(await infer(path, BODY)).toEqual([
      200,
      expect.objectContaining({ model_name: "a", model_version: version }),
      "no-store",
    ]);
  });

  it("when its content has no type, then it is JSON", async () => {
    const payload = Buffer.from(JSON.stringify(BODY));
    const answer = await app.inject({ method: "POST", url: "/v2/models/a/infer", payload });
    expect(answer.statusCode).toBe(200);
  });

  it.each(["[]", "7", "null"])("when its body is no object, then it is refused: %s", async (body) => {
    expect((await infer("/v2/models/a/infer", body)).slice(0, 2)).toEqual([
      400,
      { error: "The body must be a JSON object: an inference request.", code: "BAD_USER_INPUT", fields: [] },
    ]);
  });

  it("when it is invalid, then its problem is told with the protocol's status", async () => {
    expect((await infer("/v2/models/a/infer", {})).slice(0, 2)).toEqual([
      400,
      {
        error: "inputs must be an array of tensors, one per column.",
        code: "BAD_USER_INPUT",
        fields: [{ path: "inputs", message: "inputs must be an array of tensors, one per column." }],
      },
    ]);
  });
});
