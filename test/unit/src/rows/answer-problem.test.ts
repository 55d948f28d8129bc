import fastify from "fastify";
import { GraphQLError } from "graphql";
import { InputProblem } from "../../../../schema/invalid-input.error";
import { sendResult } from "../../../../src/rows/answer-problem";

const FIELDS = [{ path: "rooms", message: "rooms must be a number." }];

/** What a client gets where this is computed. */
async function received(answer: () => unknown, badInput?: number) {
  const app = fastify();
  app.get("/", (_request, reply) => sendResult(reply, answer, badInput));
  const { statusCode, headers, body } = await app.inject("/");
  return { status: statusCode, headers, body: JSON.parse(body) };
}

function failing(extensions: Record<string, unknown>) {
  return () => {
    throw new GraphQLError("It failed.", { extensions });
  };
}

describe("a result", () => {
  it.each([
    ["at once", () => ({ price: 2 })],
    ["later", async () => ({ price: 2 })],
  ])("when it is there %s, then it is sent", async (_when, answer) => {
    expect(await received(answer)).toMatchObject({ status: 200, body: { price: 2 } });
  });
});

describe("an invalid input", () => {
  it.each([
    [undefined, 422],
    [400, 400],
  ])("when the status %s is asked for, then it has %d and the fields", async (asked, status) => {
    expect(await received(() => new InputProblem("Wrong.", FIELDS), asked)).toMatchObject({
      status,
      body: { errors: [{ message: "Wrong.", extensions: { code: "BAD_USER_INPUT", fields: FIELDS } }] },
    });
  });
});

describe("an error of GraphQL", () => {
  it("has the status and the headers that it names, which are not in the body", async () => {
    const http = { status: 503, headers: new Map([["retry-after", "1"]]) };
    const { status, headers, body } = await received(failing({ code: "OVERLOADED", http }));
    expect([status, headers["retry-after"], body]).toEqual([
      503,
      "1",
      { errors: [{ message: "It failed.", extensions: { code: "OVERLOADED" } }] },
    ]);
  });

  it.each([[undefined], [null], ["503"], [{}], [{ status: "503", headers: { a: "b" } }]])(
    "when it says of HTTP %j, then it has the status of an invalid input",
    async (http) => {
      const { status, headers } = await received(failing({ code: "OVERLOADED", http }), 418);
      expect([status, headers.a]).toEqual([418, undefined]);
    },
  );

  it("when it names no status, then its headers are sent all the same", async () => {
    const { status, headers } = await received(failing({ http: { headers: new Map([["a", "b"]]) } }));
    expect([status, headers.a]).toEqual([422, "b"]);
  });
});

it("when something else fails, then it is the server's failure", async () => {
  const { status } = await received(() => {
    throw new TypeError("A bug.");
  });
  expect(status).toBe(500);
});
