import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describeTable } from "../../../training/describe/describe-table";
import type { DescribeOptions } from "../../../training/describe/options";
import { findSchema } from "../../../training/find-schema";
import { writeTable } from "../../support/describing";
import { refusalOf } from "../../support/refusal";
import { temporaryDirectory } from "../../support/temporary-directory";

const TEXT = "Living area,price\n1.5,1\n2.5,2\n";
const SCHEMA = {
  name: "houses",
  fields: [
    { name: "Living area", type: "number", apiName: "area" },
    { name: "price", type: "number", role: "target", apiName: "amount" },
  ],
};

async function withSchema(): Promise<{ path: string; schemaPath: string }> {
  const path = await writeTable(TEXT);
  const schemaPath = path.replace(/\.csv$/, ".schema.json");
  await writeFile(schemaPath, JSON.stringify(SCHEMA));
  return { path, schemaPath };
}

describe("a table with a schema beside it", () => {
  it.each<[Partial<DescribeOptions>]>([
    [{}],
    [{ target: "price" }],
    [{ target: "amount" }],
    [{ target: "price", delimiter: undefined }],
  ])("is read by it with the options %j", async (options) => {
    const { path } = await withSchema();

    expect(await findSchema(path, options)).toEqual({ schema: SCHEMA, description: undefined });
  });

  it("refuses another target", async () => {
    const { path, schemaPath } = await withSchema();
    const { code, message } = await refusalOf(() => findSchema(path, { target: "Living area" }));

    expect([code, message]).toEqual([
      "OPTION_INVALID",
      `--target names "Living area", but the target of ${schemaPath} is "price": change the roles in it, or remove it.`,
    ]);
  });

  it("refuses options for what it says itself", async () => {
    const { path, schemaPath } = await withSchema();
    const { code, message } = await refusalOf(() => findSchema(path, { target: "price", currency: "EUR" }));

    expect([code, message]).toEqual([
      "OPTION_INVALID",
      `${schemaPath} says how to read the table, so the options for that (--delimiter, --decimal, --dates, --missing, --categories, --ignore, --currency) have no effect: omit them, edit the file, or remove it.`,
    ]);
  });
});

describe("a table without a schema", () => {
  it("is described, with the target that is named and the other options", async () => {
    const path = await writeTable(TEXT);
    const options = { target: "price", currency: "EUR" };
    const { schema, description } = await findSchema(path, options);

    expect(description).toEqual(await describeTable(path, options));
    expect(schema).toBe(description?.schema);
  });

  it("needs a target", async () => {
    const path = await writeTable(TEXT);
    const { code, message } = await refusalOf(() => findSchema(path, {}));

    expect([code, message]).toEqual([
      "OPTION_INVALID",
      `There is no ${path.replace(/\.csv$/, ".schema.json")}: name the column to predict with --target, or write a schema with "npm run describe".`,
    ]);
  });

  it("is reported as missing where it is missing too", async () => {
    const path = join(await temporaryDirectory(), "none.csv");

    expect((await refusalOf(() => findSchema(path, {}))).code).toBe("DATA_UNREADABLE");
  });
});
