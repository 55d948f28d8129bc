import { preset } from "@graphql-codegen/client-preset";
import { codegen } from "@graphql-codegen/core";
import { parse, buildSchema as parseSchema } from "graphql";

/** The manifest that GraphQL Code Generator's client preset writes of an operation, `persisted-documents.json`. */
export async function persistedDocuments(schema: string, operation: string): Promise<Record<string, string>> {
  const sections = await preset.buildGeneratesSection({
    baseOutputDir: "gql/",
    schema: parse(schema),
    schemaAst: parseSchema(schema),
    documents: [{ location: "operations.graphql", document: parse(operation), rawSDL: operation }],
    config: {
      documentMode: "string",
      strictScalars: true,
      scalars: { DateTime: "string", JSONObject: "Record<string, unknown>" },
    },
    presetConfig: { persistedDocuments: true },
    plugins: [],
    pluginMap: {},
  });
  const texts = new Map<string, string>();
  for (const section of sections) texts.set(section.filename, await codegen(section));
  return JSON.parse(texts.get("gql/persisted-documents.json") ?? "");
}
