import { configSchema } from "../../../src/config";
import { findMisspellings, warnOfMisspellings } from "../../../src/misspelt-variables";

const NAMES = Object.keys(configSchema(false).entries);

const misspelt: [variable: string, meant: string][] = [
  ["INTROSPECTON", "INTROSPECTION"],
  ["ITNROSPECTION", "INTROSPECTION"],
  ["INTROSPECTIONN", "INTROSPECTION"],
  ["WORKER", "WORKERS"],
  ["MODELDIR", "MODEL_DIR"],
  ["MODEL_DIRS", "MODEL_DIR"],
  ["LOGLEVEL", "LOG_LEVEL"],
  ["log_level", "LOG_LEVEL"],
  ["log-level", "LOG_LEVEL"],
  ["PROT", "PORT"],
  ["port", "PORT"],
  ["CORS_ORIGIN", "CORS_ORIGINS"],
  ["API_KEY_FILE", "API_KEYS_FILE"],
  ["INTROSPECTON", "INTROSPECTION"],
  ["MAX_BATCHSIZE", "MAX_BATCH_SIZE"],
  ["OTEL_EXPORTER_OTLP_ENDPOINTS", "OTEL_EXPORTER_OTLP_ENDPOINT"],
];

it.each(misspelt)("takes %s for %s", (variable, meant) => {
  expect(findMisspellings({ [variable]: "x" })).toEqual([{ variable, meant }]);
});

it("finds each of our names with a letter left out, but for the shortest", () => {
  for (const name of NAMES.filter((each) => each.length > 5)) {
    const variable = name.slice(0, 2) + name.slice(3);
    expect(findMisspellings({ [variable]: "x" })).toEqual([{ variable, meant: name }]);
  }
});

it("says nothing of our own names, nor of a misspelt one beside the right one", () => {
  expect(findMisspellings(Object.fromEntries(NAMES.map((name) => [name, "x"])))).toEqual([]);
  expect(findMisspellings({ INTROSPECTON: "x", INTROSPECTION: "true" })).toEqual([]);
});

it("warns with both names, and never with the value", () => {
  const warn = jest.fn();
  warnOfMisspellings({ warn }, { API_KEYS_FLIE: "secret" });
  expect(warn).toHaveBeenCalledTimes(1);
  expect(warn.mock.calls[0][1]).toBe(
    "Unknown environment variable API_KEYS_FLIE. Did you mean API_KEYS_FILE?",
  );
  expect(JSON.stringify(warn.mock.calls)).not.toContain("secret");
});

/** Names that an environment has of itself, or for other programs. */
const ORDINARY = {
  shells:
    "PATH HOME USER LOGNAME SHELL PWD OLDPWD TERM LANG LC_ALL TZ TMPDIR EDITOR MAIL SHLVL HOSTNAME HOSTTYPE DISPLAY SSH_TTY XDG_RUNTIME_DIR DEBUG COLORTERM",
  docker:
    "HOSTNAME container DOCKER_HOST DOCKER_CONTENT_TRUST COMPOSE_PROJECT_NAME NODE_VERSION YARN_VERSION",
  kubernetes:
    "KUBERNETES_SERVICE_HOST KUBERNETES_SERVICE_PORT KUBERNETES_SERVICE_PORT_HTTPS KUBERNETES_PORT KUBERNETES_PORT_443_TCP KUBERNETES_PORT_443_TCP_PROTO KUBERNETES_PORT_443_TCP_ADDR HOUSE_PRICE_PORT HOUSE_PRICE_SERVICE_HOST SANDBOX_PORT SANDBOX_SERVICE_HOST METRICS_PORT METRICS_SERVICE_HOST METRICS_SERVICE_PORT WORKERS_PORT WORKERS_PORT_80_TCP_ADDR MODEL_PORT MODEL_SERVICE_PORT HTTP_PORT POD_NAME POD_IP NODE_NAME",
  npm: "npm_config_loglevel npm_config_port npm_lifecycle_event npm_package_name npm_node_execpath NODE INIT_CWD npm_config_cache NODE_OPTIONS NODE_ENV",
  "GitHub Actions":
    "CI GITHUB_ACTIONS GITHUB_REF GITHUB_SHA GITHUB_WORKSPACE RUNNER_OS RUNNER_TEMP RUNNER_ARCH ImageOS ACTIONS_RUNTIME_URL",
  "Heroku, Cloud Run, Render, AWS":
    "DYNO WEB_CONCURRENCY WEB_MEMORY MEMORY_AVAILABLE DATABASE_URL K_SERVICE K_REVISION K_CONFIGURATION RENDER RENDER_SERVICE_ID AWS_REGION AWS_LAMBDA_FUNCTION_NAME HOME_PAGE",
  OpenTelemetry:
    "OTEL_SERVICE_NAME OTEL_EXPORTER_OTLP_HEADERS OTEL_EXPORTER_OTLP_TRACES_ENDPOINT OTEL_EXPORTER_OTLP_PROTOCOL OTEL_EXPORTER_OTLP_TIMEOUT OTEL_TRACES_SAMPLER OTEL_LOG_LEVEL",
  "other programs":
    "HOSTS POST PORTS SORT GHOST COST HTTP_PROXY NO_PROXY PROXY DB_HOST DB_PORT REDIS_PORT MODEL_ID MODEL_URI MODEL_NAME MODEL_PATH MODEL_DB LOG_FORMAT LOG_FILE API_KEY API_KEYS MAX_WORKERS RATE DRAIN METRICS_PATH",
};

it.each(Object.entries(ORDINARY))("says nothing of what is usual: %s", (_what, names) => {
  expect(findMisspellings(Object.fromEntries(names.split(" ").map((name) => [name, "x"])))).toEqual([]);
});
