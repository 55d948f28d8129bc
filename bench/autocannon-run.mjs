/** The load where wrk is not installed: the same arguments and the same report as wrk.lua's. */
import { readFileSync, writeFileSync } from "node:fs";
import autocannon from "autocannon";

const [url, file, report, connections, seconds] = process.argv.slice(2);
const bodies = readFileSync(file, "utf8").trimEnd().split("\n");

const { duration, requests, latency, errors, timeouts, non2xx } = await autocannon({
  url,
  connections: Number(connections),
  duration: Number(seconds),
  timeout: 30,
  method: "POST",
  headers: { "content-type": "application/json" },
  requests: bodies.map((body) => ({ body })),
});

writeFileSync(
  report,
  JSON.stringify({
    requests: requests.total,
    requestsPerSecond: requests.total / duration,
    p50: latency.p50,
    p99: latency.p99,
    failures: errors + timeouts + non2xx,
  }),
);
