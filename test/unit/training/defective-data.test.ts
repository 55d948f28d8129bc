import { readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { anyDefect } from "../../support/defective-tables";
import { FILE, writeTable } from "../../support/describing";
import { refusalOf } from "../../support/refusal";
import { trainHere } from "../../support/training";

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
});
