import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { generate } from "../../codegen";
import { printSortedSchema } from "../../schema/build-schema";
import { CALIFORNIA } from "../support/california";

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
});
