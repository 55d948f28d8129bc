import { mkdir, writeFile } from "node:fs/promises";
import { shippedTable } from "../../../cli/shipped-table";
import { temporaryDirectory } from "../../support/temporary-directory";

const start = process.cwd();

afterEach(() => process.chdir(start));

describe("the table that is shipped", () => {
  it("is that of the schema in data/", async () => {
    expect(shippedTable()).toBe("data/california_housing.csv");
    process.chdir(await temporaryDirectory());
    await mkdir("data");
    for (const name of ["a.csv", "houses.schema.json", "z.json"]) await writeFile(`data/${name}`, "");

    expect(shippedTable()).toBe("data/houses.csv");
  });
});
