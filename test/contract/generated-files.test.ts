import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { composeServices } from "@theguild/federation-composition";
import { parse } from "graphql";
import { generate } from "../../codegen";
import { buildFederatedSchema, printSortedSchema } from "../../schema/build-schema";
import { CALIFORNIA } from "../support/california";
import { NAMES } from "../support/federation";

const CLIENTS = ["examples/client/gql", "web/gql"];

describe("the generated files that are committed", () => {
  it("are what `npm run codegen` writes, neither more nor fewer", async () => {
    const files = await generate(process.cwd());
    for (const [path, text] of files)
      expect(`${path}\n${readFileSync(path, "utf8")}`).toBe(`${path}\n${text}`);
    const committed = CLIENTS.flatMap((client) => readdirSync(client).map((name) => join(client, name)));
    const others = ["schema/schema.graphql", "schema/examples.graphql", "docs/CONFIGURATION.md"];
    expect([...committed, ...others].sort()).toEqual([...files.keys()].sort());
  });

  it("hold the schema that is served", () => {
    expect(readFileSync("schema/schema.graphql", "utf8")).toBe(printSortedSchema(CALIFORNIA));
  });

  it("hold the supergraph that examples/supergraph/compose.mjs writes", () => {
    const example = (name: string) => readFileSync(join("examples/supergraph", name), "utf8");
    const prices = buildFederatedSchema(CALIFORNIA, NAMES).sdl;
    const { supergraphSdl } = composeServices([
      { name: "houses", typeDefs: parse(example("houses.graphql")), url: "http://127.0.0.1:4001/graphql" },
      { name: "prices", typeDefs: parse(prices), url: "http://127.0.0.1:4000/graphql" },
    ]);
    expect(supergraphSdl).toBe(example("supergraph.graphql"));
  });
});
