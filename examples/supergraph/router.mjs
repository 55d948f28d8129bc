/**
 * The router: Hive Gateway with a composed supergraph, `supergraph.graphql` by default.
 *
 *     node router.mjs [FILE]
 */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createGatewayRuntime } from "@graphql-hive/gateway-runtime";

const [, , file = new URL("supergraph.graphql", import.meta.url)] = process.argv;
const router = createGatewayRuntime({ supergraph: readFileSync(file, "utf8"), logging: false });
const port = Number(process.env.PORT ?? 4002);
createServer(router).listen(port, "127.0.0.1", () =>
  console.log(`Router at http://127.0.0.1:${port}/graphql`),
);
