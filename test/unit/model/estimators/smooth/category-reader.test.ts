import { CategoryReader } from "../../../../../model/estimators/smooth/category-reader";

function slotOf(category: number): number {
  const reader = new CategoryReader(1);
  reader.read(Float64Array.of(8, 8, 8, category), 2);
  return reader.slot;
}

describe("the slot of a category", () => {
  it("follows its position", () => {
    expect([0, 1, 25].map(slotOf)).toEqual([1, 2, 26]);
  });

  it("is the first where the category is unknown or missing", () => {
    expect([-1, Number.NaN].map(slotOf)).toEqual([0, 0]);
  });
});
