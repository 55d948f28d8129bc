import {
  categoryBlock,
  weightsBySlot,
} from "../../../../../../model/estimators/smooth/blocks/category-block";
import { CategoryReader } from "../../../../../../model/estimators/smooth/category-reader";
import { bothSums, columnsOf } from "../../../../../support/small-basis";

describe("the columns of a category", () => {
  const reader = new CategoryReader(3);
  const block = categoryBlock(reader, 3, [0, 2, 5], "style");
  const read = (category: number) => reader.read(Float64Array.of(9, 9, 9, category), 0);

  it.each([
    [0, [1, 0, 0]],
    [2, [0, 1, 0]],
    [5, [0, 0, 1]],
    [1, [0, 0, 0]],
    [700, [0, 0, 0]],
    [-1, [0, 0, 0]],
    [Number.NaN, [0, 0, 0]],
  ])("show which one it is: %d", (category, columns) => {
    read(category);
    expect(columnsOf(block)).toEqual(columns);
    const [predicted, trained] = bothSums(block);
    expect(predicted).toBe(trained);
  });

  it("are as many as the categories", () => {
    expect(block).toMatchObject({ size: 3, features: [3], label: "style" });
  });
});

it("weights have a slot for unknown categories, and one for those beyond the last", () => {
  expect([...weightsBySlot([1, 3], Float64Array.of(5, 7))]).toEqual([0, 0, 5, 0, 7, 0]);
});
