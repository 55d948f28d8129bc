import fastify from "fastify";
import { sendErrorObject } from "../../../../src/inference-protocol/error-object";

const FIELDS = [{ path: "inputs[0]", message: "It must be a tensor." }];

function errorAnswer(extensions: object = {}) {
  return { errors: [{ message: "No such model.", extensions: { code: "NOT_FOUND", ...extensions } }] };
}

/** What a client gets where a handler sends this. */
async function received(url: string, payload: object) {
  const app = fastify();
  app.addHook("preSerialization", sendErrorObject);
  app.get("/*", async () => payload);
  const { headers, body } = await app.inject(url);
  return { type: headers["content-type"], body: JSON.parse(body) };
}

describe("an error of the protocol", () => {
  it.each(["/v2", "/v2/", "/v2?a=1", "/v2/models/linear/infer"])(
    "at %s has a message and a code",
    async (url) => {
      expect(await received(url, errorAnswer())).toEqual({
        // Without a charset: KServe's client compares the whole header.
        type: "application/json",
        body: { error: "No such model.", code: "NOT_FOUND" },
      });
    },
  );

  it("when values are invalid, then it lists them", async () => {
    const { body } = await received("/v2/models/linear/infer", errorAnswer({ fields: FIELDS }));
    expect(body).toEqual({ error: "No such model.", code: "NOT_FOUND", fields: FIELDS });
  });

  it.each(["/v22", "/v", "/graphql", "/x/v2/"])(
    "when the path is another (%s), then it stays as it is",
    async (url) => {
      const answer = errorAnswer();
      expect(await received(url, answer)).toEqual({ type: "application/json; charset=utf-8", body: answer });
    },
  );

  it("when the answer is no error, then it stays as it is", async () => {
    const { body, type } = await received("/v2", { live: true });
    expect([body, type]).toEqual([{ live: true }, "application/json; charset=utf-8"]);
  });
});
