import { Model } from "../../../../../model/model";
import {
  predictionClipped,
  predictionOutOfRange,
} from "../../../../../model/trust/warnings/prediction-out-of-range";
import { CALIFORNIA } from "../../../../support/california";
import { committedFile } from "../../../../support/committed-models";
import { numbersOf } from "../../../../support/numbers-of";

const CODE = "PREDICTION_OUT_OF_RANGE";
const file = committedFile(1);
const { min, max } = file.target;

let model: Model;
let rule: ReturnType<typeof predictionOutOfRange.ruleFor>;

beforeEach(() => {
  model = new Model(file, "0".repeat(64));
  rule = predictionOutOfRange.ruleFor(model);
});

/** The means, with the income for which the model predicts this price. */
function rowFor(price: number): Float64Array {
  const row = new Float64Array(CALIFORNIA.width).fill(Number.NaN);
  for (const { name, mean } of numbersOf(file)) row[CALIFORNIA.indexOf(name)] = mean;
  const [slope = Number.NaN] = model.description.coefficients ?? [];
  row[CALIFORNIA.indexOf("MedInc")] += (price - model.baseline) / slope;
  return row;
}

describe("a prediction", () => {
  it.each([
    [min - 1e-6, 1],
    [min + 1e-6, 0],
    [(min + max) / 2, 0],
    [max - 1e-6, 0],
    [max + 1e-6, 1],
  ])("is outside the range of the target, or not: %d", (price, count) => {
    const row = rowFor(price);
    expect(rule?.find(row, 0, model.predictUnclipped(row))).toEqual(
      Array.from({ length: count }, () => ({ code: CODE })),
    );
  });

  it("at an end of the range is computed again, since it may be a clipped one", () => {
    expect(rule?.find(rowFor(max + 1), 0, max)).toHaveLength(1);
    expect(rule?.find(rowFor(min - 1), 0, min)).toHaveLength(1);
    expect(rule?.find(rowFor(max - 0.1), 0, max)).toHaveLength(0);
  });

  it("of exactly an end of the range is inside", () => {
    const row = rowFor(2);
    const price = model.predictUnclipped(row);
    for (const target of [
      { min: price, max },
      { min, max: price },
    ]) {
      const edge = predictionOutOfRange.ruleFor(new Model({ ...file, target }, "0".repeat(64)));
      expect(edge?.find(row, 0, price)).toEqual([]);
    }
  });

  it("that is outside is told with the range and the unit", () => {
    const row = rowFor(9);
    const value = model.predictUnclipped(row);
    const { unit } = CALIFORNIA.target;
    expect(rule?.explain(row, 0, { code: CODE })).toEqual({
      value,
      range: { min, max },
      message: `The prediction is ${value}, outside the training target's range from ${min} to ${max} (unit: ${unit}).`,
    });
    expect(rule?.max).toBe(1);
  });
});

it("a model that does not clip never gives the other warning", () => {
  expect(rule).toBeDefined();
  expect(predictionClipped.ruleFor(model)).toBeUndefined();
});
