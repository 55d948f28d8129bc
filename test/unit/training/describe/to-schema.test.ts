import { decideColumns } from "../../../../training/describe/decided-column";
import { examineColumns } from "../../../../training/describe/examined-column";
import { scanFile } from "../../../../training/describe/scan";
import { toSchema } from "../../../../training/describe/to-schema";
import { writeTable } from "../../../support/describing";

async function schemaOf(text: string, file?: string, currency?: string) {
  const scan = await scanFile(await writeTable(text), undefined, new Set());
  const { columns } = decideColumns(examineColumns(scan, { target: "price" }), scan);
  return toSchema({ ...scan, file: file ?? scan.file }, columns, currency);
}

describe("the schema of a described table", () => {
  it("has the name of its file and a field for each column, with the names of the API", async () => {
    expect(await schemaOf("Gr Liv Area,same,price\n1.5,x,1\n2.5,x,2\n", undefined, "EUR")).toEqual({
      $schema: "https://datapackage.org/profiles/2.0/tableschema.json",
      name: "houses",
      fields: [
        {
          name: "Gr Liv Area",
          type: "number",
          apiName: "grLivArea",
          constraints: { required: true, minimum: 0 },
        },
        { name: "same", type: "string", role: "ignored", reason: "it has the same value in every row" },
        {
          name: "price",
          type: "integer",
          role: "target",
          apiName: "price",
          unit: "euros",
          currency: "EUR",
          constraints: { required: true, minimum: 0 },
        },
      ],
    });
  });

  it("tells the delimiter if it is not a comma", async () => {
    expect((await schemaOf("a;price\n1.5;1\n2.5;2\n")).dialect).toEqual({ delimiter: ";" });
    expect(await schemaOf("a,price\n1.5,1\n2.5,2\n")).not.toHaveProperty("dialect");
  });

  it("has a name of a hundred characters at most", async () => {
    const { name } = await schemaOf("a,price\n1.5,1\n2.5,2\n", `/data/${"x".repeat(101)}.csv`);

    expect(name).toBe("x".repeat(100));
  });
});
