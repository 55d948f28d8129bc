import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, Kind, parse, validate } from "graphql";
import { ask, dataOf } from "../support/graphql-request";
import { startServer } from "../support/server";

const FOLDER = "examples/operations";
const FILES = readdirSync(FOLDER).sort();
const HOUSE = { medInc: 3.5, aveRooms: 5, aveOccup: 2 };
const VARIABLES = { input: HOUSE, inputs: [HOUSE, { ...HOUSE, medInc: -1 }] };

const textOf = (file: string) => readFileSync(join(FOLDER, file), "utf8");

describe.each(FILES)("the operation of examples/operations/%s", (file) => {
  const text = textOf(file);

  it("is the only one of its file, named as the file, and described by the comment before it", () => {
    const { definitions } = parse(text);
    expect(definitions).toMatchObject([
      { kind: Kind.OPERATION_DEFINITION, operation: "query", name: { value: file.replace(".graphql", "") } },
    ]);
    expect(text).toMatch(/^# [A-Z](?:.*\n# )+.*\.\nquery /);
  });

  it("is valid against the committed schema", () => {
    const schema = buildSchema(readFileSync("schema/schema.graphql", "utf8"));
    expect(validate(schema, parse(text))).toEqual([]);
  });
});

describe("a server with its defaults", () => {
  it("answers each of the operations", async () => {
    const server = await startServer({ INTROSPECTION: false });
    for (const file of FILES) {
      // A tool for agents sends the file as it is, comments included, and the variables that the operation has.
      const text = textOf(file);
      const variables = Object.entries(VARIABLES).filter(([name]) => text.includes(`$${name}:`));
      const data = dataOf(await ask<Record<string, unknown>>(server, text, Object.fromEntries(variables)));
      expect(Object.values(data)[0]).toBeTruthy();
    }
  });
});
