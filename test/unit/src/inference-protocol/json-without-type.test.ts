import fastify, { type FastifyInstance } from "fastify";
import { useJsonWithoutType } from "../../../../src/inference-protocol/json-without-type";

let app: FastifyInstance;

beforeEach(() => {
  app = fastify();
  app.post("/infer", { onRequest: useJsonWithoutType }, async ({ body }) => ({ body }));
});

const post = (headers: Record<string, string>) =>
  app.inject({ method: "POST", url: "/infer", headers, payload: Buffer.from('{"id":"1"}') });

describe("a body without a content type", () => {
  it("when no page sent it, then it is JSON", async () => {
    const answer = await post({});
    expect([answer.statusCode, answer.json()]).toEqual([200, { body: { id: "1" } }]);
  });

  it("when a page of a browser sent it, then it is refused", async () => {
    expect((await post({ origin: "https://evil.example" })).statusCode).toBe(415);
  });

  it("when it has a type after all, then that counts", async () => {
    const answer = await post({ "content-type": "text/plain" });
    expect(answer.json()).toEqual({ body: '{"id":"1"}' });
  });
});

it("when the body is binary, then it is refused, whatever its type", async () => {
  const answer = await post({ "content-type": "application/json", "inference-header-content-length": "10" });
  expect([answer.statusCode, answer.json()]).toEqual([
    415,
    {
      errors: [
        {
          message: "Binary tensor data is not supported: send the data as JSON.",
          extensions: { code: "UNSUPPORTED_MEDIA_TYPE" },
        },
      ],
    },
  ]);
});
