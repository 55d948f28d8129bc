import * as v from "valibot";
import { HousePriceError } from "../model/errors";
import { endpoint, flag, host, integer, LEVELS, level, networks, origins, pins, text } from "./config-values";

/** The origin of Apollo Sandbox in the browser. */
export const STUDIO_ORIGIN = "https://studio.apollographql.com";

/** A variable: how its text is read, what holds where it is not set, and what it is for. */
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
 * @param production - whether NODE_ENV is production, where SANDBOX and INTROSPECTION are off unless they are set
 */
export function configSchema(production: boolean) {
  return v.object({
    HOST: variable(
      host,
      "127.0.0.1",
      "The one address to listen on, or a name of it; the image sets 0.0.0.0.",
    ),
    PORT: variable(integer(0, 65_535), "4000", "Port to listen on; 0 takes a free one."),
    MODEL_DIR: variable(text, "model/trained", "Directory of the models, as NAME/VERSION/model.json."),
    MODEL_PIN: variable(
      pins,
      "",
      "Versions that answer for their names, such as linear@1,spatial@2; wins over pins.json in MODEL_DIR.",
    ),
    MODEL_POLL_MS: variable(
      integer(0, 3_600_000),
      "1000",
      "Milliseconds between two looks at MODEL_DIR for new and removed versions; 0 looks on SIGHUP alone.",
    ),
    LOG_LEVEL: variable(level, "info", `Least level that is logged: ${LEVELS.join(", ")}.`),
    SANDBOX: variable(flag, String(!production), "Whether a browser at /graphql gets Apollo Sandbox."),
    PAGE: variable(
      flag,
      "true",
      "Whether a browser at / gets the page for people; with SAFELIST there is none.",
    ),
    INTROSPECTION: variable(
      flag,
      String(!production),
      "Whether the schema can be asked for; Sandbox needs it.",
    ),
    CORS_ORIGINS: variable(
      origins,
      "",
      `Origins whose pages may call /graphql, separated by commas; with SANDBOX on, ${STUDIO_ORIGIN} too.`,
    ),
    COMPILED_EXECUTION: variable(
      flag,
      "true",
      "Whether operations that come often are compiled; answers are the same, only faster.",
    ),
    WORKERS: variable(
      integer(1, 256),
      "1",
      "Processes that answer, on one port: one for each processor core.",
    ),
    DRAIN_GRACE_MS: variable(
      integer(0, 600_000),
      "1000",
      "Milliseconds after SIGTERM in which new connections are still accepted, while /readyz says 503.",
    ),
    DRAIN_MS: variable(
      integer(0, 3_600_000),
      "9000",
      "Milliseconds after SIGTERM or SIGINT after which the process ends though requests are unanswered.",
    ),
    MAX_EVENT_LOOP_DELAY_MS: variable(
      integer(0, 600_000),
      "1000",
      "Mean delay of the event loop, in milliseconds, above which /graphql answers 503 OVERLOADED; 0 turns that off.",
    ),
    METRICS: variable(flag, "true", "Whether /metrics gives Prometheus what was counted."),
    OTEL_EXPORTER_OTLP_ENDPOINT: variable(
      endpoint,
      "",
      "Where traces are sent by OTLP over HTTP, such as http://localhost:4318; where it is empty, nothing is traced.",
    ),
    MAX_BATCH_SIZE: variable(integer(1, 100_000), "10000", "Most rows that one query may have predicted."),
    MAX_QUERY_TOKENS: variable(integer(1, 100_000), "1000", "Most tokens of a query's text."),
    MAX_QUERY_DEPTH: variable(integer(1, 1000), "10", "Most levels of fields in a query."),
    MAX_QUERY_ALIASES: variable(integer(0, 10_000), "30", "Most aliases in a query."),
    MAX_QUERY_COST: variable(
      integer(1, 1_000_000_000),
      "600000",
      "Greatest cost of a query: fields, times the rows of a batch and the entries of lists; see SECURITY.md.",
    ),
    MAX_ANSWER_BYTES: variable(
      integer(1000, 1_000_000_000),
      "20000000",
      "Greatest size of an answer, in bytes.",
    ),
    REQUEST_TIMEOUT_MS: variable(
      integer(100, 3_600_000),
      "30000",
      "Milliseconds in which a request must have come whole; a connection that is silent so long during one is closed.",
    ),
    MAX_CONNECTIONS: variable(
      integer(1, 1_000_000),
      "4000",
      "Most open connections; beyond, the one that has waited longest for its client is closed.",
    ),
    MAX_UNREAD_BYTES: variable(
      integer(0, 1_000_000_000_000),
      "64000000",
      "Maximum bytes of answers that clients have not taken yet, of all connections together; beyond, the connection that has left its answer for longest is closed.",
    ),
    MAX_BODY_BYTES: variable(
      integer(0, 1_000_000_000_000),
      "64000000",
      "Maximum bytes of requests whose bodies have not arrived in full, of all connections together; beyond, the connection that has been at it for longest is closed.",
    ),
    RATE_LIMIT: variable(
      integer(0, 1_000_000_000),
      "0",
      "Requests a minute that one client may make (by API key, or else by address); 0 sets no limit.",
    ),
    TRUST_PROXY: variable(
      networks,
      "",
      "Addresses or networks of proxies whose X-Forwarded-For tells the client's address, separated by commas.",
    ),
    API_KEYS_FILE: variable(
      v.string(),
      "",
      "File of the API keys that are accepted, one name:sha256 a line; without it no key is needed.",
    ),
    SAFELIST: variable(
      v.string(),
      "",
      "Manifest of the operations that are accepted, such as examples/client/gql/safelist.json; without it all are.",
    ),
  });
}

/** What the server is told to do. */
export type Config = v.InferOutput<ReturnType<typeof configSchema>>;

/** Whether NODE_ENV is production. */
export function isProduction(environment: NodeJS.ProcessEnv): boolean {
  return environment.NODE_ENV?.trim().toLowerCase() === "production";
}

/**
 * Reads the configuration from the environment. White space around a value is ignored, and an empty value is as none.
 *
 * @throws HousePriceError CONFIG_INVALID, naming each variable whose value cannot be accepted
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
