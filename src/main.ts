import type { FastifyInstance } from "fastify";
import { HousePriceError } from "../model/errors";
import { ModelRegistry } from "../model/registry";
import { createApp } from "./app";
import { type Config, loadConfig } from "./config";
import { logModels } from "./model-log";
import { useModelReload } from "./model-reload";

/** How long requests in flight may take once the process is told to end. */
const DRAIN_MS = 10_000;

async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const app = await createApp(config, () => registry.current);
  const registry = await openRegistry(config, app);
  useModelReload(app, registry, config);
  endOnSignal(app);
  await listen(app, config);
  if (process.env.NODE_ENV !== "production") printWelcome(app);
}

async function openRegistry(config: Config, app: FastifyInstance): Promise<ModelRegistry> {
  const { MODEL_DIR: directory, MODEL_PIN: pins } = config;
  try {
    return await ModelRegistry.open(directory, { pins, observer: logModels(app.log) });
  } catch (error) {
    await app.close();
    throw error;
  }
}

/** SIGTERM and SIGINT: no new connections, the requests in flight are answered, and the process ends by itself. */
function endOnSignal(app: FastifyInstance): void {
  const end = () => {
    setTimeout(() => process.exit(1), DRAIN_MS).unref();
    void app.close();
  };
  process.once("SIGTERM", end);
  process.once("SIGINT", end);
}

async function listen(app: FastifyInstance, { HOST: host, PORT: port }: Config): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (cause) {
    const reason = cause instanceof Error && "code" in cause ? cause.code : cause;
    throw new HousePriceError(
      "PORT_UNAVAILABLE",
      `Cannot listen on ${host}:${port} (${reason}): set PORT or HOST to others, or end what listens there.`,
      { cause },
    );
  }
}

function printWelcome(app: FastifyInstance): void {
  const address = app.server.address();
  const port = typeof address === "object" && address !== null ? address.port : "";
  const query =
    "{ predictHousePrice(input: {medInc: 3.5, aveRooms: 5.0, aveOccup: 2.0}) { predictedHousePrice } }";
  console.log(`
House Price GraphQL listens on http://localhost:${port}/graphql (open it in a browser for Apollo Sandbox). Try:

curl -s http://localhost:${port}/graphql -H 'content-type: application/json' -d '${JSON.stringify({ query })}'
`);
}

main().catch((error: unknown) => {
  if (!(error instanceof HousePriceError)) throw error;
  console.error(`${error.code}: ${error.message}`);
  process.exitCode = 1;
});
