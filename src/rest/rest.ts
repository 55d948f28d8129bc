import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Model } from "../../model/model";
import type { Table } from "../../model/table/table";
import type { GraphQLContext } from "../../schema/context";
import { isJsonRecord } from "../../schema/json-record";
import type { Config } from "../config";
import { SCRIPTLESS_POLICY, sendCached } from "../http/cached-answer";
import { errorBody } from "../http/error-body";
import { sendResult } from "../rows/answer-problem";
import { predictRow } from "./predict-row";
import { sendProblemDetails } from "./problem-details";

const HTML = "text/html; charset=utf-8";
const JSON_TYPE = "application/json; charset=utf-8";

/** What a description of the API needs to know of the server. */
type RestConfig = Pick<Config, "REST" | "API_KEYS_FILE" | "PORT">;

/** What the description and its page are made from; they are loaded when they are first asked for. */
const loadDescription = () => import("./description");

/**
 * `POST /predict` predicts one row by the names that its columns have in the data; `/openapi.json` describes it, and `/docs` is a page
 * made from that description.
 *
 * @param table - that the models are of
 * @param contextOf - makes what a prediction needs for a request
 */
export function useRest(
  app: FastifyInstance,
  table: Table,
  config: RestConfig,
  contextOf: (request: FastifyRequest) => GraphQLContext,
  exampleModel: () => Model | undefined,
): void {
  if (!config.REST) return;
  app.post("/predict", {
    config: { predicts: true },
    preSerialization: sendProblemDetails,
    handler: (request, reply) => {
      reply.header("cache-control", "no-store");
      const { body } = request;
      if (isJsonRecord(body)) return sendResult(reply, () => predictRow(table, body, contextOf(request)));
      const message = "The body must be a JSON object of values by the names of their columns.";
      return reply.code(400).send(errorBody("BAD_REQUEST", message));
    },
  });
  const describe = describer(table, config, exampleModel);
  app.get("/openapi.json", async (request, reply) => {
    const { json } = await describe();
    return sendCached(request, reply, { type: JSON_TYPE, body: json, policy: SCRIPTLESS_POLICY });
  });
  app.get("/docs", async (request, reply) => {
    const { page } = await describe();
    return sendCached(request, reply, { type: HTML, body: page, policy: SCRIPTLESS_POLICY });
  });
}

interface Description {
  readonly json: string;
  readonly page: string;
}

/** Makes the description once for each model that its example is of: that of a wide table is long. */
function describer(
  table: Table,
  config: RestConfig,
  exampleModel: () => Model | undefined,
): () => Promise<Description> {
  let known: (Description & { readonly model: Model | undefined }) | undefined;
  return async () => {
    const { openApiOf, docsPage } = await loadDescription();
    const model = exampleModel();
    if (!known || known.model !== model) {
      const document = openApiOf(table, config, model);
      const page = docsPage(document, `http://localhost:${config.PORT}`);
      known = { model, json: `${JSON.stringify(document, null, 2)}\n`, page };
    }
    return known;
  };
}
