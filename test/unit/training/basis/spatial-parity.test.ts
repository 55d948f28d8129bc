import { Basis } from "../../../../model/estimators/basis/basis";
import { basis } from "../../../../model/estimators/basis/basis-kind";
import { CONSTANT_SPREAD } from "../../../../model/estimators/feature-spread";
import { CALIFORNIA } from "../../../../model/features";
import { learnBasis } from "../../../../training/basis/learn-basis";
import { STRUCTURE } from "../../../../training/basis/structure";
import { readTuned } from "../../../../training/basis/tuned";
import { trainTestSplit } from "../../../../training/split";
import reference from "../../../reference/spatial.json";
import { committedSpatial } from "../../../support/committed-spatial";
import { housingTable } from "../../../support/housing-table";
import { predictUnclipped } from "../../../support/predict-unclipped";

const { model, estimator } = committedSpatial();

/**
 * The equations have a condition number of about 1e9, so that the order of summation alone moves predictions by 1e-9.
 */
const TOLERANCE = 1e-7;

describe("spatial, computed independently by NumPy", () => {
  it("has the penalties that were tuned", () => {
    expect(estimator.penalties).toEqual(reference.penalties);
    expect(readTuned().chosen.penalties).toEqual(reference.penalties);
  });

  it("has the same basis", () => {
    const { curves, place } = estimator.basis;
    curves.forEach(({ mean, scale, knots }, i) => {
      expect(mean).toBeCloseTo(reference.basis.mean[i], 10);
      expect(scale).toBeCloseTo(reference.basis.scale[i], 10);
      expect(knots).toHaveLength(reference.basis.knots[i].length);
      knots.forEach((knot, k) => {
        expect(knot).toBeCloseTo(reference.basis.knots[i][k], 10);
      });
    });
    const [{ centres }] = place.radials;
    expect(centres).toHaveLength(reference.basis.centres);
    expect(centres[0][0]).toBeCloseTo(reference.basis.first_centre[0], 9);
    expect(centres[0][1]).toBeCloseTo(reference.basis.first_centre[1], 9);
  });

  it("predicts the same", async () => {
    const { test_rows, unclipped } = reference.sample;
    const table = await housingTable(Int32Array.from(test_rows));
    const predictions = predictUnclipped(
      basis.createPredictor(estimator, model.file.features, CONSTANT_SPREAD, CALIFORNIA),
      table,
    );
    const distances = unclipped.map((expected, i) => Math.abs(expected - predictions[i]));
    expect(distances).toHaveLength(20);
    expect(Math.max(...distances)).toBeLessThanOrEqual(TOLERANCE);
  });

  it("has the same error on the test rows", () => {
    expect(model.file.metrics.test.rmse).toBeCloseTo(reference.seeds[0].rmse, 7);
  });
});

describe("the committed basis", () => {
  it("is what is learned from the features of the training rows, in whatever order they come", async () => {
    const { train } = trainTestSplit(20_640, 0.2, 42);
    const learned = learnBasis(await housingTable(train.slice().reverse()), STRUCTURE);
    expect(learned).toEqual(estimator.basis);
    expect(new Basis(learned, CALIFORNIA).size).toBe(estimator.coefficients.length);
  });
});
