import { configSchema } from "../../../src/config";
import { printConfigurationPage } from "../../../src/config-page";

/** The cells of the page's table, by the name of the variable. */
function rowsOf(page: string) {
  const rows = page.split("\n").filter((line) => line.startsWith("| `"));
  return new Map(
    rows.map((row) => row.split(/^\| | \| | \|$/).slice(1, 4)).map(([name, ...cells]) => [name, cells]),
  );
}

describe("the page of the configuration", () => {
  const page = () => printConfigurationPage();

  it("has a row for each variable, in the schema's order, below its head", () => {
    const names = Object.keys(configSchema(false).entries).map((name) => `\`${name}\``);
    expect([...rowsOf(page()).keys()]).toEqual(names);
    expect(page()).toMatch(
      /^# Configuration\n[^|]*\n\n\| variable \| default \| description \|\n\| --- \| --- \| --- \|\n\| `/,
    );
    expect(page()).toMatch(/[^\n]\n$/);
  });

  it.each([
    ["PORT", "`4000`", "Port to listen on; 0 picks a free one."],
    ["SAFELIST", "none", /^Manifest of the accepted operations/],
    ["INTROSPECTION", "`true`; `false` with NODE_ENV=production", /^Whether introspection/],
  ])("has the default and the description of %s", (name, standard, description) => {
    const [shown, told] = rowsOf(page()).get(`\`${name}\``) ?? [];
    expect(shown).toBe(standard);
    expect(told).toMatch(description);
  });
});
