import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { refuseExisting, writeSchema } from "../../../../cli/describe/write-schema";
import type { TableSchema } from "../../../../model/table/schema-format";
import { readTableSchema } from "../../../../model/table/table-schema";
import { refusalOf } from "../../../support/refusal";
import { temporaryDirectory } from "../../../support/temporary-directory";

const SCHEMA: TableSchema = { fields: [{ name: "price", type: "number", role: "target" }] };

describe("when a schema is written", () => {
  it("is what is read again", async () => {
    const path = join(await temporaryDirectory(), "s.json");
    await refuseExisting(path);
    await writeSchema(path, SCHEMA);
    expect(await readTableSchema(path)).toEqual(SCHEMA);
  });

  it("replaces none, not even one that has appeared meanwhile", async () => {
    const path = join(await temporaryDirectory(), "s.json");
    await writeSchema(path, SCHEMA);
    const before = await readFile(path, "utf8");
    for (const attempt of [
      () => refuseExisting(path),
      () => writeSchema(path, { ...SCHEMA, name: "other" }),
    ]) {
      const { code, message } = await refusalOf(attempt);
      expect([code, message.includes("remove it to infer it again")]).toEqual(["SCHEMA_EXISTS", true]);
    }
    expect(await readFile(path, "utf8")).toBe(before);
  });

  it("fails with a message if the file cannot be written", async () => {
    const directory = await temporaryDirectory();
    await mkdir(join(directory, "folder"));
    const inNothing = await refusalOf(() => writeSchema(join(directory, "none", "s.json"), SCHEMA));
    expect([inNothing.code, inNothing.message]).toEqual([
      "OUTPUT_UNWRITABLE",
      expect.stringContaining("ENOENT"),
    ]);
    expect((await refusalOf(() => refuseExisting(join(directory, "folder")))).code).toBe("SCHEMA_EXISTS");
  });
});
