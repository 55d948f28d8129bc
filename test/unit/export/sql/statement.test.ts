import { type Program, programOf } from "../../../../export/program";
import type { Dialect } from "../../../../export/sql/dialect";
import { DIALECTS } from "../../../../export/sql/dialects";
import { writeStatement } from "../../../../export/sql/statement";
import type { Model } from "../../../../model/model";
import { modelOfHouses } from "../../../support/exportable-models";

const CARRIED = "id; --";

let model: Model;
let program: Program;

beforeAll(async () => {
  ({ model } = await modelOfHouses("spatial"));
  program = programOf(model, 0.9);
});

function statementFor(dialect: Dialect): string {
  const from = 'sales.houses of "here"';
  return writeStatement(program, model.table, { dialect, from, columns: [CARRIED], contributions: true });
}

/** How a name with a quote is written: what stands between the signs of the engine can end in no other place. */
const NAMES: { readonly [dialect: string]: string } = {
  ansi: '"sales"."houses of ""here"""',
  duckdb: '"sales"."houses of ""here"""',
  postgresql: '"sales"."houses of ""here"""',
  clickhouse: '`sales`.`houses of "here"`',
};

describe.each(DIALECTS.map((dialect) => [dialect.name, dialect] as const))(
  "a statement for %s",
  (name, dialect) => {
    let statement: string;

    beforeAll(() => {
      statement = statementFor(dialect);
    });

    it("names the table, the columns of the file and those that it carries along, quoted", () => {
      expect(statement).toContain(`FROM ${NAMES[name]}`);
      expect(statement).toContain(dialect.identifier("living area (m²)"));
      expect(statement.split(dialect.identifier(CARRIED))).toHaveLength(3);
    });

    it("is one statement that gives price, interval and a column for each group of features", () => {
      const [, results = ""] = /^SELECT\n(.*?)\nFROM /ms.exec(statement) ?? [];
      for (const column of ["predictedHousePrice", "lower", "upper", "contribution_livingArea"]) {
        expect(results).toContain(` AS ${dialect.identifier(column)}`);
      }
      expect(results.split(" AS ")).toHaveLength(model.contributionGroups.length + 5);
      expect(statement.replaceAll(dialect.identifier(CARRIED), "").match(/;/g)).toHaveLength(1);
      expect(statement.endsWith(";\n")).toBe(true);
      expect(statement).not.toMatch(/NaN|Infinity|undefined/);
    });

    it("closes each bracket that it opens, outside of texts and names", () => {
      const plain = statement.replace(/'(?:[^'\\]|''|\\.)*'|"(?:[^"]|"")*"|`(?:[^`\\]|\\.)*`/g, "");
      let depth = 0;
      for (const bracket of plain.match(/[()]/g) ?? []) {
        depth += bracket === "(" ? 1 : -1;
        expect(depth).toBeGreaterThanOrEqual(0);
      }
      expect(depth).toBe(0);
    });
  },
);

describe("texts", () => {
  it.each([
    ["ansi", "'; --", "'''; --'"],
    ["duckdb", "Saint Anne's", "'Saint Anne''s'"],
    ["postgresql", "a\\' b", "E'a\\\\'' b'"],
    ["clickhouse", "a\\' b", "'a\\\\\\' b'"],
  ])("are quoted for %s", (name, text, quoted) => {
    expect(DIALECTS.find((dialect) => dialect.name === name)?.text(text)).toBe(quoted);
  });
});
