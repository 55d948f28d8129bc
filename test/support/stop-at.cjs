/**
 * Has the first process of a server get the signal STOP_SIGNAL at an event of its start, STOP_AT: the nth `fork`, `online` or
 * `listening` of its workers, or the nth `turn` of its event loop since it began to handle signals.
 */
const cluster = require("node:cluster");

const [kind, number] = process.env.STOP_AT.split(":");
let left = Number(number);

function count() {
  left--;
  if (left === 0) process.kill(process.pid, process.env.STOP_SIGNAL);
}

function countTurns() {
  count();
  if (left > 0) setImmediate(countTurns);
}

if (cluster.isPrimary && kind === "turn") {
  process.on("newListener", function begin(name) {
    if (name !== process.env.STOP_SIGNAL) return;
    process.off("newListener", begin);
    process.nextTick(countTurns);
  });
} else if (cluster.isPrimary) {
  cluster.on(kind, count);
}
