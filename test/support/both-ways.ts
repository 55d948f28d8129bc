import { Agent, type IncomingHttpHeaders, request } from "node:http";
import { text } from "node:stream/consumers";
import { ApolloServer } from "@apollo/server";
import type { FastifyInstance } from "fastify";
import type { ModelCatalogue } from "../../model/registry/catalogue";
import { createApp } from "../../src/app";
import { loadConfig } from "../../src/config";
import { committedCatalogue, PATIENT } from "./server";

export type Body = { readonly query: string; readonly [key: string]: unknown };

/** Two servers that differ in one thing: whether they compile operations. */
export interface BothWays {
  readonly compiling: FastifyInstance;
  readonly plain: FastifyInstance;
  /** Asks both, expects the same answer, and tells whether Apollo had no part in the first one's. */
  compare(body: Body, headers?: Record<string, string>): Promise<boolean>;
}

/**
 * Sets both up before the tests of a file.
 *
 * @param models - what they serve; without it, the committed models
 */
export function bothWays(
  models: () => Promise<ModelCatalogue> | ModelCatalogue = committedCatalogue,
): BothWays {
  const executeByApollo = jest.spyOn(ApolloServer.prototype, "executeHTTPGraphQLRequest");
  let compiling: FastifyInstance;
  let plain: FastifyInstance;
  const urlOf = new Map<FastifyInstance, string>();
  const agent = new Agent({ keepAlive: true });

  beforeAll(async () => {
    const catalogue = await models();
    const config = loadConfig({ LOG_LEVEL: "silent", MAX_BATCH_SIZE: "4", ...PATIENT });
    compiling = await createApp({ ...config, COMPILED_EXECUTION: true }, () => catalogue);
    plain = await createApp({ ...config, COMPILED_EXECUTION: false }, () => catalogue);
    for (const app of [compiling, plain]) {
      urlOf.set(app, await app.listen({ host: "127.0.0.1", port: 0 }));
    }
  });

  afterAll(async () => {
    agent.destroy();
    await Promise.all([compiling.close(), plain.close()]);
  });

  /** Over a connection, so that the request is answered before Fastify if it can be. */
  const send = (app: FastifyInstance, body: Body, headers?: Record<string, string>) =>
    postOver(`${urlOf.get(app)}/graphql`, agent, JSON.stringify(body), headers);

  return {
    get compiling() {
      return compiling;
    },
    get plain() {
      return plain;
    },
    async compare(body, headers) {
      executeByApollo.mockClear();
      const answer = await send(compiling, body, headers);
      const compiled = executeByApollo.mock.calls.length === 0;
      expect(answer).toEqual(await send(plain, body, headers));
      return compiled;
    },
  };
}

export function postTo(app: FastifyInstance, body: Body, headers: Record<string, string> = {}) {
  return app.inject({
    method: "POST",
    url: "/graphql",
    headers: { "content-type": "application/json", "x-request-id": "same", ...headers },
    payload: JSON.stringify(body),
  });
}

/** What came over a connection: all that does not depend on the time. */
interface Comparable {
  readonly statusCode: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly payload: string;
}

function postOver(
  url: string,
  agent: Agent,
  body: string,
  headers: Record<string, string> = {},
): Promise<Comparable> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, {
      method: "POST",
      agent,
      headers: { "content-type": "application/json", "x-request-id": "same", ...headers },
    });
    outgoing.once("error", reject);
    outgoing.once("response", async (answer) => {
      const { date, ...others } = answer.headers;
      expect(date).toBeDefined();
      resolve({ statusCode: answer.statusCode, headers: others, payload: await text(answer) });
    });
    outgoing.end(body);
  });
}
