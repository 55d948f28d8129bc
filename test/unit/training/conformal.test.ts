import { parse } from "valibot";
import { DIFFERENCE } from "../../../model/estimators/error-measure";
import { FeatureSpreadFunction, FeatureSpreadSchema } from "../../../model/estimators/feature-spread";
import type { Uncertainty } from "../../../model/file/format";
import { intervalAround, residualQuantile } from "../../../model/trust/uncertainty";
import { type Calibration, calibrate, checkCoverage } from "../../../training/conformal";
import { fitLinearSpread } from "../../../training/linear/linear-spread";
import { positionsOf } from "../../../training/positions";
import { RandomState } from "../../../training/random-state";
import { columnOf, type TrainingTable } from "../../../training/training-table";
import { CALIFORNIA } from "../../support/california";

const ROWS = 4000;

/** Draws from (0, 1), repeatable; a permutation of many numbers, scaled. */
function draws(seed: number): Float64Array {
  return Float64Array.from(new RandomState(seed).permutation(ROWS), (rank) => (rank + 0.5) / ROWS);
}

/**
 * Houses whose price is their rooms, and an error that is skewed and never normal; `noise` says how large it is by
 * age. A model that knows the rooms predicts all but the error.
 */
function houses(seed: number, noise: (age: number) => number) {
  const rooms = draws(seed).map((u) => 1 + 9 * u);
  const age = draws(seed + 1).map((u) => 1 + 49 * u);
  const error = draws(seed + 2).map((u, i) => noise(age[i]) * (-Math.log(u) - 1));
  const rows = new Float64Array(ROWS * CALIFORNIA.width).fill(Number.NaN);
  rooms.forEach((value, i) => {
    rows[i * CALIFORNIA.width + CALIFORNIA.indexOf("AveRooms")] = value;
    rows[i * CALIFORNIA.width + CALIFORNIA.indexOf("HouseAge")] = age[i];
  });
  const table: TrainingTable = {
    table: CALIFORNIA,
    features: positionsOf(CALIFORNIA, ["AveRooms", "HouseAge"]),
    rows,
    target: rooms.map((value, i) => value + error[i]),
    numbers: Int32Array.from({ length: ROWS }, (_, i) => i),
  };
  return { table, predictions: rooms };
}

/** Calibrates on rows whose predictions are known, as if they were made out of fold. */
function calibrateOn(table: TrainingTable, predictions: Float64Array): Calibration {
  const fit = {
    heldBack: { groups: 5, predictions },
    fitSpread: (residuals: Float64Array) => fitLinearSpread(table, residuals),
  };
  return calibrate(table, fit, DIFFERENCE);
}

/** σ of each row. */
function errorScalesOf({ spread }: Uncertainty, { rows, target }: TrainingTable): Float64Array {
  const scale = new FeatureSpreadFunction(parse(FeatureSpreadSchema, spread), CALIFORNIA);
  return target.map((_, i) => scale.at(rows, i * CALIFORNIA.width));
}

/** How the intervals do on houses. */
function checkOn({ table, predictions }: ReturnType<typeof houses>, calibration: Calibration) {
  const errorScales = errorScalesOf(calibration.uncertainty, table);
  return checkCoverage(table, { predictions, errorScales }, calibration, DIFFERENCE, ANYWHERE);
}

/** The features that the width depends on, with the coefficient of each. */
function termsOf({ spread }: Uncertainty) {
  return parse(FeatureSpreadSchema, spread).terms;
}

const ANYWHERE = { min: -Infinity, max: Infinity };
const growing = (age: number) => 0.1 * Math.exp(age / 15);
const steady = () => 1;

