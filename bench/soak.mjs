/**
 * Loads the server for a long time with all kinds of requests, good and bad, and tells whether its memory or its open
 * descriptors grow: the slope of each by least squares, after a warm-up. Memory is measured after a full collection, as what is in
 * use and as what the system counts; between two collections it goes up and down by itself. Ends with 1 where one grows by more than its bound,
 * or a request is not answered as it should be.
 *
 *     npm run soak                        ten minutes, one process
 *     SOAK_SECONDS=60 SOAK_WORKERS=2 npm run soak
 */
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { SERVER_COMMAND } from "./server-command.mjs";

const SECONDS = Number(process.env.SOAK_SECONDS ?? 600);
const WORKERS = Number(process.env.SOAK_WORKERS ?? 1);
/** Requests a second. */
const RATE = Number(process.env.SOAK_RATE ?? 1000);
/** Share of the time that is not counted: code is compiled, caches fill, heaps find their size, which takes some 100,000 requests. */
const WARM_UP = 0.25;
const SAMPLES = 120;

/** What a slope may be at most, per minute and process. */
const BOUNDS = {
  "memory in use, MiB": 0.2,
  "resident memory, MiB": 1,
  "open descriptors": 0.5,
};

const PREDICT =
  "predictedHousePrice interval { lower upper } contributions { contribution } warnings { code } model { sha256 }";

/** One of each kind in turn: what is sent, and the status that it must get. */
const KINDS = [
  (i) =>
    query(`query ($input: HouseFeaturesInput!) { predictHousePrice(input: $input) { ${PREDICT} } }`, {
      input: row(i),
    }),
  (i) =>
    query(
      "query ($input: HouseFeaturesInput!) { predictHousePrice(input: $input) { predictedHousePrice } }",
      { input: row(i) },
    ),
  (i) =>
    query(
      "query ($inputs: [HouseFeaturesInput!]!) { predictHousePrices(inputs: $inputs) { ... on HousePricePrediction { predictedHousePrice } } }",
      { inputs: Array.from({ length: 1 + (i % 200) }, (_, j) => row(i + j)) },
    ),
  // A document that was never seen before: caches of documents must be bounded.
  (i) => query(`query Soak${i} { a${i}: models { name version } }`),
  (i) =>
    query(
      "query ($input: HouseFeaturesInput!) { predictHousePrice(input: $input) { predictedHousePrice } }",
      { input: { ...row(i), medInc: -1 } },
    ),
  (i) => ({ ...query(`{ unknown${i} }`), status: 400 }),
  (i) => ({ method: "POST", path: "/graphql", body: `{"query": ${i}`, status: 400 }),
  (i) => ({ method: "GET", path: `/no/such/path/${i}`, status: 404 }),
  () => ({ method: "GET", path: "/readyz", status: 200 }),
  (i) => ({ method: "GET", path: i % 100 === 9 ? "/metrics" : "/healthz", status: 200 }),
  (i) => ({ ...query("{ modelInfo { name intercept } }"), alone: true, id: `soak-${i}` }),
];

function row(i) {
  const three = { medInc: 0.5 + (i % 97) / 4, aveRooms: 1 + (i % 31) / 3, aveOccup: 1 + (i % 13) / 3 };
  if (i % 2 === 0) return three;
  // All eight features, which another model reads.
  return {
    ...three,
    houseAge: i % 52,
    aveBedrms: 1,
    population: 900,
    latitude: 37,
    longitude: -121 - (i % 7) / 7,
  };
}

function query(text, variables) {
  return { method: "POST", path: "/graphql", body: JSON.stringify({ query: text, variables }), status: 200 };
}

const agent = new Agent({ keepAlive: true, maxSockets: 32 });

function send(port, { method, path, body, status, alone, id }) {
  return new Promise((resolve, reject) => {
    const headers = {
      ...(body && { "content-type": "application/json", "content-length": Buffer.byteLength(body) }),
      ...(id && { "x-request-id": id }),
    };
    const sending = request({ port, method, path, headers, agent: alone ? false : agent }, (response) => {
      response.resume();
      response.on("error", reject);
      response.on("end", () => {
        if (response.statusCode === status) resolve();
        else reject(new Error(`${method} ${path} ${body}: ${response.statusCode} in place of ${status}`));
      });
    });
    sending.on("error", reject);
    sending.end(body);
  });
}

