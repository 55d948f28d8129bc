import { ApolloServer } from "@apollo/server";
import type { FastifyInstance, LightMyRequestResponse } from "fastify";
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

  beforeAll(async () => {
    const catalogue = await models();
    const config = loadConfig({ LOG_LEVEL: "silent", MAX_BATCH_SIZE: "4", ...PATIENT });
    compiling = await createApp({ ...config, COMPILED_EXECUTION: true }, () => catalogue);
    plain = await createApp({ ...config, COMPILED_EXECUTION: false }, () => catalogue);
  });

  afterAll(() => Promise.all([compiling.close(), plain.close()]));

  return {
    get compiling() {
      return compiling;
    },
    get plain() {
      return plain;
    },
    async compare(body, headers) {
      executeByApollo.mockClear();
      const answer = await postTo(compiling, body, headers);
      const compiled = executeByApollo.mock.calls.length === 0;
      expect(comparable(answer)).toEqual(comparable(await postTo(plain, body, headers)));
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

function comparable({ statusCode, headers: { date, ...headers }, payload }: LightMyRequestResponse) {
  return { statusCode, headers, payload };
}
