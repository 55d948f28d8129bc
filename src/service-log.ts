import type { Logger } from "pino";
import { type Config, isProduction } from "./config";
import { VERSION } from "./version";
import { printWelcome } from "./welcome";

/** What a server tells once it serves. */
export interface Serving {
  readonly port: number;
  /** The model that answers a query with no more than the required features. */
  readonly defaultModel?: string | undefined;
  /** An input that it answers, as it is written in a query. */
  readonly exampleInput: string;
}

/** Logs what serves, in one line, and behind it tells a developer how to ask. With several workers the primary logs it once. */
export function announce(
  log: Logger,
  { HOST: host, WORKERS: workers }: Config,
  { port, defaultModel, exampleInput }: Serving,
): void {
  log.info({ version: VERSION, node: process.version, host, port, workers, defaultModel }, "serving");
  if (!isProduction(process.env)) printWelcome(host, port, exampleInput);
}

/**
 * Logs that a signal ends the service.
 *
 * @returns logs that it has ended, and how long that took
 */
export function logStop(log: Logger, signal: NodeJS.Signals): () => void {
  const began = performance.now();
  log.info({ signal }, "stopping");
  return () => log.info({ durationMs: Math.round(performance.now() - began) }, "stopped");
}
