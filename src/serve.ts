import { lookup } from "node:dns/promises";
import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";
import { HousePriceError } from "../model/errors";
import { endIfHeld, endProcess } from "../model/file/end-process";
import { systemErrorCode } from "../model/file/system-error";
import { ModelRegistry } from "../model/registry/registry";
import { allObservers } from "../model/registry/registry-observer";
import { exampleInputFor } from "../schema/example-query";
import { createApp } from "./app";
import type { Config } from "./config";
import { drain } from "./connections/drain";
import { warnOfMisspellings } from "./misspelt-variables";
import { logModels } from "./models/model-log";
import { useModelReload } from "./models/model-reload";
import { Metrics } from "./monitoring/metrics";
import { joinMetricsExchange, tellPrimary } from "./monitoring/metrics-exchange";
import { collectMetrics, type Monitoring, monitorProcess } from "./monitoring/process-metrics";
import { logStop, type Serving } from "./service-log";

/**
 * Runs a server until a signal stops it, in single-process mode or as a worker.
 *
 * @param isWorker - whether this is a worker; the primary process then logs for all workers
 * @throws HousePriceError if there are no models, or the port is unavailable
 */
export async function serve(config: Config, log: Logger, isWorker: boolean): Promise<Serving> {
  const metrics = new Metrics(() => registry.current);
  const registry = await openRegistry(config, log, metrics);
  const app = await createApp(config, () => registry.current, monitoring(metrics, isWorker), log);
  useModelReload(app, registry, config);
  // The primary process logs it for all workers.
  if (!isWorker) warnOfMisspellings(app.log, process.env);
  const port = await listen(app, config);
  endOnSignal(app, config, log, isWorker);
  const { current } = registry;
  const serving = {
    port,
    defaultModel: current.byDefault?.id,
    exampleInput: exampleInputFor(current.table, current.byDefault),
  };
  if (isWorker) tellPrimary({ kind: "serving", ...serving });
  return serving;
}

function monitoring(metrics: Metrics, isWorker: boolean): Monitoring {
  if (!isWorker) return monitorProcess(metrics);
  return { metrics, metricsPage: joinMetricsExchange(collectMetrics(metrics)) };
}

function openRegistry(
  { MODEL_DIR: directory, MODEL_PIN: pins }: Config,
  log: Logger,
  metrics: Metrics,
): Promise<ModelRegistry> {
  const observer = allObservers(logModels(log), metrics.registryObserver);
  return ModelRegistry.open(directory, { pins, observer });
}

/**
 * On SIGTERM and SIGINT, requests in flight are completed and the process exits. A terminal signals the whole
 * process group, so a worker gets the signal twice, from the terminal and from the primary process: it ignores the second. In
 * single-process mode, a second signal exits immediately.
 */
function endOnSignal(
  app: FastifyInstance,
  { DRAIN_GRACE_MS, DRAIN_MS }: Config,
  log: Logger,
  isWorker: boolean,
): void {
  let ending = false;
  const end = async (signal: NodeJS.Signals, grace: number) => {
    if (ending) return;
    ending = true;
    const logStopped = isWorker ? undefined : logStop(log, signal);
    setTimeout(() => {
      log.warn({ DRAIN_MS }, "exited with requests in flight");
      void endProcess(1);
    }, DRAIN_MS).unref();
    await drain(app, Math.min(grace, DRAIN_MS));
    logStopped?.();
    // The channel to the primary process keeps a worker alive.
    if (isWorker && process.connected) process.disconnect();
    await endIfHeld();
  };
  const listen = isWorker ? "on" : "once";
  process[listen]("SIGTERM", () => void end("SIGTERM", DRAIN_GRACE_MS));
  // No grace period: somebody waits at the terminal.
  process[listen]("SIGINT", () => void end("SIGINT", 0));
}

async function listen(app: FastifyInstance, { HOST: host, PORT: port }: Config): Promise<number> {
  try {
    // For "localhost", Fastify would open a second server for the other address, without limits and draining.
    const { address } = await lookup(host);
    return Number(new URL(await app.listen({ host: address, port })).port);
  } catch (cause) {
    throw new HousePriceError(
      "PORT_UNAVAILABLE",
      `Cannot listen on ${host}:${port} (${systemErrorCode(cause)}): set another PORT or HOST, or stop the process that uses it.`,
      { cause },
    );
  }
}
