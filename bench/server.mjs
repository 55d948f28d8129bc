import { request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { SERVER_CORE } from "./cores.mjs";
import { end, freePort, start } from "./processes.mjs";

const READY_WITHIN_MS = 60_000;
const POLL_MS = 2;
const TOLERANCE = 1e-9;

/**
 * A server that answers.
 *
 * @typedef {object} Server
 * @property {import("./servers.mjs").ServerKind} kind
 * @property {number} pid
 * @property {string} url
 * @property {number} startMs - from the start of its process to its first correct answer
 * @property {() => Promise<void>} stop
 */

/**
 * Starts a server and waits for its first correct prediction.
 *
 * @param {import("./servers.mjs").ServerKind} kind
 * @param {import("./requests.mjs").Requests} probe
 * @param {readonly number[] | undefined} expected - the predictions of the probe's first body; any finite ones do without them
 * @param {string} [core]
 * @returns {Promise<Server>}
 */
export async function startServer(kind, probe, expected, core = SERVER_CORE) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const begin = performance.now();
  const { child, complaint } = start(core, kind.command(port), kind.environment(port));
  while (true) {
    const answer = await post(url + probe.path, probe.bodies[0]).catch(() => undefined);
    if (answer) {
      const startMs = performance.now() - begin;
      verify(kind.label, answer, probe, expected);
      return { kind, pid: child.pid, url, startMs, stop: () => end(child) };
    }
    if (child.exitCode !== null || child.pid === undefined || performance.now() - begin > READY_WITHIN_MS) {
      await end(child);
      throw new Error(`${kind.label} does not answer.\n${complaint()}`);
    }
    await sleep(POLL_MS);
  }
}

/**
 * Sends every body once.
 *
 * @param {Server} server
 * @param {import("./requests.mjs").Requests} requests
 * @param {readonly (readonly number[])[]} [expected] - the predictions of each body; without them, any finite ones do
 * @throws Error where an answer is not 200 or not the expected predictions
 */
export async function checkAnswers(server, requests, expected) {
  for (const [i, body] of requests.bodies.entries()) {
    verify(server.kind.label, await post(server.url + requests.path, body), requests, expected?.[i]);
  }
}

/**
 * @param {string} label
 * @param {{ status: number | undefined, text: string }} answer
 * @param {import("./requests.mjs").Requests} requests
 * @param {readonly number[] | undefined} expected
 */
function verify(label, { status, text }, requests, expected) {
  const refusal = `${label} answered ${status}: ${text.slice(0, 300)}`;
  if (status !== 200) throw new Error(refusal);
  const answer = JSON.parse(text);
  if (answer.errors) throw new Error(refusal);
  const predictions = requests.predictions(answer);
  if (predictions.length !== requests.rows || !predictions.every(Number.isFinite)) throw new Error(refusal);
  if (
    expected?.some((value, i) => Math.abs(value - predictions[i]) > TOLERANCE * Math.max(1, Math.abs(value)))
  ) {
    throw new Error(`${refusal}\nexpected ${expected.slice(0, 5)}`);
  }
}

/**
 * @param {string} url
 * @param {string} body
 * @returns {Promise<{ status: number | undefined, text: string }>}
 */
function post(url, body) {
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
    const outgoing = request(url, { method: "POST", headers }, async (incoming) => {
      let text = "";
      for await (const chunk of incoming.setEncoding("utf8")) text += chunk;
      resolve({ status: incoming.statusCode, text });
    });
    outgoing.once("error", reject);
    outgoing.end(body);
  });
}
