import { createHash } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { preset } from "@graphql-codegen/client-preset";
import { codegen } from "@graphql-codegen/core";
import {
  type DocumentNode,
  parse,
  buildSchema as parseSchema,
  print,
  separateOperations,
  stripIgnoredCharacters,
} from "graphql";
import { HousePriceError } from "./model/errors";
import { Table } from "./model/table/table";
import { readTableSchema } from "./model/table/table-schema";
import { printSortedSchema } from "./schema/build-schema";
import { exampleQueries } from "./schema/example-queries";
import { printConfigurationPage } from "./src/config-page";

/**
 * `npm run codegen`: writes `schema/schema.graphql` and example queries for it, and from the operations of the example client and
 * of the page their typed documents, and the example's manifest for SAFELIST; and the page of environment variables. All are committed; a test fails where
 * they differ from what this gives.
 *
 * It calls the generator's core with the client preset: the command-line front end would bring loaders for schemas on
 * the network, and three hundred packages that this project has no use for.
 */

/** Path of each generated file, from the root of the repository, and its text. */
export type GeneratedFiles = ReadonlyMap<string, string>;

const TABLE_FILE = "data/california_housing.schema.json";
const SCHEMA_FILE = "schema/schema.graphql";
const EXAMPLES_FILE = "schema/examples.graphql";
const CONFIGURATION_PAGE = "docs/CONFIGURATION.md";
const EXAMPLE_CLIENT = "examples/client";
const SAFELIST_FILE = `${EXAMPLE_CLIENT}/gql/safelist.json`;

/** The folder of each client, and the files of its operations. */
const CLIENTS = [
  // Apollo's generator of manifests wants one operation per file.
  {
    folder: EXAMPLE_CLIENT,
    operations: ["operations/PredictHousePrice.graphql", "operations/PredictHousePrices.graphql"],
  },
  { folder: "web", operations: ["operations.graphql"] },
] as const;

type Client = (typeof CLIENTS)[number];

export async function generate(root: string): Promise<GeneratedFiles> {
  const table = await readTable(join(root, TABLE_FILE));
  const schema = printSortedSchema(table);
  const files = new Map([
    [SCHEMA_FILE, schema],
    [EXAMPLES_FILE, exampleQueries(table)],
    [CONFIGURATION_PAGE, printConfigurationPage()],
  ]);
  for (const client of CLIENTS) {
    const documents = await readOperations(root, client);
    for (const [path, text] of await generateDocuments(client, documents, schema)) files.set(path, text);
    if (client.folder === EXAMPLE_CLIENT) files.set(SAFELIST_FILE, printSafelist(documents));
  }
  return files;
}

interface ClientDocument {
  readonly location: string;
  readonly document: DocumentNode;
  readonly rawSDL: string;
}

function readOperations(root: string, { folder, operations }: Client): Promise<ClientDocument[]> {
  return Promise.all(
    operations.map(async (name) => {
      const location = join(folder, name);
      const rawSDL = await readFile(join(root, location), "utf8");
      return { location, document: parse(rawSDL), rawSDL };
    }),
  );
}

/** The typed documents of a client, from its operations. */
async function generateDocuments(
  { folder }: Client,
  documents: ClientDocument[],
  schema: string,
): Promise<GeneratedFiles> {
  const sections = await preset.buildGeneratesSection({
    baseOutputDir: `${folder}/gql/`,
    schema: parse(schema),
    schemaAst: parseSchema(schema),
    documents,
    config: {
      documentMode: "string",
      useTypeImports: true,
      enumsAsTypes: true,
      strictScalars: true,
      scalars: {
        DateTime: "string",
        Date: "string",
        JSONObject: "Record<string, string | number | boolean>",
      },
    },
    presetConfig: { fragmentMasking: false },
    plugins: [],
    pluginMap: {},
  });
  const files = new Map<string, string>();
  for (const section of sections) files.set(section.filename, await codegen(section));
  return files;
}

async function readTable(path: string): Promise<Table> {
  const schema = await readTableSchema(path);
  if (!schema) throw new HousePriceError("SCHEMA_UNREADABLE", `${path} does not exist.`);
  return new Table(schema);
}

/**
 * The manifest for SAFELIST: each operation with its fragments, by the SHA-256 of its text, without what GraphQL ignores.
 * The client preset has such a manifest too, but sorts the fields in it, so that the client's own texts are not in it.
 */
function printSafelist(documents: readonly ClientDocument[]): string {
  const texts = documents
    .flatMap(({ document }) => Object.values(separateOperations(document)))
    .map((each) => stripIgnoredCharacters(print(each)));
  const manifest = texts.map((text) => [createHash("sha256").update(text).digest("hex"), text]);
  return `${JSON.stringify(Object.fromEntries(manifest), null, 2)}\n`;
}

/** Writes the generated files, and removes what an earlier run left in the clients' folders. */
async function writeGenerated(root: string): Promise<void> {
  const files = await generate(root);
  for (const { folder } of CLIENTS) {
    await rm(join(root, folder, "gql"), { recursive: true, force: true });
  }
  for (const [path, text] of files) {
    await mkdir(join(root, dirname(path)), { recursive: true });
    await writeFile(join(root, path), text);
    console.log(`Wrote ${path}`);
  }
}

if (require.main === module) void writeGenerated(process.cwd());
