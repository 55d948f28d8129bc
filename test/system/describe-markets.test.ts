import { existsSync, readFileSync } from "node:fs";
import { readTable } from "../../model/table/read-table";
import { columnsOf } from "../../model/table/table-column";
import { describeTable } from "../../training/describe/describe-table";
import { refusalOf } from "../support/refusal";

const MARKETS = "../shared/data/markets";
const REFERENCE = "../shared/reference/markets.json";

interface Market {
  readonly target: string;
  readonly ignored: readonly string[];
  readonly numbers: readonly string[];
  readonly categories: readonly string[];
  readonly rows: number;
}

// The public tables are not part of the repository: where they are not there, these tests are skipped.
const describeIfThere = existsSync(MARKETS) ? describe : describe.skip;

describeIfThere("the public tables of houses", () => {
  const { markets }: { markets: { readonly [name: string]: Market } } = existsSync(REFERENCE)
    ? JSON.parse(readFileSync(REFERENCE, "utf8"))
    : { markets: {} };

  it.each(Object.entries(markets))("have the columns that people learn from: %s", async (name, market) => {
    const { rows, schema } = await describeTable(`${MARKETS}/${name}.csv`, { target: market.target });
    const columns = columnsOf(schema);
    const namesOf = (which: (column: (typeof columns)[number]) => boolean) =>
      columns
        .filter(which)
        .map((column) => column.name)
        .sort();
    const isFeature = (role: string) => role !== "target" && role !== "ignored";
    expect({
      target: namesOf(({ role }) => role === "target"),
      ignored: namesOf(({ role }) => role === "ignored"),
      numbers: namesOf(({ role, kind }) => isFeature(role) && kind !== "category"),
      categories: namesOf(({ role, kind }) => isFeature(role) && kind === "category"),
      rows,
    }).toEqual({
      target: [market.target],
      ignored: [...market.ignored].sort(),
      numbers: [...market.numbers].sort(),
      categories: [...market.categories].sort(),
      rows: market.rows,
    });
  });

  it.each(Object.entries(markets))(
    "have good rows alone, by their schemas: %s",
    async (name, { target, rows }) => {
      const path = `${MARKETS}/${name}.csv`;
      const { schema } = await describeTable(path, { target });
      const used = columnsOf(schema).filter(({ role }) => role !== "ignored");
      const needed = used.map(({ required }) => required);
      const table = await readTable(path, used, needed, "which the schema requires");
      expect(table.rows).toBe(rows);
    },
  );

  it("have what is odd about them", async () => {
    const warningsOf = async (name: string) => {
      const { target } = markets[name];
      return (await describeTable(`${MARKETS}/${name}.csv`, { target, currency: "USD" })).warnings.join("\n");
    };
    expect(await warningsOf("california_blocks")).toContain("500001, its largest value, in 965 rows");
    expect(await warningsOf("king_county")).toContain('"bedrooms" is 33 in line 15872');
    expect(await warningsOf("melbourne")).toContain('"YearBuilt" is 1196');
    expect(await warningsOf("ames")).toContain('"Garage Yr Blt" is 2207');
  });

  it.each([
    ["bytes_repr", /bytes_repr\.csv, line 1, column 1: the name begins with b'/],
    [
      "merge_conflict",
      /merge_conflict\.csv has .*\nline 102, column "longitude": this is a merge conflict marker: .*"<<<<<<< HEAD"/,
    ],
  ])("are refused where they are defective: %s", async (name, message) => {
    const path = `${MARKETS}/defective/${name}.csv`;
    const refusal = await refusalOf(() => describeTable(path, { target: "median_house_value" }));
    expect([refusal.code, refusal.message]).toEqual(["DATA_INVALID", expect.stringMatching(message)]);
  });
});
