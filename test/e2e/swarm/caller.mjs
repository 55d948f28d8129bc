// Runs in the network of a stack: sends requests at a steady rate to the addresses to which the name of the service resolves, as a
// proxy would, and counts what becomes of them. GET / gives the counts; POST /hold?address=A&count=N leaves N requests in flight at A.
import { Resolver } from "node:dns/promises";
import { Agent, createServer, request } from "node:http";
import { connect } from "node:net";

const { SERVICE, BODY, RATE } = process.env;
const SERVER_PORT = 4000;
const RESOLVE_MS = 200;
/** A lost question is asked again long before the grace of a server that ends is over. */
const resolver = new Resolver({ timeout: 500, tries: 2 });
const CONNECT_MS = 3000;
/** Requests at one address at a time. Others wait here, not there, so they never wait for a server that ends. */
const MAX_OPEN = 32;

const counts = {
  seconds: 0,
  sent: 0,
  answered: 0,
  retried: 0,
  models: {},
  lost: {},
  reasons: [],
  inFlightAtLoss: {},
};
/** Requests on an open connection and without an answer, by address. */
const inFlight = new Map();
const agent = new Agent({ keepAlive: true, maxSockets: MAX_OPEN });
let addresses = [];
let resolvedAt = 0;
let turn = 0;
let waiting = 0;
let open = 0;

function entersFlight(address) {
  inFlight.set(address, (inFlight.get(address) ?? 0) + 1);
}

function leavesFlight(address) {
  inFlight.set(address, inFlight.get(address) - 1);
}

function lose(address, reason) {
  counts.inFlightAtLoss[address] ??= inFlight.get(address);
  counts.lost[address] = (counts.lost[address] ?? 0) + 1;
  const age = Math.round(performance.now() - resolvedAt);
  if (counts.reasons.length < 20) counts.reasons.push(`${reason.slice(0, 300)} (addresses of ${age} ms ago)`);
}

/** As a proxy does, sends nothing more to an address that broke a connection, until the name is resolved again. */
function leave(address) {
  addresses = addresses.filter((each) => each !== address);
}

/** Sends those that wait, each to the next address. */
function sendWaiting() {
  while (waiting > 0 && open < MAX_OPEN * addresses.length) {
    waiting--;
    open++;
    send(addresses[turn++ % addresses.length]);
  }
}

function end() {
  open--;
  sendWaiting();
}

/** Sends a request to an address; where no connection opens, nobody has seen it yet, so it waits for another address. */
function send(address) {
  let connected = false;
  let ended = false;
  const call = request({
    agent,
    host: address,
    port: SERVER_PORT,
    path: "/graphql",
    method: "POST",
    headers: { "content-type": "application/json", "content-length": Buffer.byteLength(BODY) },
  });
  const isOpen = () => {
    connected = true;
    entersFlight(address);
  };
  call.on("socket", (socket) => {
    if (!socket.connecting) return isOpen();
    const timer = setTimeout(() => socket.destroy(new Error("no connection")), CONNECT_MS);
    socket.once("close", () => clearTimeout(timer));
    socket.once("connect", () => {
      clearTimeout(timer);
      isOpen();
    });
  });
  call.on("error", (error) => {
    if (ended) return;
    ended = true;
    leave(address);
    if (connected) {
      lose(address, String(error));
      leavesFlight(address);
    } else {
      counts.retried++;
      waiting++;
    }
    end();
  });
  call.on("response", (response) => {
    let text = "";
    response.setEncoding("utf8").on("data", (chunk) => {
      text += chunk;
    });
    response.on("error", (error) => call.emit("error", error));
    response.on("end", () => {
      ended = true;
      const model = response.statusCode === 200 && JSON.parse(text).data?.predictHousePrice?.model;
      if (model) {
        const id = `${model.name}@${model.version}`;
        counts.answered++;
        counts.models[id] = (counts.models[id] ?? 0) + 1;
      } else lose(address, `${response.statusCode} ${text}`);
      leavesFlight(address);
      end();
    });
  });
  call.end(BODY);
}

/** Opens a connection and sends half of a request, which the server waits for. */
function hold(address) {
  return new Promise((resolve, reject) => {
    const socket = connect(SERVER_PORT, address, () => {
      counts.sent++;
      entersFlight(address);
      const head = `POST /graphql HTTP/1.1\r\nHost: server\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`;
      socket.write(head, () => resolve());
    });
    socket.on("error", reject);
    socket.on("close", () => {
      leave(address);
      lose(address, "held");
      leavesFlight(address);
    });
  });
}

async function resolveAddresses() {
  try {
    addresses = await resolver.resolve4(SERVICE);
    resolvedAt = performance.now();
  } catch {
    // As proxies do, it keeps the last addresses.
  }
  sendWaiting();
  setTimeout(resolveAddresses, RESOLVE_MS);
}

let start;
let regular = 0;
const elapsed = () => (start === undefined ? 0 : (performance.now() - start) / 1000);

createServer(async (incoming, response) => {
  const url = new URL(incoming.url, "http://caller");
  if (url.pathname === "/hold") {
    const address = url.searchParams.get("address");
    await Promise.all(Array.from({ length: Number(url.searchParams.get("count")) }, () => hold(address)));
  }
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify({ ...counts, seconds: elapsed() }));
}).listen(8080);

await resolveAddresses();
setInterval(() => {
  if (addresses.length > 0) start ??= performance.now();
  for (; regular < elapsed() * Number(RATE); regular++) {
    counts.sent++;
    waiting++;
  }
  sendWaiting();
}, 10);
