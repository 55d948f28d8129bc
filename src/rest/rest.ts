import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { sha256 } from "../../model/file/checksum";
import type { Model } from "../../model/model";
import type { Table } from "../../model/table/table";
import type { GraphQLContext } from "../../schema/context";
import type { Config } from "../config";
import { isKnownTag } from "../http/entity-tag";
import { errorBody } from "../http/http-errors";
import { sendResult } from "../rows/answer-problem";
import { predictRow } from "./predict-row";
import { sendProblemDetails } from "./problem-details";

const HTML = "text/html; charset=utf-8";
const JSON_TYPE = "application/json; charset=utf-8";

/** The page has no script, and its style comes from this server; it shows texts of the table, which may come from elsewhere. */
const HEADERS = {
  "content-security-policy":
    "default-src 'none'; img-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
  "cache-control": "public, max-age=0, must-revalidate",
} as const;

/** What a description of the API needs to know of the server. */
export type RestConfig = Pick<Config, "REST" | "API_KEYS_FILE" | "PORT">;

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
      if (isRecord(body)) return sendResult(reply, () => predictRow(table, body, contextOf(request)));
      const message = "The body must be a JSON object of values by the names of their columns.";
      return reply.code(400).send(errorBody("BAD_REQUEST", message));
    },
  });
  app.get("/openapi.json", async (request, reply) => {
    const { openApiOf } = await loadDescription();
    const description = openApiOf(table, config, exampleModel());
    return sendCached(request, reply, JSON_TYPE, `${JSON.stringify(description, null, 2)}\n`);
  });
  app.get("/docs", async (request, reply) => {
    const { openApiOf, docsPage } = await loadDescription();
    const description = openApiOf(table, config, exampleModel());
    return sendCached(request, reply, HTML, docsPage(description, `http://localhost:${config.PORT}`));
  });
}

function sendCached(request: FastifyRequest, reply: FastifyReply, type: string, body: string): FastifyReply {
  const etag = `"${sha256(body)}"`;
  reply.headers(HEADERS).header("etag", etag);
  if (isKnownTag(request.headers["if-none-match"], etag)) return reply.code(304).send();
  return reply.type(type).send(body);
}

function isRecord(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