function processesOf(pid) {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim();
  return [pid, ...children.split(" ").filter(Boolean).map(Number)];
}

/** What the processes have told of their memory after a full collection, by process. */
const reports = new Map();

/** Of all processes of the server. */
async function measure(pid) {
  const pids = processesOf(pid);
  reports.clear();
  for (const each of pids) process.kill(each, "SIGUSR2");
  while (!pids.every((each) => reports.has(each))) await sleep(5);
  const kib = pids.map((each) =>
    Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${each}/status`, "utf8"))[1]),
  );
  const descriptors = pids.map((each) => readdirSync(`/proc/${each}/fd`).length);
  const sum = (values) => values.reduce((a, b) => a + b, 0);
  return {
    "memory in use, MiB": sum([...reports.values()]) / 2 ** 20,
    "resident memory, MiB": sum(kib) / 1024,
    "open descriptors": sum(descriptors),
  };
}

/** Slope of the straight line that is nearest to the points by least squares. */
function slope(points) {
  const mean = (values) => values.reduce((a, b) => a + b, 0) / values.length;
  const x = mean(points.map((point) => point.x));
  const y = mean(points.map((point) => point.y));
  const products = points.reduce((sum, point) => sum + (point.x - x) * (point.y - y), 0);
  return products / points.reduce((sum, point) => sum + (point.x - x) ** 2, 0);
}

const [program, ...args] = SERVER_COMMAND;
const server = spawn(program, args, {
  env: {
    ...process.env,
    NODE_ENV: "production",
    NODE_OPTIONS: "--require ./test/support/report-memory.cjs",
    PORT: "0",
    WORKERS: String(WORKERS),
    LOG_LEVEL: "info",
  },
  stdio: ["ignore", "pipe", "inherit"],
});
let port = 0;
let listening = 0;
createInterface(server.stdout).on("line", (line) => {
  if (line.startsWith('{"memoryReport"')) {
    const { pid, used } = JSON.parse(line);
    reports.set(pid, used);
  }
  const address = /listening at http:\/\/[^:]+:(\d+)/.exec(line);
  if (!address) return;
  port = Number(address[1]);
  listening++;
});
process.on("exit", () => server.kill("SIGKILL"));
while (listening < WORKERS) await sleep(50);

const failures = [];
const samples = [];
const began = performance.now();
const minutes = () => (performance.now() - began) / 60_000;
let sent = 0;
let open = 0;
while (minutes() * 60 < SECONDS) {
  while (sent < (performance.now() - began) * (RATE / 1000)) {
    open++;
    send(port, KINDS[sent % KINDS.length](sent++))
      .catch((error) => failures.push(error.message))
      .finally(() => open--);
  }
  if (samples.length < (minutes() * 60 * SAMPLES) / SECONDS)
    samples.push({ x: minutes(), ...(await measure(server.pid)) });
  await sleep(5);
}
while (open > 0) await sleep(20);

const counted = samples.filter(({ x }) => x * 60 > SECONDS * WARM_UP);
const processes = processesOf(server.pid).length;
console.log(
  `${sent} requests in ${SECONDS} s, ${failures.length} not answered as they should be; ${processes} process(es)`,
);
for (const failure of failures.slice(0, 5)) console.log(`  ${failure}`);
let grows = false;
for (const [name, bound] of Object.entries(BOUNDS)) {
  const perMinute = slope(counted.map((sample) => ({ x: sample.x, y: sample[name] })));
  const [first, last] = [counted[0][name], counted.at(-1)[name]].map((value) => value.toFixed(1));
  const grew = perMinute > bound * processes;
  grows ||= grew;
  console.log(
    `${name}: ${perMinute.toFixed(3)} per minute (from ${first} to ${last}; bound ${bound * processes})${grew ? " GROWS" : ""}`,
  );
}
server.kill("SIGTERM");
process.exitCode = grows || failures.length > 0 ? 1 : 0;
await new Promise((resolve) => server.on("exit", resolve));
