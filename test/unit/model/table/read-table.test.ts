import { type Column, NUMBER } from "../../../../model/table/column";
import { ANY_NUMBER } from "../../../../model/table/domain";
import { readTable } from "../../../../model/table/read-table";
import { writeTable } from "../../../support/describing";
import { refusalOf } from "../../../support/refusal";

const column = (name: string): Column => ({
  names: [name],
  type: NUMBER,
  domain: ANY_NUMBER,
  required: false,
});
const columns = [column("area"), column("price")];
const read = (path: string, maxRows?: number) =>
  readTable(path, columns, [true, true], "which is needed", maxRows === undefined ? {} : { maxRows });

describe("a file with many rows", () => {
  it("is read up to the limit, and refused beyond with what would help", async () => {
    const path = await writeTable(`area,price\n${"1,2\n".repeat(10)}`);
    expect((await read(path, 10)).rows).toBe(10);
    const { code, message } = await refusalOf(() => read(path, 9));
    expect(code).toBe("DATA_INVALID");
    expect(message).toContain("more than 9 rows, the most that fit into memory with its 2 columns");
  });
});
