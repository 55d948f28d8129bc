import "reflect-metadata";
import { Model } from "../../../model/model";
import { findWarnings } from "../../../model/trust/warnings/model-warnings";
import {
  defineHousePricePrediction,
  type HousePricePrediction,
  isCoverage,
  isFirst,
} from "../../../schema/house-price-prediction.type";
import { InvalidInputError } from "../../../schema/invalid-input.error";
import { withOwnMetadata } from "../../../schema/own-metadata";
import { CALIFORNIA } from "../../support/california";
import { committedFile } from "../../support/committed-models";
import { committedSpatial } from "../../support/committed-spatial";
import { numbersOf } from "../../support/numbers-of";

const OFFSET = 3;

let model: Model;

beforeEach(() => {
  model = new Model(committedFile(2), "a".repeat(64));
});

/** The training means, but for the income. */
function rowsWith(income: number, of = model): Float64Array {
  const rows = new Float64Array(OFFSET + CALIFORNIA.width).fill(-1);
  for (const { name, mean } of numbersOf(of.file)) rows[OFFSET + CALIFORNIA.indexOf(name)] = mean;
  rows[OFFSET + CALIFORNIA.indexOf("MedInc")] = income;
  return rows;
}

function predictionOf(income: number, of = model): HousePricePrediction {
  const Prediction = withOwnMetadata(() => defineHousePricePrediction(CALIFORNIA));
  return new Prediction(of, rowsWith(income, of), OFFSET);
}

describe("a prediction", () => {
  it("is that of the model for its row", () => {
    const prediction = predictionOf(5);

    expect(prediction.predictedHousePrice).toBe(model.predict(rowsWith(5), OFFSET));
    expect(prediction.baseline).toBe(model.baseline);
    expect(prediction.model).toMatchObject({ name: "linear", version: 2 });
    expect(Reflect.get(prediction, "predictedHousePriceUsd")).toBe(prediction.predictedHousePrice * 100_000);
    expect(Reflect.get(prediction, "baselineUsd")).toBe(prediction.baseline * 100_000);
  });

  it("is also told before it was clipped", () => {
    const { model: spatial } = committedSpatial();
    const rows = rowsWith(15, spatial);
    const prediction = predictionOf(15, spatial);

    expect(prediction.predictedHousePrice).toBe(spatial.predict(rows, OFFSET));
    expect(prediction.unclippedHousePrice).toBe(spatial.predictUnclipped(rows, OFFSET));
  });

  it("has the warnings of its row", () => {
    expect(predictionOf(60).warnings).toEqual(findWarnings(model, rowsWith(60), OFFSET));
    expect(predictionOf(60).warnings.length).toBeGreaterThan(0);
  });
});

describe("the interval of a prediction", () => {
  it.each([0.5, 0.9, 0.99])("has the coverage that is asked for: %d", (coverage) => {
    const { lower, upper } = model.interval(rowsWith(5), OFFSET, coverage);

    expect(predictionOf(5).interval(coverage)).toMatchObject({ lower, upper, coverage });
  });

  it.each([0.49, 0.991, Number.NaN])("is refused with a coverage of %d", (coverage) => {
    const message = `coverage must be from 0.5 to 0.99; it is ${coverage}.`;
    const attempt = () => predictionOf(5).interval(coverage);

    expect(attempt).toThrow(new InvalidInputError(message, [{ path: "coverage", message }]));
  });
});

describe("the contributions to a prediction", () => {
  it("are all, in the order of the model, or the largest and the others", () => {
    const prediction = predictionOf(5);
    const all = model.contributions(rowsWith(5), OFFSET);
    const labels = (first: number | null) => prediction.contributions(first).map(({ label }) => label);

    expect(labels(null)).toEqual(all.map(({ label }) => label));
    expect(labels(1)).toHaveLength(2);
    expect(labels(1)[1]).toBe("the other 7");
    expect(prediction.contributions(null)[0]).toMatchObject({
      contribution: all[0].contribution,
      features: ["medInc"],
      value: 5,
    });
  });

  it.each([0, -1])("are refused for the first %d", (first) => {
    const message = `first must be 1 or greater; it is ${first}.`;
    const attempt = () => predictionOf(5).contributions(first);

    expect(attempt).toThrow(new InvalidInputError(message, [{ path: "first", message }]));
  });
});

describe("arguments of a prediction", () => {
  it.each([
    [0.5, true],
    [0.99, true],
    [0.4999, false],
    [0.9901, false],
    ["0.9", false],
    [null, false],
  ])("a coverage may be %j: %s", (value, isAccepted) => {
    expect(isCoverage(value)).toBe(isAccepted);
  });

  it.each([
    [1, true],
    [99, true],
    [null, true],
    [undefined, true],
    [0.9, false],
    [0, false],
    ["1", false],
  ])("a number of contributions may be %j: %s", (value, isAccepted) => {
    expect(isFirst(value)).toBe(isAccepted);
  });
});
