import { curveBlock } from "../../../../../../model/estimators/smooth/blocks/curve-block";
import { Curve } from "../../../../../../model/estimators/smooth/curve";
import { bothSums, columnsOf, curveData } from "../../../../../support/small-basis";

describe("the columns of a feature", () => {
  const curve = new Curve(curveData("Area"), 4);
  const block = curveBlock(curve, "Area");

  it("are its functions", () => {
    curve.read(Float64Array.of(0, 0, 0, 0, 17), 0);
    expect(columnsOf(block)).toEqual([0, 1, 2].map((k) => curve.at(k)));
    expect(block).toMatchObject({ size: 3, features: [4], label: "Area" });
  });

  it.each([-30, 10, 17.3, 100, Number.NaN])(
    "have the same sum in predictions as in training: %d",
    (value) => {
      curve.read(Float64Array.of(0, 0, 0, 0, value), 0);
      const [predicted, trained] = bothSums(block);
      expect(predicted).toBeCloseTo(trained, 12);
    },
  );
});
