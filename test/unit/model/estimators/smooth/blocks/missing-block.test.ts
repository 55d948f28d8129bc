import { missingBlock } from "../../../../../../model/estimators/smooth/blocks/missing-block";
import { bothSums, columnsOf } from "../../../../../support/small-basis";

describe("the column of missing values", () => {
  const row = { rows: Float64Array.of(1, 2, Number.NaN, 4), offset: 0 };
  const block = missingBlock(row, 0, 0.25, "garden");

  it.each([
    [0, -0.25],
    [2, 0.75],
  ])("has a mean of 0 over the training rows", (offset, column) => {
    row.offset = offset;
    expect(columnsOf(block)).toEqual([column]);
    const [predicted, trained] = bothSums(block);
    expect(predicted).toBe(trained);
    expect(block).toMatchObject({ size: 1, features: [0], label: "garden" });
  });
});
