/** Has a process tell its memory, after a full collection, whenever it gets SIGUSR2: one line of JSON. */
const { setFlagsFromString } = require("node:v8");
const { runInNewContext } = require("node:vm");

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");
let reports = 0;

process.on("SIGUSR2", () => {
  collect();
  const { rss, heapUsed, external } = process.memoryUsage();
  console.log(JSON.stringify({ memoryReport: ++reports, pid: process.pid, rss, used: heapUsed + external }));
});
