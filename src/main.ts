import { HousePriceError } from "../model/errors";
import { endIfHeld, endProcess } from "../model/file/end-process";
import { loadConfig } from "./config";
import { createLogger } from "./logger";
import { announce } from "./service-log";
import { exitOnStopSignals } from "./stop-signals";

/** Starts a single server, or a primary process with workers. */
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
  // Loaded here, since the primary does not need it.
  const { serve } = await import("./serve");
  if (role === "worker") await serveAsWorker(() => serve(config, log, true));
  else announce(log, config, await serve(config, log, false));
  // No code runs between the end of serve(), which installs the signal handlers, and this line.
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
    // The channel to the primary process would keep it alive after the error is reported.
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
