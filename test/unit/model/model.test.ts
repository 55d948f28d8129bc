import { assert, double, property, tuple } from "fast-check";
import { smooth } from "../../../model/estimators/smooth/smooth-kind";
import { Model } from "../../../model/model";
import { CALIFORNIA } from "../../support/california";
import { committedFile, committedModels } from "../../support/committed-models";
import { variantOf } from "../../support/model-variants";
import { numbersOf } from "../../support/numbers-of";
import { testRowsOf, trainingRowsOf } from "../../support/test-rows";

/** Distance between the unclipped prediction and what the explanation adds up to. */
function gap(model: Model, rows: Float64Array, offset: number): number {
  const sum = model
    .contributions(rows, offset)
    .reduce((total, { contribution }) => total + contribution, model.baseline);
  return Math.abs(sum - model.predictUnclipped(rows, offset));
}

describe("when a prediction is explained", () => {
  it("baseline and contributions add up to the unclipped prediction on every test row", async () => {
    for (const model of await committedModels()) {
      const { rows, target } = await testRowsOf(model);
      const gaps = Array.from(target, (_, i) => gap(model, rows, i * CALIFORNIA.width));
      expect(gaps).toHaveLength(4128);
      expect(Math.max(...gaps)).toBeLessThan(1e-9);
    }
  });

  it("they add up on any input within and far outside of the training ranges", async () => {
    for (const model of await committedModels()) {
      const features = numbersOf(model.file).map(({ name, min, max }) => {
        const { domain } = CALIFORNIA.features[CALIFORNIA.indexOf(name)];
        const reach = max - min;
        // Zero itself is no income; the rest of the domain counts, up to three ranges away.
        return double({
          min: Math.max(min - 3 * reach, domain.exclusiveMin ? 1e-6 : domain.min),
          max: Math.min(max + 3 * reach, domain.max),
          noNaN: true,
        });
      });
      assert(
        property(tuple(...features), (values) => {
          const row = new Float64Array(CALIFORNIA.width).fill(Number.NaN);
          model.file.features.forEach(({ name }, i) => {
            row[CALIFORNIA.indexOf(name)] = values[i];
          });
          expect(gap(model, row, 0)).toBeLessThan(1e-9);
        }),
      );
    }
  });

  it("the baseline is the prediction at the training means where the model is linear in the features", async () => {
    for (const model of await committedModels()) {
      if (model.file.estimator.kind !== "linear") continue;
      const means = numbersOf(model.file).map(({ mean }) => mean);
      expect(model.predictValues(means)).toBeCloseTo(model.baseline, 9);
    }
  });

  it("the baseline is the mean prediction over the training rows, before clipping", async () => {
    for (const model of await committedModels()) {
      const { rows, target } = await trainingRowsOf(model);
      const predictions = Array.from(target, (_, i) => model.predictUnclipped(rows, i * CALIFORNIA.width));
      const mean = predictions.reduce((sum, value) => sum + value, 0) / predictions.length;
      expect(mean).toBeCloseTo(model.baseline, 6);
    }
  });

  it("every feature of the model is in some group, and no two groups have the same label", async () => {
    for (const model of await committedModels()) {
      const { rows } = await testRowsOf(model);
      const groups = model.contributions(rows, 0);
      const used = [...new Set(groups.flatMap(({ features }) => features))].sort((a, b) => a - b);
      const own = model.file.features.map(({ name }) => CALIFORNIA.indexOf(name)).sort((a, b) => a - b);
      expect(used).toEqual(own);
      expect(new Set(groups.map(({ label }) => label)).size).toBe(groups.length);
    }
  });
});

