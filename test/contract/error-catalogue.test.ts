import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ERROR_CODES } from "../../model/errors";
import { WARNING_KINDS } from "../../model/trust/warnings/warning-kinds";

const [errors, warnings] = readFileSync("docs/ERRORS.md", "utf8").split("\n## Warnings\n");

/** The rows of the tables of codes: the cells of each. */
function codeRows(page: string): string[][] {
  const rows = page.split("\n").filter((line) => /^\| `[A-Z_]+` \|/.test(line));
  return rows.map((line) => line.slice(2, -2).split(" | "));
}

describe.each([
  ["errors", errors, ERROR_CODES],
  ["warnings", warnings, Object.fromEntries(WARNING_KINDS.map(({ code, meaning }) => [code, meaning]))],
])("docs/ERRORS.md, on %s", (_what, page, catalogue) => {
  const rows = codeRows(page);

  it("has each code once, with the meaning that the code gives it, and no other", () => {
    const documented = rows.map(([code, meaning]) => [code, meaning]).sort();
    const expected = Object.entries(catalogue).map(([code, meaning]) => [`\`${code}\``, meaning]);
    expect(documented).toEqual(expected.sort());
  });

  it("says of each a typical cause, and what to do", () => {
    for (const cells of rows) {
      expect(cells).toHaveLength(4);
      for (const cell of cells) expect(cell.trim()).not.toBe("");
    }
  });
});

describe("the catalogue of errors", () => {
  /** Codes that Apollo Server gives by itself. */
  const APOLLO = [
    "GRAPHQL_PARSE_FAILED",
    "GRAPHQL_VALIDATION_FAILED",
    "OPERATION_RESOLUTION_FAILURE",
    "PERSISTED_QUERY_NOT_FOUND",
  ];

  it("has no code that nothing gives", () => {
    const sources = ["model", "schema", "src", "training", "export", "cli"].flatMap((room) =>
      readdirSync(room, { recursive: true, encoding: "utf8" }).map((name) => join(room, name)),
    );
    const text = sources
      .filter((path) => path.endsWith(".ts") && path !== join("model", "errors.ts"))
      .map((path) => readFileSync(path, "utf8"))
      .join("\n");
    const unused = Object.keys(ERROR_CODES).filter(
      (code) => !APOLLO.includes(code) && !text.includes(`"${code}"`),
    );
    expect(unused).toEqual([]);
  });
});
