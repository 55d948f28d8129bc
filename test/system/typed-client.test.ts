import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { copyFile, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { preset } from "@graphql-codegen/client-preset";
import { codegen } from "@graphql-codegen/core";
import { parse, buildSchema as parseSchema } from "graphql";
import { Table } from "../../model/table/table";
import { printSortedSchema } from "../../schema/build-schema";
import { describeTable } from "../../training/describe/describe-table";
import { SCHEMA } from "../support/commands";
import { catalogueOf } from "../support/every-type";
import { ask, dataOf } from "../support/graphql-request";
import { runNode } from "../support/node-process";
import { startServer } from "../support/server";
import { temporaryDirectory } from "../support/temporary-directory";

jest.mock("../../model/estimators/kinds", () => {
  const { ESTIMATOR_KINDS } = jest.requireActual("../../model/estimators/kinds");
  return { ESTIMATOR_KINDS: [...ESTIMATOR_KINDS, jest.requireActual("../support/weights-kind").weights] };
});

const PAGE = readFileSync("docs/OWN_DATA.md", "utf8");

/** The block of the page that begins with a line. */
function blockOf(first: string): string {
  const block = [...PAGE.matchAll(/```\w+\n([\s\S]*?)```/g)].find(([, text]) => text.startsWith(first));
  if (!block) throw new Error(`The page has no block that begins with ${first}`);
  return block[1];
}

const CONFIG = blockOf("import type { CodegenConfig }");
const OPERATIONS = blockOf("query Price");
const MAIN = blockOf("import { execute }");

interface Output {
  readonly presetConfig: object;
  readonly config: object;
}

/** The options that the page gives to the generator. */
function outputOf(config: string): Output {
  const [, literal] = /const config: CodegenConfig = ({[\s\S]*?\n});/.exec(config) ?? [];
  const { generates }: { generates: { "gql/": Output } } = new Function(`return (${literal})`)();
  return generates["gql/"];
}

/** Writes a client of the example table into a folder, as the page tells to. */
async function makeClient(schema: string, main: string): Promise<string> {
  const root = await temporaryDirectory();
  const location = join(root, "operations.graphql");
  const { config, presetConfig } = outputOf(CONFIG);
  const sections = await preset.buildGeneratesSection({
    baseOutputDir: join(root, "gql/"),
    schema: parse(schema),
    schemaAst: parseSchema(schema),
    documents: [{ location, document: parse(OPERATIONS), rawSDL: OPERATIONS }],
    config,
    presetConfig,
    plugins: [],
    pluginMap: {},
  });
  for (const section of sections) {
    await mkdir(dirname(section.filename), { recursive: true });
    await writeFile(section.filename, await codegen(section));
  }
  await symlink(resolve("node_modules"), join(root, "node_modules"));
  await copyFile("examples/client/execute.ts", join(root, "execute.ts"));
  await writeFile(join(root, "main.ts"), main);
  return root;
}

/** What the compiler says to a client. */
function compile(root: string): Promise<string> {
  const flags = [
    "--strict",
    "--noEmit",
    "--skipLibCheck",
    "--target",
    "es2022",
    "--module",
    "preserve",
    "--types",
    "node",
  ];
  const args = [resolve("node_modules/typescript/bin/tsc"), ...flags, join(root, "main.ts")];
  return new Promise((done) => {
    execFile(process.execPath, args, { cwd: root }, (_error, stdout) => done(stdout));
  });
}

async function exampleTable(): Promise<Table> {
  const { schema } = await describeTable("examples/houses/houses.csv", { target: "price", currency: "GBP" });
  return new Table({ ...schema, fields: schema.fields.filter(({ role }) => role !== "ignored") });
}

describe("npm run schema", () => {
  it("prints the schema of the models in a directory, and nothing else", async () => {
    const { status, stdout, stderr } = await runNode([SCHEMA, "--models", "model/trained"]);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toBe(await readFile("schema/schema.graphql", "utf8"));
  });

  it("says what to do where there are no models", async () => {
    const { status, stdout, stderr } = await runNode([SCHEMA, "--models", await temporaryDirectory()]);
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/^NO_MODEL: There is no model in /);
  });
});

describe("the client of docs/OWN_DATA.md", () => {
  it("is generated from the schema of the example table, and compiles", async () => {
    const schema = printSortedSchema(await exampleTable());
    expect(await compile(await makeClient(schema, MAIN))).toBe("");
  });

  it.each([
    [
      "a category that there is not",
      '"OLD_TOWN"',
      '"ATLANTIS"',
      /"ATLANTIS"' is not assignable to type 'DistrictCategory'/,
    ],
    ["a number as text", "livingArea: 95", 'livingArea: "95"', /'string' is not assignable to type 'number'/],
    ["a required value left out", '  garage: "NO",\n', "", /Property 'garage' is missing/],
    ["a field that there is not", "interval.lowerGbp", "interval.lowerUsd", /'lowerUsd' does not exist/],
  ])("does not compile with %s", async (_, right, wrong, message) => {
    const schema = printSortedSchema(await exampleTable());
    expect(MAIN).toContain(right);
    expect(await compile(await makeClient(schema, MAIN.replace(right, wrong)))).toMatch(message);
  });

  it("asks what a server of the table answers", async () => {
    const server = await startServer({}, catalogueOf(await exampleTable()));
    const [, literal] = /const house: HouseFeaturesInput = ({[\s\S]*?\n});/.exec(MAIN) ?? [];
    const input: object = new Function(`return (${literal})`)();
    const { predictHousePrice } = dataOf(
      await ask<{ predictHousePrice: { contributions: object[] } }>(server, OPERATIONS, { input }),
    );
    expect(predictHousePrice.contributions).toHaveLength(4);
  });
});
