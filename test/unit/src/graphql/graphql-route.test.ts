import type { ApolloServer } from "@apollo/server";
import fastify, { type FastifyInstance } from "fastify";
import type { GraphQLSchema } from "graphql";
import pino from "pino";
import { ModelCatalogue } from "../../../../model/registry/catalogue";
import { buildSchema } from "../../../../schema/build-schema";
import { loadConfig } from "../../../../src/config";
import { createApollo } from "../../../../src/graphql/apollo";
import { FastPath } from "../../../../src/graphql/compiled/fast-path";
import { ConditionalGet } from "../../../../src/graphql/conditional-get";
import { CsrfPrevention } from "../../../../src/graphql/csrf";
import { useGraphQLRoute } from "../../../../src/graphql/graphql-route";
import { DocumentAdmission } from "../../../../src/graphql/guards/document-admission";
import { LargeOperations } from "../../../../src/graphql/guards/large-operations";
import { OperationGuard } from "../../../../src/graphql/guards/operation-guard";
import { VariableGuard } from "../../../../src/graphql/guards/variable-guard";
import type { RequestContext } from "../../../../src/graphql/request-context";
import { CALIFORNIA } from "../../../support/california";
import { modelVariant } from "../../../support/model-variants";
import { requestContext } from "../../../support/request-context";

const QUERY = "{ modelInfo { name } }";
const DATA = { data: { modelInfo: { name: "a" } } };
const SAFE = { "apollo-require-preflight": "1" };

let schema: GraphQLSchema;
let app: FastifyInstance;
let apollo: ApolloServer<RequestContext>;
let contexts: RequestContext[];

beforeAll(() => {
  schema = buildSchema(CALIFORNIA);
});
afterEach(() => apollo.stop());

/** Starts the route, with or without the fast path. */
async function start({ isFast = false } = {}): Promise<void> {
  const guards = {
    operations: new OperationGuard(schema, CALIFORNIA, { maxCost: 1e6, maxRows: 100 }),
    variables: new VariableGuard(schema),
    large: new LargeOperations(),
    maxAnswerBytes: 1e6,
  };
  const fastPath = isFast ? new FastPath(schema, guards) : undefined;
  const config = loadConfig({});
  const logger = pino({ level: "silent" });
  apollo = createApollo(schema, config, logger, {
    guards,
    countError: () => undefined,
    safelist: undefined,
    fastPath,
  });
  await apollo.start();
  app = fastify();
  contexts = [];
  const csrf = new CsrfPrevention([]);
  const catalogue = new ModelCatalogue([modelVariant("a", 1, 1)]);
  useGraphQLRoute(app, apollo, {
    contextOf: () => {
      const context = requestContext(catalogue);
      contexts.push(context);
      return context;
    },
    admission: new DocumentAdmission(1000),
    fastPath,
    conditionalGet: new ConditionalGet(schema, csrf, false),
    csrf,
    ide: {
      isWanted: ({ headers }) => headers.accept === "text/html",
      send: (reply) => reply.type("text/html").send("<ide>"),
    },
  });
}

const post = (query: string) => app.inject({ method: "POST", url: "/graphql", payload: { query } });
const get = (query: string, headers: Record<string, string> = SAFE) =>
  app.inject({ url: `/graphql?query=${encodeURIComponent(query)}`, headers });

describe("a POST to /graphql", () => {
  beforeEach(() => start());

  it("is answered, and nobody may keep the answer", async () => {
    const { statusCode, headers, ...answer } = await post(QUERY);
    expect([statusCode, answer.json()]).toEqual([200, DATA]);
    expect(headers).toMatchObject({
      "cache-control": "no-store",
      "content-type": "application/json; charset=utf-8",
    });
    expect(headers.etag).toBeUndefined();
  });

  it("when its document is too expensive to check, then it is refused before Apollo parses it", async () => {
    const { statusCode, ...answer } = await post(`{ ${"__typename ".repeat(51)}}`);
    expect([statusCode, answer.json().errors[0].message]).toEqual([
      400,
      expect.stringContaining("more than 50 times in one place"),
    ]);
  });

  it("when a text is no text, then Apollo says so", async () => {
    const answer = await app.inject({ method: "POST", url: "/graphql", payload: { query: 7 } });
    expect([answer.statusCode, answer.json().errors[0].extensions.code]).toEqual([400, "BAD_REQUEST"]);
  });

  it("when the operation took its turn, then that has ended", async () => {
    const end = jest.spyOn(Object.getPrototypeOf(requestContext(new ModelCatalogue([])).turn), "end");
    await post(QUERY);
    expect(end.mock.contexts).toContain(contexts[0].turn);
    end.mockRestore();
  });
});

describe("a GET of /graphql", () => {
  beforeEach(() => start());

  it("is answered with a tag, by which it is asked again", async () => {
    const first = await get(QUERY);
    expect([first.statusCode, first.json()]).toEqual([200, DATA]);
    expect(first.headers["cache-control"]).toBe("public, max-age=5, must-revalidate");
    const again = await get(QUERY, { ...SAFE, "if-none-match": String(first.headers.etag) });
    expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, "", first.headers.etag]);
  });

  it("when there are errors, then nobody may keep the answer", async () => {
    const { statusCode, headers } = await get("{ unknown }");
    expect([statusCode, headers.etag, headers["cache-control"]]).toEqual([400, undefined, "no-store"]);
  });

  it("when another page may have sent it, then it is refused", async () => {
    expect((await get(QUERY, {})).statusCode).toBe(400);
  });

  it("when a browser wants the page, then it is the IDE", async () => {
    const { body, headers } = await get(QUERY, { accept: "text/html" });
    expect([body, headers["content-type"]]).toEqual(["<ide>", "text/html"]);
  });

  it("by a document id is one of a persisted query", async () => {
    const answer = await app.inject({ url: "/graphql?documentId=sha256:abc", headers: SAFE });
    expect(answer.json().errors[0].extensions.code).toBe("PERSISTED_QUERY_NOT_FOUND");
  });

  it("has no HEAD", async () => {
    expect((await app.inject({ method: "HEAD", url: "/graphql" })).statusCode).toBe(404);
  });
});

describe("a frequent operation", () => {
  it("is answered without Apollo, in the same way", async () => {
    await start({ isFast: true });
    const first = await post(QUERY);
    const execute = jest.spyOn(apollo, "executeHTTPGraphQLRequest");
    let last = await post(QUERY);
    for (let time = 0; time < 20 && execute.mock.calls.length > 0; time++) {
      execute.mockClear();
      last = await post(QUERY);
    }
    expect(execute).not.toHaveBeenCalled();
    expect([last.statusCode, last.body.trim()]).toEqual([200, first.body.trim()]);
    for (const name of ["content-type", "cache-control"])
      expect(last.headers[name]).toBe(first.headers[name]);
  });
});
