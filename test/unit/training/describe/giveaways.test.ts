import { columnsOf } from "../../../../model/table/table-column";
import { checkTableSchema } from "../../../../model/table/table-schema";
import { findGiveaways } from "../../../../training/describe/giveaways";
import { scanFile } from "../../../../training/describe/scan";
import { writeTable } from "../../../support/describing";

const TARGET = Array.from({ length: 20 }, (_, i) => i + 1);

/** The numbers from 1 to 20, of which some pairs change places. */
function swapped(...pairs: readonly [number, number][]): number[] {
  const numbers = [...TARGET];
  for (const [one, other] of pairs) [numbers[one - 1], numbers[other - 1]] = [other, one];
  return numbers;
}

// The rank correlation is 1 - 6·Σd² / (20·399), of the distances d; two numbers at a distance d that change places add 2d².
/** Σd² = 50 + 8 + 8 */
const R950 = swapped([1, 6], [2, 4], [3, 5]);
/** Σd² = 50 + 18 */
const R949 = swapped([1, 6], [2, 5]);
/** Σd² = 242 + 8 + 8 + 8 */
const R800 = swapped([1, 12], [2, 4], [3, 5], [6, 8]);
/** Σd² = 242 + 18 + 8 */
const R798 = swapped([1, 12], [2, 5], [6, 8]);

async function giveaways(
  name: string,
  values: readonly (number | string)[],
  { target = "sale price", field = {} }: { target?: string; field?: object } = {},
): Promise<string[]> {
  const rows = values.map((value, i) => `x,${value},${TARGET[i]}`);
  const path = await writeTable([`first,${name},${target}`, ...rows].join("\n"));
  const fields = [
    { name: "first", type: "string", role: "ignored" },
    { name, type: "number", apiName: "x", ...field },
    { name: target, type: "number", role: "target", apiName: "y" },
  ];
  const columns = columnsOf(checkTableSchema({ name: "houses", fields }, "a test's table"));
  return findGiveaways(await scanFile(path, undefined, new Set()), columns);
}

const warning = (name: string, problem: string, correlation: string) => [
  `"${name}" ${problem} (rank correlation ${correlation}): if it is not known at prediction time, exclude it with --ignore "${name}".`,
];

describe("a column that leaks the target", () => {
  it.each([
    ["follows it, whatever its name", "x", R950, 'reveals "sale price"', "0.950"],
    ["follows it in reverse", "x", R950.toReversed(), 'reveals "sale price"', "-0.950"],
    [
      "is named after a price and follows it",
      "Assessed value",
      R800,
      "has a price-like name and follows the target",
      "0.800",
    ],
    ["has one of its words", "list price", R798, 'has a name similar to "sale price"', "0.798"],
  ])("%s", async (_what, name, values, problem, correlation) => {
    expect(await giveaways(name, values)).toEqual(warning(name, problem, correlation));
  });

  it.each([
    ["hardly follows it", "x", R949, {}],
    ["is named after a price, but follows it less", "value", R798, {}],
    ["shares a word with it that is no price", "sale year", R798, {}],
    ["is the target", "x", R949, {}],
    ["is left out", "x", TARGET, { field: { role: "ignored" } }],
    ["is a category", "x", TARGET, { field: { type: "string", constraints: { enum: TARGET.map(String) } } }],
    [
      "is true or false",
      "x",
      TARGET.map((i) => (i > 10 ? 1 : 0)),
      { field: { type: "boolean" }, target: "x2" },
    ],
  ])("is not one that %s", async (_what, name, values, changes) => {
    expect(await giveaways(name, values, changes)).toEqual([]);
  });
});
