import type { Logger } from "pino";
import { type Config, isProduction } from "./config";
import { VERSION } from "./version";
import { printWelcome } from "./welcome";

/** Facts about a server that has started. */
export interface Serving {
  readonly port: number;
  /** The model for queries with only the required features. */
  readonly defaultModel?: string | undefined;
  /** A valid input, in GraphQL syntax. */
  readonly exampleInput: string;
}

/** Logs the start in one line and, in development, prints an example request. With several workers, only the primary logs it. */
export function announce(
  log: Logger,
  { HOST: host, WORKERS: workers }: Config,
  { port, defaultModel, exampleInput }: Serving,
): void {
  log.info({ version: VERSION, node: process.version, host, port, workers, defaultModel }, "serving");
  if (!isProduction(process.env)) printWelcome(host, port, exampleInput);
}

/**
 * Logs that a signal stops the service.
 *
 * @returns logs that it has stopped, and the duration
 */
export function logStop(log: Logger, signal: NodeJS.Signals): () => void {
  const began = performance.now();
  log.info({ signal }, "stopping");
  return () => log.info({ durationMs: Math.round(performance.now() - began) }, "stopped");
}
