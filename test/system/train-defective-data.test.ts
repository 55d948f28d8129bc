import { readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { writeSchema } from "../../cli/describe/write-schema";
import { schemaPathOf } from "../../model/table/table-schema";
import { anyBadLine, anyDefect, HEADER, ROWS } from "../support/defective-tables";
import { describeText, FILE, writeTable } from "../support/describing";
import { refusalOf } from "../support/refusal";
import { trainHere } from "../support/training";

describe("when the data is broken anywhere", () => {
  it("then training ends with one message that names file, line and column, and writes nothing", async () => {
    await fc.assert(
      fc.asyncProperty(anyDefect, async ({ content, line, column }) => {
        const data = await writeTable(content);
        const out = join(dirname(data), "models");
        const { code, message } = await refusalOf(() =>
          trainHere({ data, out, features: undefined, table: { target: "price" } }),
        );
        expect(code).toBe("DATA_INVALID");
        expect(message.startsWith(data)).toBe(true);
        expect(message.match(/line \d+, column/g)).toHaveLength(1);
        expect(message).toContain(`line ${line}, column ${column}`);
        expect(await readdir(dirname(data))).toEqual([FILE]);
      }),
      { numRuns: 30 },
    );
  });

  it("is told as well if the schema of the table is beside it", async () => {
    const { schema } = await describeText([HEADER, ...ROWS].join("\n"));
    await fc.assert(
      fc.asyncProperty(anyBadLine, async ({ content, line, column }) => {
        const data = await writeTable(content);
        await writeSchema(schemaPathOf(data), schema);
        const out = join(dirname(data), "models");
        const { code, message } = await refusalOf(() => trainHere({ data, out, features: undefined }));
        expect(code).toBe("DATA_INVALID");
        expect(message.match(/line \d+/g)).toEqual([`line ${line}`]);
        // A row names the columns of its bad cells; of a line that is no row, the column where it breaks.
        expect(message).toContain(column.replaceAll('"', ""));
        expect(await readdir(dirname(data))).toEqual([FILE, "houses.schema.json"]);
      }),
      { numRuns: 30 },
    );
  });
});
