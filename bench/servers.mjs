import { spawnSync } from "node:child_process";
import { join } from "node:path";
import {
  fastapiBatch,
  fastapiBatchOfAll,
  fastapiSingle,
  fastapiSingleInPool,
  graphqlBatch,
  graphqlSingle,
} from "./requests.mjs";
import { SERVER_COMMAND } from "./server-command.mjs";

const HERE = import.meta.dirname;
const ROOT = join(HERE, "..");

/**
 * A server to compare.
 *
 * @typedef {object} ServerKind
 * @property {string} id
 * @property {string} label - its name in the tables
 * @property {(port: number) => string[]} command - listens on 127.0.0.1
 * @property {(port: number) => NodeJS.ProcessEnv} environment
 * @property {typeof graphqlSingle} single
 * @property {typeof graphqlBatch} [batch] - absent where it is measured with single predictions alone
 * @property {string} [variantOf] - id of the server that it is started like, so that one cold start tells of both
 */

/** @param {string} file */
const peer = (file) => ({
  command: (/** @type {number} */ port) => [process.execPath, join(HERE, "peers", file), String(port)],
  environment: () => ({ NODE_ENV: "production" }),
  single: graphqlSingle,
});

/** @param {NodeJS.ProcessEnv} environment */
const ours = (environment) => ({
  command: () => SERVER_COMMAND,
  environment: (/** @type {number} */ port) => ({
    NODE_ENV: "production",
    HOST: "127.0.0.1",
    PORT: String(port),
    MODEL_DIR: join(ROOT, "model/trained"),
    ...environment,
  }),
  single: graphqlSingle,
});

/** Ours: the one that all others are compared with. @type {ServerKind} */
export const OURS = {
  id: "ours",
  label: "House Price GraphQL",
  ...ours({ LOG_LEVEL: "warn" }),
  batch: graphqlBatch,
};

/** Ours with a number of worker processes. @param {number} count @returns {ServerKind} */
export function oursWithWorkers(count) {
  const environment = { LOG_LEVEL: "warn", WORKERS: String(count) };
  return { ...OURS, id: `workers-${count}`, label: `WORKERS=${count}`, ...ours(environment) };
}

/** @type {readonly ServerKind[]} */
const NODE_SERVERS = [
  OURS,
  {
    id: "ours-logging",
    label: "House Price GraphQL, one log line a request",
    variantOf: "ours",
    ...ours({}),
  },
  { id: "bare", label: "bare node:http", ...peer("bare-http.mjs") },
  { id: "mercurius", label: "Mercurius with JIT", ...peer("mercurius.mjs"), batch: graphqlBatch },
  { id: "yoga", label: "GraphQL Yoga", ...peer("yoga.mjs"), batch: graphqlBatch },
  { id: "apollo", label: "Apollo standalone", ...peer("apollo-standalone.mjs"), batch: graphqlBatch },
];

/**
 * The servers that this machine can run, and why it cannot run the others.
 *
 * @param {string} workDirectory - where the scikit-learn model is saved
 * @returns {{ servers: ServerKind[], boosting?: ServerKind, notes: string[] }} boosting: FastAPI with the more accurate model
 */
export function findServers(workDirectory) {
  const python = findPython();
  if (!python) {
    const note =
      "FastAPI is left out: no python3 here has fastapi, uvicorn, uvloop, httptools and scikit-learn.";
    return { servers: [...NODE_SERVERS], notes: [note] };
  }
  const model = join(workDirectory, "model.pkl");
  const boosted = join(workDirectory, "boosted.pkl");
  const data = join(ROOT, "data/california_housing.csv");
  const training = spawnSync(python.path, [join(HERE, "peers/train_model.py"), data, model, boosted], {
    encoding: "utf8",
  });
  if (training.status !== 0)
    throw new Error(`The scikit-learn models could not be trained:\n${training.stderr}`);
  const asyncDef = fastapi(python.path, model);
  /** @type {ServerKind} */
  const plainDef = {
    ...asyncDef,
    id: "fastapi-pool",
    label: "FastAPI + scikit-learn, plain def",
    single: fastapiSingleInPool,
    batch: undefined,
    variantOf: asyncDef.id,
  };
  /** @type {ServerKind} */
  const boosting = {
    ...fastapi(python.path, boosted),
    id: "boosting",
    label: "FastAPI + HistGradientBoosting",
    batch: fastapiBatchOfAll,
  };
  return { servers: [...NODE_SERVERS, asyncDef, plainDef], boosting, notes: [python.versions] };
}

/** @param {string} python @param {string} model @returns {ServerKind} */
function fastapi(python, model) {
  const options = ["--loop", "uvloop", "--http", "httptools", "--no-access-log", "--log-level", "warning"];
  return {
    id: "fastapi",
    label: "FastAPI + scikit-learn",
    command: (port) => [
      ...[python, "-m", "uvicorn", "fastapi_app:app", "--app-dir", join(HERE, "peers")],
      ...["--host", "127.0.0.1", "--port", String(port), ...options],
    ],
    environment: () => ({ HOUSE_PRICE_MODEL: model }),
    single: fastapiSingle,
    batch: fastapiBatch,
  };
}

const VERSIONS = `
import platform, fastapi, uvicorn, uvloop, httptools, sklearn, numpy, pydantic
print("Python", platform.python_version(), end="")
for module in (fastapi, uvicorn, sklearn, numpy):
    print(",", module.__name__, module.__version__, end="")
print(", pydantic", pydantic.VERSION)
`;

/** The first Python that has what the guide's service needs. Debian's packages belong to /usr/bin/python3. */
function findPython() {
  for (const path of ["/usr/bin/python3", "python3"]) {
    const { status, stdout } = spawnSync(path, ["-c", VERSIONS], { encoding: "utf8" });
    if (status === 0) return { path, versions: stdout.trim() };
  }
  return undefined;
}
