import { Socket } from "node:net";
import fastify, { type FastifyInstance } from "fastify";
import { ModelCatalogue } from "../../../../model/registry/catalogue";
import { buildSchema } from "../../../../schema/build-schema";
import { isJsonRecord } from "../../../../schema/json-record";
import type { Guards } from "../../../../src/graphql/guards/guards";
import { LargeOperations } from "../../../../src/graphql/guards/large-operations";
import { OperationGuard } from "../../../../src/graphql/guards/operation-guard";
import { VariableGuard } from "../../../../src/graphql/guards/variable-guard";
import { answerInfer } from "../../../../src/inference-protocol/infer-answer";
import { sendResult } from "../../../../src/rows/answer-problem";
import { CALIFORNIA } from "../../../support/california";
import { CALIFORNIA_TENSORS } from "../../../support/inference";
import { modelVariant } from "../../../support/model-variants";

let large: LargeOperations;

/** A server that answers inference requests within limits. */
function serverWith({ maxCost = 1e6, maxRows = 20_000, maxAnswerBytes = 1e9 }): FastifyInstance {
  const model = modelVariant("a", 1, 1);
  const catalogue = new ModelCatalogue([model]);
  const schema = buildSchema(CALIFORNIA);
  const operations = new OperationGuard(schema, CALIFORNIA, { maxCost, maxRows });
  const guards: Guards = { operations, variables: new VariableGuard(schema), large, maxAnswerBytes };
  const app = fastify({ bodyLimit: 1e7 });
  app.post("/infer", (request, reply) => {
    const { body } = request;
    if (!isJsonRecord(body)) throw new TypeError("The test sends objects.");
    return sendResult(reply, () => answerInfer(request, reply, body, model, guards, { catalogue }), 400);
  });
  return app;
}

async function infer(app: FastifyInstance, body: object) {
  const {
    statusCode,
    headers,
    body: text,
  } = await app.inject({ method: "POST", url: "/infer", payload: body });
  return { status: statusCode, type: headers["content-type"], body: JSON.parse(text) };
}

/** A request with so many rows; 10,000 prices cost more than 50,000. */
const manyRows = (rows: number) => ({
  outputs: [{ name: "price" }],
  inputs: CALIFORNIA_TENSORS.map(({ name }) => ({
    name,
    datatype: "FP64",
    shape: [rows],
    data: new Array(rows).fill(3),
  })),
});

const LARGE = manyRows(10_000);

/** Another large operation, which has its turn. */
const enterAnother = () => large.enter({ headers: {}, raw: { socket: new Socket() } });

beforeEach(() => {
  large = new LargeOperations();
});

describe("an inference request", () => {
  it("is answered as JSON", async () => {
    expect(await infer(serverWith({}), { inputs: CALIFORNIA_TENSORS, id: "x" })).toMatchObject({
      status: 200,
      type: "application/json; charset=utf-8",
      body: { model_name: "a", id: "x", outputs: [{ name: "price" }, { name: "lower" }, { name: "upper" }] },
    });
  });

  it.each([
    ["a tensor", { inputs: [] }, "inputs"],
    [
      "a value",
      { inputs: [{ ...CALIFORNIA_TENSORS[0], data: [-1] }, ...CALIFORNIA_TENSORS.slice(1)] },
      "MedInc[0]",
    ],
  ])("when %s is wrong, then the problem is told", async (_what, body, path) => {
    expect(await infer(serverWith({}), body)).toMatchObject({
      status: 400,
      body: { errors: [{ extensions: { code: "BAD_USER_INPUT", fields: [{ path }] } }] },
    });
  });

  it("when it has too many rows, then it is refused", async () => {
    const { status, body } = await infer(serverWith({ maxRows: 9_999 }), LARGE);
    expect([status, body.errors[0].extensions.code]).toEqual([400, "BAD_USER_INPUT"]);
  });

  it("when it costs too much, then it is refused", async () => {
    const { status, body } = await infer(serverWith({ maxCost: 100 }), LARGE);
    expect([status, body.errors[0].extensions.code]).toEqual([400, "QUERY_TOO_COSTLY"]);
  });

  it("when its answer would be too large, then it is refused", async () => {
    expect(await infer(serverWith({ maxAnswerBytes: 1000 }), LARGE)).toMatchObject({
      status: 400,
      body: {
        errors: [
          {
            message: "The response would be larger than 1000 bytes. Select fewer fields, or send fewer rows.",
            extensions: { code: "ANSWER_TOO_LARGE" },
          },
        ],
      },
    });
  });

  it("when the request is small, then its answer is not measured", async () => {
    expect((await infer(serverWith({ maxAnswerBytes: 1 }), { inputs: CALIFORNIA_TENSORS })).status).toBe(200);
  });
});

describe("a large inference request", () => {
  it("waits for the turn of another, while a small one does not", async () => {
    const app = serverWith({});
    const leave = await enterAnother();
    let isAnswered = false;
    const answer = infer(app, LARGE).finally(() => {
      isAnswered = true;
    });
    expect((await infer(app, { inputs: CALIFORNIA_TENSORS })).status).toBe(200);
    expect(isAnswered).toBe(false);
    leave();
    expect((await answer).status).toBe(200);
  });

  it.each([
    ["answered", {}, 200],
    ["refused", { maxAnswerBytes: 1000 }, 400],
  ])("when it is %s, then its turn ends", async (_what, limits, status) => {
    expect((await infer(serverWith(limits), LARGE)).status).toBe(status);
    // It would wait for ever.
    await enterAnother();
  });
});
