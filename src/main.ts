import { HousePriceError } from "../model/errors";
import { endIfHeld, endProcess } from "../model/file/end-process";
import { loadConfig } from "./config";
import { createLogger } from "./logger";
import { announce } from "./service-log";
import { exitOnStopSignals } from "./stop-signals";

/** One process serves by itself; of several, the first one keeps the others, and each of those serves. */
async function main(): Promise<void> {
  const handOverSignals = exitOnStopSignals();
  const config = loadConfig(process.env);
  const log = await createLogger(config.LOG_LEVEL);
  const role = config.WORKERS === 1 ? "alone" : await roleInCluster();
  if (role === "primary") {
    const { runWorkers } = await import("./workers");
    const end = runWorkers(config, log);
    handOverSignals();
    process.exitCode = await end;
    return;
  }
  // The primary has no use for a server.
  const { serve } = await import("./serve");
  if (role === "worker") await serveAsWorker(() => serve(config, log, true));
  else announce(log, config, await serve(config, log, false));
  // Nothing has run between the end of serve(), which handles the signals, and this.
  handOverSignals();
}

async function roleInCluster(): Promise<"primary" | "worker"> {
  const { default: cluster } = await import("node:cluster");
  return cluster.isPrimary ? "primary" : "worker";
}

async function serveAsWorker(serve: () => Promise<unknown>): Promise<void> {
  try {
    await serve();
  } catch (error) {
    // Its line to the primary process would hold it after it has said why.
    setImmediate(() => void endProcess(1));
    throw error;
  }
}

main().catch((error: unknown) => {
  if (!(error instanceof HousePriceError)) throw error;
  console.error(`${error.code}: ${error.message}`);
  process.exitCode = 1;
  return endIfHeld();
});
