import fastify, { type FastifyInstance } from "fastify";
import { queryTextsOf } from "../../../../src/graphql/query-texts";

let app: FastifyInstance;

beforeEach(() => {
  app = fastify();
  app.route({
    method: ["GET", "POST"],
    url: "/",
    handler: async (request) => ({ texts: queryTextsOf(request) }),
  });
});

const textsOf = async (request: { url?: string; payload?: string }) => {
  const method = request.payload === undefined ? "GET" : "POST";
  const headers = request.payload === undefined ? {} : { "content-type": "application/json" };
  return (await app.inject({ method, url: "/", headers, ...request })).json().texts;
};

describe("the texts of a request", () => {
  it.each([
    ["/", []],
    ["/?other=1", []],
    ["/?query=%7Ba%7D", ["{a}"]],
    ["/?query=&x=1&query=a+b", ["", "a b"]],
    ["/?x=?query=1", []],
  ])("by GET of %s are %j", async (url, texts) => {
    expect(await textsOf({ url })).toEqual(texts);
  });

  it.each([
    ['{"query":"{a}"}', ["{a}"]],
    ['{"query":7}', [7]],
    ['{"query":null}', [null]],
    ["{}", []],
    ["null", []],
    ['"query"', []],
  ])("by POST of %s are %j", async (payload, texts) => {
    expect(await textsOf({ payload })).toEqual(texts);
  });

  it("by POST are not those of the query string, which Apollo does not read", async () => {
    expect(await textsOf({ url: "/?query=a", payload: "{}" })).toEqual([]);
  });
});