describe("when the spread of the errors depends on a feature", () => {
  const { table, predictions } = houses(1, growing);
  const fresh = houses(100, growing);
  const calibration = calibrateOn(table, predictions);

  it("keeps a width that adapts: narrower, at the coverage that is promised", () => {
    expect(termsOf(calibration.uncertainty).map(({ feature }) => feature)).toContain("HouseAge");
    for (const check of checkOn(fresh, calibration)) {
      expect(Math.abs(check.observed - check.nominal)).toBeLessThan(0.015);
    }
    const [, , ninety] = checkOn(fresh, calibration);
    expect(ninety.nominal).toBe(0.9);
    expect(ninety.meanWidth).toBeLessThan(0.8 * ninety.constantMeanWidth);
  });

  it("finds how the spread grows", () => {
    const age = termsOf(calibration.uncertainty).find(({ feature }) => feature === "HouseAge");
    // The least residual that counts makes small spreads look larger than they are.
    expect(Math.abs((age?.coefficient ?? 0) - 1 / 15)).toBeLessThan(0.01);
  });

  it("holds the coverage for young and for old houses too, where the constant width does not", () => {
    const insideAmong = (kind: typeof calibration.uncertainty, isOld: boolean) => {
      const scales = errorScalesOf(kind, fresh.table);
      const quantile = residualQuantile(kind, 0.9);
      const ages = columnOf(fresh.table, fresh.table.features[1]);
      const chosen = Array.from(ages.keys()).filter((i) => ages[i] > 40 === isOld);
      const inside = chosen.filter((i) => {
        const halfWidth = quantile * scales[i];
        const { lower, upper } = intervalAround(DIFFERENCE, fresh.predictions[i], halfWidth, ANYWHERE);
        return lower <= fresh.table.target[i] && fresh.table.target[i] <= upper;
      });
      return inside.length / chosen.length;
    };
    expect(Math.abs(insideAmong(calibration.uncertainty, true) - 0.9)).toBeLessThan(0.05);
    expect(insideAmong(calibration.constant, true)).toBeLessThan(0.75);
  });
});

describe("when the errors are equally spread everywhere", () => {
  const { table, predictions } = houses(7, steady);
  const fresh = houses(200, steady);
  const calibration = calibrateOn(table, predictions);

  it("holds the coverage all the same, though the errors are skewed", () => {
    for (const check of checkOn(fresh, calibration)) {
      expect(Math.abs(check.observed - check.nominal)).toBeLessThan(0.015);
    }
  });

  it("is not wider than the constant width on the rows that it learned from", () => {
    const [, , ninety] = checkOn({ table, predictions }, calibration);
    expect(ninety.meanWidth).toBeLessThanOrEqual(ninety.constantMeanWidth);
  });
});

describe("when a width that adapts would be wider", () => {
  // The rare large errors are where the usual ones are small: the logarithm follows the usual ones, and misleads.
  const { table, predictions } = houses(3, steady);
  const ages = columnOf(table, table.features[1]);
  const target = predictions.map((value, i) => {
    const isOld = ages[i] > 25;
    return value + (isOld ? 1 : i % 8 === 0 ? 3 : 0.01);
  });
  const calibration = calibrateOn({ ...table, target }, predictions);

  it("keeps the constant width", () => {
    expect(calibration.uncertainty).toBe(calibration.constant);
    expect(termsOf(calibration.uncertainty)).toEqual([]);
  });
});

describe("the quantiles that a model file keeps", () => {
  const { table, predictions } = houses(5, steady);
  const { constant } = calibrateOn(table, predictions);

  it("cover every per cent from 50 to 99", () => {
    expect(constant.quantiles.map(({ coverage }) => coverage)).toEqual(
      Array.from({ length: 50 }, (_, step) => Number((0.5 + step / 100).toFixed(6))),
    );
  });

  it("are the residual of rank ceil((n + 1) c), which holds the coverage with finitely many rows", () => {
    const residuals = table.target.map((actual, i) => Math.abs(actual - predictions[i])).sort();
    for (const { coverage, quantile } of constant.quantiles) {
      expect(quantile).toBe(residuals[Math.ceil((ROWS + 1) * coverage) - 1]);
    }
  });
});
