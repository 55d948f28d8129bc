import pino, { type Logger } from "pino";
import { isProduction } from "./config";

/**
 * Creates the log of a process: JSON lines, or human-readable lines on a terminal unless NODE_ENV is production.
 *
 * @param level - LOG_LEVEL
 */
export async function createLogger(level: string): Promise<Logger> {
  if (!process.stdout.isTTY || isProduction(process.env)) return pino({ level });
  const { default: pretty } = await import("pino-pretty");
  return pino(
    { level },
    pretty({ sync: true, singleLine: true, translateTime: "SYS:HH:MM:ss", ignore: "pid,hostname" }),
  );
}
