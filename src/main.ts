import type { FastifyInstance } from "fastify";
import { ModelCatalogue } from "../model/catalogue";
import { HousePriceError } from "../model/errors";
import { loadModels } from "../model/model-directory";
import { createApp } from "./app";
import { type Config, loadConfig } from "./config";

/** How long requests in flight may take once the process is told to end. */
const DRAIN_MS = 10_000;

async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const catalogue = await loadCatalogue(config.MODEL_DIR);
  const app = await createApp(config, () => catalogue);
  endOnSignal(app);
  await listen(app, config);
  if (process.env.NODE_ENV !== "production") printWelcome(app);
}

async function loadCatalogue(directory: string): Promise<ModelCatalogue> {
  const { models, refused } = await loadModels(directory);
  for (const { error } of refused) console.error(`${error.code}: ${error.message}`);
  if (models.length === 0) {
    throw new HousePriceError(
      "NO_MODEL",
      `There is no model in ${directory}: train one by "npm run train -- --out ${directory}", or set MODEL_DIR.`,
    );
  }
  return new ModelCatalogue(models);
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