describe("a linear model of three features", () => {
  const VALUES = [3.5, 5, 2];
  const INTERCEPT = 0.6081056931392552;
  const COEFFICIENTS = [0.43688279234997124, -0.04042961959300108, -0.003826017564824915];
  const PREDICTION = INTERCEPT + COEFFICIENTS[0] * 3.5 + COEFFICIENTS[1] * 5 + COEFFICIENTS[2] * 2;
  // Within the bounds of the spread's terms.
  const SPREAD = Math.exp(
    -0.5131035220121268 + 0.059581031614477795 * 3.5 - 0.008583773236531863 * 5 - 0.2000736297445938 * 2,
  );
  let model: Model;
  /** Two rows; the second has the values. */
  let rows: Float64Array;
  const offset = CALIFORNIA.width;

  beforeEach(() => {
    model = new Model(committedFile(1), "f".repeat(64));
    rows = Float64Array.of(...model.rowOf([9, 9, 9]), ...model.rowOf(VALUES));
  });

  it("has an id, needs its features, and is not clipped", () => {
    expect(model.id).toBe("linear@1");
    expect(model.sha256).toBe("f".repeat(64));
    expect([...model.needed]).toEqual(
      ["MedInc", "AveRooms", "AveOccup"].map((name) => CALIFORNIA.indexOf(name)),
    );
    expect(model.limits).toEqual({ min: -Infinity, max: Infinity });
    expect(model.isClipped).toBe(false);
    expect(model.placeDistance).toBeUndefined();
  });

  it("does not need a feature that training rows lacked", () => {
    const features = numbersOf(model.file).map((each, i) => ({ ...each, missing: i === 1 ? 7 : 0 }));
    expect([...variantOf(model, { features }).needed]).toEqual(
      ["MedInc", "AveOccup"].map((name) => CALIFORNIA.indexOf(name)),
    );
  });

  it("is described once", () => {
    const { description } = model;
    expect(description.coefficients).toEqual(COEFFICIENTS);
    expect(model.description).toBe(description);
  });

  it("has a row of its values, and of nothing else", () => {
    const row = new Float64Array(CALIFORNIA.width).fill(Number.NaN);
    ["MedInc", "AveRooms", "AveOccup"].forEach((name, i) => {
      row[CALIFORNIA.indexOf(name)] = VALUES[i];
    });
    expect(model.rowOf(VALUES)).toEqual(row);
  });

  it("predicts the row at the offset", () => {
    expect(model.predict(rows, offset)).toBeCloseTo(PREDICTION, 12);
    expect(model.predictUnclipped(rows, offset)).toBeCloseTo(PREDICTION, 12);
    expect(model.predictValues(VALUES)).toBeCloseTo(PREDICTION, 12);
    expect(model.predict(rows)).toBe(model.predictValues([9, 9, 9]));
    expect(model.predictUnclipped(rows)).toBe(model.predictValues([9, 9, 9]));
  });

  it("has an interval of quantile times error scale about the prediction", () => {
    // The quantile of half of the training rows.
    const halfWidth = 1.242242791499791 * SPREAD;
    expect(model.errorScale(rows, offset)).toBeCloseTo(SPREAD, 12);
    const { lower, upper } = model.interval(rows, offset, 0.5);
    expect(lower).toBeCloseTo(PREDICTION - halfWidth, 12);
    expect(upper).toBeCloseTo(PREDICTION + halfWidth, 12);
    expect(model.predictWithInterval(rows, offset, 0.5)).toEqual({
      prediction: model.predict(rows, offset),
      interval: { lower, upper },
    });
    // Whatever was read before.
    model.predict(rows);
    expect(model.interval(rows, offset, 0.5)).toEqual({ lower, upper });
    model.predict(rows);
    expect(model.errorScale(rows, offset)).toBeCloseTo(SPREAD, 12);
  });

  it("has contributions that are added, without factors", () => {
    const contributions = model.contributions(rows, offset);
    expect(contributions.map(({ features, factor }) => [features, factor])).toEqual(
      model.contributionGroups.map(({ features }) => [features, undefined]),
    );
    contributions.forEach(({ contribution, label }, i) => {
      expect(contribution).toBeCloseTo(COEFFICIENTS[i] * (VALUES[i] - numbersOf(model.file)[i].mean), 12);
      expect(label).toBe(model.contributionGroups[i].label);
    });
    expect(model.contributions(rows)).not.toEqual(contributions);
  });
});

describe("the model of the location", () => {
  /** The first golden row. */
  const row = Float64Array.of(
    1.6812,
    25,
    4.192200557103064,
    1.0222841225626742,
    1392,
    3.8774373259052926,
    36.06,
    -119.01,
  );
  let model: Model;

  beforeEach(async () => {
    const models = await committedModels();
    const found = models.find(({ id }) => id === "spatial@1");
    if (!found) throw new Error("There is no spatial@1.");
    model = found;
  });

  it("is clipped to the range of the training target", () => {
    expect([model.isClipped, model.limits]).toEqual([true, { min: 0.14999, max: 5.00001 }]);
    expect(model.predict(row)).toBeCloseTo(0.4252550269495608, 12);
    const rich = row.with(0, 15).with(6, 37.8).with(7, -122.44);
    expect(model.predictUnclipped(rich)).toBeGreaterThan(5.00001);
    expect(model.predict(rich)).toBe(5.00001);
    expect(model.predictWithInterval(rich, 0, 0.5).prediction).toBe(5.00001);
  });

  it("knows how far a row is from the training locations", () => {
    expect(model.placeDistance?.(row, 0)).toBeLessThan(42.47);
    expect(model.placeDistance?.(row.with(6, 0).with(7, 0), 0)).toBeGreaterThan(10_000);
  });

  it("has factors only on the log scale, whose product with the baseline is the prediction", () => {
    expect(model.contributions(row).map(({ factor }) => factor)).toEqual(
      model.contributionGroups.map(() => undefined),
    );
    const { estimator } = model.file;
    if (!smooth.owns(estimator)) throw new Error(`It is not smooth: ${estimator.kind}`);
    const logarithmic = { ...estimator, scale: { kind: "log", smearing: 1.1 } };
    const ofLog = variantOf(model, { estimator: logarithmic });
    const product = ofLog
      .contributions(row)
      .reduce((total, { factor }) => total * (factor ?? Number.NaN), ofLog.baseline);
    expect(product).toBeCloseTo(ofLog.predictUnclipped(row), 9);
  });
});
