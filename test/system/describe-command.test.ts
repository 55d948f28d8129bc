import { existsSync } from "node:fs";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DESCRIBE } from "../support/commands";
import { runNode } from "../support/node-process";
import { temporaryDirectory } from "../support/temporary-directory";

/** The example table in a directory of its own. */
async function exampleTable(): Promise<string> {
  const path = join(await temporaryDirectory(), "houses.csv");
  await copyFile("examples/houses/houses.csv", path);
  return path;
}

const describeFile = (path: string, ...options: readonly string[]) =>
  runNode([DESCRIBE, path, "--target", "price", ...options]);

describe("npm run describe", () => {
  it("prints the columns with what is done with each and why, and writes the schema beside the file", async () => {
    const path = await exampleTable();
    const { status, stdout, stderr } = await describeFile(path);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toContain(`${path}: 600 rows, 15 columns`);
    for (const row of [
      /│ id +│ +│ category +│ 0 +│ +│ left out +│ it identifies the row/,
      /│ sold +│ sold +│ date +│ 0 +│ 2021-01-07 to 2024-01-01 +│ feature +│ %d\/%m\/%Y: the day comes first/,
      /│ plot \(m²\) +│ plot +│ integer +│ 187 +│ 76 to 1218 +│ feature/,
      /│ condition +│ condition +│ category +│ 18 +│ 4: "", good, new, to renovate +│ feature/,
      /│ price +│ price +│ integer +│ 0 +│ 57000 to 863000 +│ target/,
    ]) {
      expect(stdout).toMatch(row);
    }
    expect(stdout).toContain("Note: The currency of the target is not known");
    const { fields } = JSON.parse(await readFile(path.replace(".csv", ".schema.json"), "utf8"));
    expect(fields).toHaveLength(15);
  });

  it("keeps a schema that exists, and says how to go on", async () => {
    const path = await exampleTable();
    const schema = path.replace(".csv", ".schema.json");
    await writeFile(schema, "mine");
    const { status, stdout, stderr } = await describeFile(path);
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toBe(
      `SCHEMA_EXISTS: ${schema} already exists: edit it to change a decision, remove it to infer it again, or choose another file with --out FILE.\n`,
    );
    expect(await readFile(schema, "utf8")).toBe("mine");
    expect((await describeFile(path, "--out", `${schema}.new`)).status).toBe(0);
  });

  it("prints one JSON document where it is asked to, which tells all decisions", async () => {
    const path = await exampleTable();
    const out = join(await temporaryDirectory(), "s.json");
    const { stdout, stderr } = await describeFile(
      path,
      "--json",
      "--out",
      out,
      "--currency",
      "gbp",
      "--ignore",
      "lat,lng",
    );
    expect(stderr).toBe("");
    const { rows, columns, warnings, schema, written } = JSON.parse(stdout);
    expect({ rows, warnings, written }).toEqual({ rows: 600, warnings: [], written: out });
    expect(JSON.parse(await readFile(out, "utf8"))).toEqual(schema);
    expect(columns[12]).toEqual({
      column: "lat",
      type: "number",
      missing: 0,
      range: [54.64659, 54.72197],
      decision: "left out",
      reason: "excluded by you",
    });
    expect(columns[14]).toMatchObject({ column: "price", apiName: "price", decision: "target" });
    expect(schema.fields[14]).toMatchObject({ currency: "GBP", unit: "British pounds" });
  });

  it.each([
    ["no target", [], "error: required option '--target <column>' not specified"],
    [
      "a delimiter of two characters",
      ["--target", "price", "--delimiter", "::"],
      'Expected ",", ";", "|" or "tab".',
    ],
    ["a currency that there is not", ["--target", "price", "--currency", "XX"], "Expected an ISO 4217 code"],
  ])("refuses %s", async (_what, options, message) => {
    const { status, stderr } = await runNode([DESCRIBE, await exampleTable(), ...options]);
    expect(status).toBe(1);
    expect(stderr).toContain(message);
  });

  it("writes nothing where the table is defective, or the place of the schema", async () => {
    const directory = await temporaryDirectory();
    const path = join(directory, "houses.csv");
    await writeFile(path, "a,price\n1,2\n1\n\u001b[31m,x,y\n");
    const defective = await describeFile(path);
    expect(defective.status).toBe(1);
    expect(defective.stderr).toContain(`DATA_INVALID: ${path} has 2 bad lines`);
    expect(defective.stderr).not.toContain("\u001b");
    expect(existsSync(join(directory, "houses.schema.json"))).toBe(false);

    const missing = await describeFile(join(directory, "none.csv"));
    expect(missing.stderr).toContain("DATA_UNREADABLE");
    await mkdir(join(directory, "folder.csv"));
    expect((await describeFile(join(directory, "folder.csv"))).stderr).toContain("it is not a regular file");
    const unwritable = await describeFile(await exampleTable(), "--out", join(directory, "none", "s.json"));
    expect(unwritable.stderr).toContain("OUTPUT_UNWRITABLE");
  });
});
