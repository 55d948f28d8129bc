import * as v from "valibot";
import { HousePriceError } from "../model/errors";
import {
  columnNames,
  endpoint,
  flag,
  graphqlName,
  graphqlNames,
  host,
  ide,
  integer,
  LEVELS,
  level,
  networks,
  origins,
  pins,
  text,
} from "./config-values";

/** The origin of Apollo Sandbox in the browser. */
export const STUDIO_ORIGIN = "https://studio.apollographql.com";

/** A variable: the schema of its text, its default, and its description. */
function variable<Schema extends v.GenericSchema<string, unknown>>(
  schema: Schema,
  standard: string,
  description: string,
) {
  return v.optional(v.pipe(schema, v.description(description)), standard);
}

/**
 * Every environment variable that the server reads; `npm run codegen` writes `docs/CONFIGURATION.md` from it.
 *
 * @param production - whether NODE_ENV is production; then IDE and INTROSPECTION are off by default
 */
export function configSchema(production: boolean) {
  return v.object({
    HOST: variable(host, "127.0.0.1", "Address or host name to listen on; the image sets 0.0.0.0."),
    PORT: variable(integer(0, 65_535), "4000", "Port to listen on; 0 picks a free one."),
    MODEL_DIR: variable(text, "model/trained", "Model directory, laid out as NAME/VERSION/model.json."),
    MODEL_PIN: variable(
      pins,
      "",
      "Pinned versions, such as linear@1,spatial@2; overrides pins.json in MODEL_DIR.",
    ),
    MODEL_POLL_MS: variable(
      integer(0, 3_600_000),
      "1000",
      "Poll interval of MODEL_DIR for new and removed versions, in milliseconds; 0 reloads on SIGHUP only.",
    ),
    LOG_LEVEL: variable(level, "info", `Minimum log level: ${LEVELS.join(", ")}.`),
    IDE: variable(
      ide,
      production ? "none" : "sandbox",
      "IDE for browsers at /graphql: sandbox (Apollo Sandbox, or GraphiQL without internet), graphiql (asks no other host) or none.",
    ),
    PAGE: variable(
      flag,
      "true",
      "Whether browsers get the prediction page at /; with SAFELIST, there is no page.",
    ),
    INTROSPECTION: variable(
      flag,
      String(!production),
      "Whether introspection queries are allowed; the IDE needs them.",
    ),
    CORS_ORIGINS: variable(
      origins,
      "",
      `Origins whose pages may call /graphql, separated by commas; IDE=sandbox adds ${STUDIO_ORIGIN}.`,
    ),
    COMPILED_EXECUTION: variable(
      flag,
      "true",
      "Whether frequent operations are compiled; results are the same, only faster.",
    ),
    WORKERS: variable(
      integer(1, 256),
      "1",
      "Number of server processes that share the port; use one per CPU core.",
    ),
    DRAIN_GRACE_MS: variable(
      integer(0, 600_000),
      "1000",
      "Milliseconds after SIGTERM during which new connections are still accepted, while /readyz returns 503.",
    ),
    DRAIN_MS: variable(
      integer(0, 3_600_000),
      "9000",
      "Milliseconds after SIGTERM or SIGINT at which the process exits even if requests are still in flight.",
    ),
    MAX_EVENT_LOOP_DELAY_MS: variable(
      integer(0, 600_000),
      "1000",
      "Mean event loop delay, in milliseconds, above which requests for predictions get 503 OVERLOADED; 0 disables the check.",
    ),
    REST: variable(
      flag,
      "true",
      "Whether POST /predict predicts one row by its column names, described at /openapi.json and /docs; see REST.md.",
    ),
    INFERENCE_PROTOCOL: variable(
      flag,
      "false",
      "Whether /v2 serves the models by the Open Inference Protocol, for clients of KServe, MLServer and Triton; see INFERENCE_PROTOCOL.md.",
    ),
    FEDERATION: variable(
      flag,
      "false",
      "Whether the server is a subgraph of Apollo Federation 2, which adds predictions to the houses of another subgraph; see FEDERATION.md.",
    ),
    FEDERATION_ENTITY: variable(graphqlName, "House", "Type of the houses in the other subgraph."),
    FEDERATION_KEY: variable(
      graphqlNames,
      "id",
      "Fields of type ID! that identify a house, separated by commas.",
    ),
    FEDERATION_COLUMNS: variable(
      columnNames,
      "",
      "API names of the columns that the other subgraph has, separated by commas, with ! after those that cannot be null there; if empty, all columns.",
    ),
    METRICS: variable(flag, "true", "Whether /metrics serves Prometheus metrics."),
    OTEL_EXPORTER_OTLP_ENDPOINT: variable(
      endpoint,
      "",
      "OTLP/HTTP endpoint for traces, such as http://localhost:4318; if empty, tracing is off.",
    ),
    MAX_BATCH_SIZE: variable(
      integer(1, 100_000),
      "10000",
      "Maximum number of rows in one batch prediction query.",
    ),
    MAX_QUERY_TOKENS: variable(integer(1, 100_000), "1000", "Maximum number of tokens in a query."),
    MAX_QUERY_DEPTH: variable(integer(1, 1000), "10", "Maximum depth of a query."),
    MAX_QUERY_ALIASES: variable(integer(0, 10_000), "30", "Maximum number of aliases in a query."),
    MAX_QUERY_COST: variable(
      integer(1, 1_000_000_000),
      "600000",
      "Maximum cost of a query: fields, multiplied by batch rows and list lengths; see SECURITY.md.",
    ),
    MAX_ANSWER_BYTES: variable(
      integer(1000, 1_000_000_000),
      "20000000",
      "Maximum size of a response, in bytes.",
    ),
    REQUEST_TIMEOUT_MS: variable(
      integer(100, 3_600_000),
      "30000",
      "Milliseconds in which a request must arrive in full; also the idle timeout of a connection during a request.",
    ),
    MAX_CONNECTIONS: variable(
      integer(1, 1_000_000),
      "4000",
      "Maximum number of open connections; above it, the connection that has waited longest for its client is closed.",
    ),
    MAX_UNREAD_BYTES: variable(
      integer(0, 1_000_000_000_000),
      "64000000",
      "Maximum bytes of responses that clients have not read yet, over all connections; above it, the connection with the oldest unread response is closed.",
    ),
    MAX_BODY_BYTES: variable(
      integer(0, 1_000_000_000_000),
      "64000000",
      "Maximum bytes of partly received request bodies, over all connections; above it, the connection with the oldest one is closed.",
    ),
    RATE_LIMIT: variable(
      integer(0, 1_000_000_000),
      "0",
      "Maximum requests per minute and client (by API key, or else by address); 0 means no limit.",
    ),
    TRUST_PROXY: variable(
      networks,
      "",
      "Addresses or networks of trusted proxies, whose X-Forwarded-For gives the client's address, separated by commas.",
    ),
    API_KEYS_FILE: variable(
      v.string(),
      "",
      "File of the accepted API keys, one name:sha256 per line; if empty, no key is needed.",
    ),
    SAFELIST: variable(
      v.string(),
      "",
      "Manifest of the accepted operations, such as examples/client/gql/safelist.json; if empty, all are accepted.",
    ),
  });
}

/** The server's configuration. */
export type Config = v.InferOutput<ReturnType<typeof configSchema>>;

/** Whether NODE_ENV is production. */
export function isProduction(environment: NodeJS.ProcessEnv): boolean {
  return environment.NODE_ENV?.trim().toLowerCase() === "production";
}

/**
 * Reads the configuration from the environment. White space around a value is ignored, and an empty value means the default.
 *
 * @throws HousePriceError CONFIG_INVALID, naming each variable with an invalid value
 */
export function loadConfig(environment: NodeJS.ProcessEnv): Config {
  const schema = configSchema(isProduction(environment));
  const values = Object.keys(schema.entries).map((name) => [name, environment[name]?.trim() || undefined]);
  const result = v.safeParse(schema, Object.fromEntries(values));
  if (result.success) return result.output;
  const problems = result.issues.map((issue) => {
    const name = v.getDotPath(issue) ?? "";
    return `${name} is "${environment[name]}", but it ${issue.message}`;
  });
  throw new HousePriceError("CONFIG_INVALID", `${problems.join("; ")}.`);
}
