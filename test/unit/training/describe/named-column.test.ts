import { findNamed } from "../../../../training/describe/named-column";
import { refusalOf } from "../../../support/refusal";

const NAMES = ["Gr Liv Area", "Price", "(m²)", "?"];

async function hintFor(name: string, names: readonly string[] = NAMES): Promise<string> {
  const { code, message } = await refusalOf(() => findNamed(name, "--target", names, "houses.csv"));
  const beginning = `houses.csv has no column "${name}", which --target names. `;
  expect([code, message.slice(0, beginning.length)]).toEqual(["COLUMNS_MISSING", beginning]);
  return message.slice(beginning.length);
}

describe("a column that an option names", () => {
  it("is found by its name", () => {
    expect(NAMES.map((name) => findNamed(name, "--target", NAMES, "houses.csv"))).toEqual([0, 1, 2, 3]);
  });

  it.each([
    ["price", '"Price"'],
    ["GrLivArea", '"Gr Liv Area"'],
    ["gr_liv_area", '"Gr Liv Area"'],
  ])("is suggested where %s differs from it in signs or case alone", async (name, like) => {
    expect(await hintFor(name)).toBe(`Did you mean ${like}? Upper and lower case differ.`);
  });

  it("is one of those listed where none is alike, not even without letters", async () => {
    expect(await hintFor("!")).toBe('Its columns are "Gr Liv Area", "Price", "(m²)", "?".');
  });

  it("is one of thirty that are listed, and of the rest that are counted", async () => {
    const names = Array.from({ length: 31 }, (_, i) => `c${i}`);
    const list = names.slice(0, 30).map((name) => `"${name}"`);

    expect(await hintFor("x", names)).toBe(`Its columns are ${list.join(", ")} and 1 more.`);
    expect(await hintFor("x", names.slice(0, 30))).toBe(`Its columns are ${list.join(", ")}.`);
  });
});
