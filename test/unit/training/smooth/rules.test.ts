import { FACTORS, penaltiesFor } from "../../../../training/smooth/rules";

const SMALL = penaltiesFor(400);
const LARGE = penaltiesFor(20_000);

/** The largest of the penalties, in units of the smallest. */
function spreadOf(penalties: object): number {
  const values = Object.values(penalties);
  return Math.max(...values) / Math.min(...values);
}

describe("the penalties of a small table", () => {
  it("differ less than those of a large one", () => {
    expect(spreadOf(SMALL)).toBeLessThan(spreadOf(LARGE));
  });

  it("leave more to the location and the products, and less to single features and similar houses", () => {
    for (const kind of ["location", "product", "location-product", "category-product"] as const)
      expect(SMALL[kind]).toBeLessThan(LARGE[kind]);
    for (const kind of ["curve", "similarity"] as const) expect(SMALL[kind]).toBeGreaterThan(LARGE[kind]);
  });

  it("begin below 2,000 training rows", () => {
    expect(penaltiesFor(1999)).toBe(SMALL);
    expect(penaltiesFor(2000)).toBe(LARGE);
  });
});

it("penalty factors are powers of two, so that dividing by one gives the relative penalties again", () => {
  for (const factor of FACTORS) expect(Number.isInteger(Math.log2(factor))).toBe(true);
});
