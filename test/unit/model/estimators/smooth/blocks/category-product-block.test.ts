import { categoryProductBlock } from "../../../../../../model/estimators/smooth/blocks/category-product-block";
import { CategoryReader } from "../../../../../../model/estimators/smooth/category-reader";
import { Curve } from "../../../../../../model/estimators/smooth/curve";
import { bothSums, columnsOf, curveData } from "../../../../../support/small-basis";

describe("the columns of a number by category", () => {
  const reader = new CategoryReader(0);
  const curve = new Curve(curveData("Area"), 1);
  const block = categoryProductBlock(reader, 0, curve, [0, 3], "style × area");
  const read = (category: number, area: number) => {
    reader.read(Float64Array.of(category, area), 0);
    curve.read(Float64Array.of(category, area), 0);
  };

  it("are the first function of the number in the column of the category", () => {
    read(3, 21);
    expect(curve.at(0)).not.toBe(0);
    expect(columnsOf(block)).toEqual([0, curve.at(0)]);
    read(0, 21);
    expect(columnsOf(block)).toEqual([curve.at(0), 0]);
  });

  it.each([
    [0, 21],
    [3, -5],
    [1, 21],
    [50, 21],
    [-1, 21],
    [Number.NaN, 21],
    [3, Number.NaN],
  ])("have the same sum in predictions as in training: %d, %d", (category, area) => {
    read(category, area);
    const [predicted, trained] = bothSums(block);
    expect(predicted).toBeCloseTo(trained, 12);
  });

  it("read both features", () => {
    expect(block).toMatchObject({ size: 2, features: [0, 1], label: "style × area" });
  });
});
