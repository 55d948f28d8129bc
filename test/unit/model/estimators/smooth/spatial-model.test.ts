import { readFileSync, statSync } from "node:fs";
import { assert, double, property, tuple } from "fast-check";
import { is } from "valibot";
import {
  BasisSpreadSchema,
  type SmoothEstimator,
} from "../../../../../model/estimators/smooth/smooth-format";
import { type ModelFile, parseModelFile } from "../../../../../model/file/format";
import { readModel } from "../../../../../model/file/read-model";
import { ModelCatalogue } from "../../../../../model/registry/catalogue";
import { findWarnings } from "../../../../../model/trust/warnings/model-warnings";
import { CALIFORNIA } from "../../../../support/california";
import { committedSpatial, SPATIAL_PATH } from "../../../../support/committed-spatial";
import { numbersOf } from "../../../../support/numbers-of";

const { model, estimator } = committedSpatial();

/** The training means, but for `changes`. */
function rowWith(changes: { readonly [column: string]: number }): Float64Array {
  const row = new Float64Array(CALIFORNIA.width);
  for (const { name, mean } of numbersOf(model.file)) row[CALIFORNIA.indexOf(name)] = changes[name] ?? mean;
  return row;
}

const codesOf = (row: Float64Array) => findWarnings(model, row).map(({ code }) => code);

const anyRow = tuple(
  ...CALIFORNIA.features.map(({ domain: { min, max, exclusiveMin } }) =>
    double({ min, max: Math.min(max, 1e9), minExcluded: exclusiveMin, noNaN: true }),
  ),
);

const LOS_ANGELES = { Latitude: 34.05, Longitude: -118.24 };
const NEW_YORK = { Latitude: 40.71, Longitude: -74.01 };
/** As dear as it gets, by the sea in Santa Monica. */
const DEAR = { MedInc: 15, AveOccup: 2, HouseAge: 50, AveRooms: 8, Latitude: 34.03, Longitude: -118.5 };

describe("spatial version 1", () => {
  it("is better than gradient boosting on test rows, by random folds and by spatial blocks", () => {
    const { test, crossValidation } = model.file.metrics;
    const [random, block] = crossValidation;
    expect(test.rmse).toBeLessThanOrEqual(0.44);
    expect([random.folds, random.rows, block.folds, block.rows]).toEqual([
      "random",
      20_640,
      "spatial-block",
      20_640,
    ]);
    expect(random.rmse).toBeLessThanOrEqual(0.446);
    expect(block.rmse).toBeLessThanOrEqual(0.565);
  });

  it("has intervals that hold what they promise, narrower than such of equal width from 80 % on", () => {
    for (const { nominal, observed, meanWidth, constantMeanWidth } of model.file.metrics.coverage) {
      expect(Math.abs(observed - nominal)).toBeLessThanOrEqual(0.015);
      if (nominal >= 0.8) expect(meanWidth).toBeLessThan(constantMeanWidth);
    }
  });

  it("is a file of less than 1 MB", () => {
    expect(statSync(SPATIAL_PATH).size).toBeLessThan(1_000_000);
  });

  it("answers where all eight features are given, and not where one is missing", async () => {
    const linear = await readModel("model/trained/linear/2/model.json");
    const catalogue = new ModelCatalogue([linear, model]);
    expect(catalogue.answering(new Float64Array(CALIFORNIA.width))?.id).toBe("spatial@1");
    const small = new ModelCatalogue([await readModel("model/trained/linear/1/model.json"), model]);
    expect(small.byDefault?.id).toBe("linear@1");
  });
});

describe("a prediction of spatial", () => {
  it("is finite and in the range of the training target, whatever is asked", () => {
    const { min, max } = model.file.target;
    assert(
      property(anyRow, (values) => {
        const prediction = model.predict(Float64Array.from(values));
        expect(prediction).toBeGreaterThanOrEqual(min);
        expect(prediction).toBeLessThanOrEqual(max);
      }),
    );
  });

  it("is the baseline and all contributions, before it is clipped", () => {
    assert(
      property(anyRow, (values) => {
        const row = Float64Array.from(values);
        const sum = model
          .contributions(row)
          .reduce((sum, { contribution }) => sum + contribution, model.baseline);
        expect(Math.abs(sum - model.predictUnclipped(row))).toBeLessThanOrEqual(1e-9);
      }),
    );
  });

  it("lies in its interval, which grows with the coverage", () => {
    assert(
      property(anyRow, (values) => {
        const row = Float64Array.from(values);
        const narrow = model.interval(row, 0, 0.5);
        const wide = model.interval(row, 0, 0.95);
        const prediction = model.predict(row);
        expect(wide.lower).toBeLessThanOrEqual(narrow.lower);
        expect(narrow.lower).toBeLessThanOrEqual(prediction);
        expect(prediction).toBeLessThanOrEqual(narrow.upper);
        expect(narrow.upper).toBeLessThanOrEqual(wide.upper);
      }),
    );
  });

  it("can be made for a block group without people", () => {
    const nobody = rowWith({ Population: 0 });
    expect(model.predict(nobody)).toBe(model.predict(rowWith({ Population: 1e-9 })));
    expect(model.interval(nobody, 0, 0.9).upper).toBeGreaterThan(model.predict(nobody));
  });

  it("rises with the income from 10,000 to 100,000 dollars, in Los Angeles", () => {
    const incomes = [1, 2, 3, 4, 6, 8, 10];
    const predictions = incomes.map((MedInc) => model.predict(rowWith({ MedInc, ...LOS_ANGELES })));
    expect(predictions).toEqual([...predictions].sort((a, b) => a - b));
  });
});

describe("when spatial computes more than any house in training was worth", () => {
  const row = rowWith(DEAR);

  it("answers with the largest value of training, and warns that it does", () => {
    const { max } = model.file.target;
    expect(model.predictUnclipped(row)).toBeGreaterThan(max);
    expect(model.predict(row)).toBe(max);
    const warning = findWarnings(model, row).find(({ code }) => code === "PREDICTION_CLIPPED");
    expect(warning).toMatchObject({ value: model.predictUnclipped(row), range: estimator.clip });
    expect(codesOf(row)).not.toContain("PREDICTION_OUT_OF_RANGE");
  });
});

describe("when linear computes more than any house in training was worth", () => {
  it("answers with what it computed, and warns of that", async () => {
    const linear = await readModel("model/trained/linear/2/model.json");
    const row = rowWith({ MedInc: 40 });
    expect(linear.predict(row)).toBe(linear.predictUnclipped(row));
    expect(linear.predict(row)).toBeGreaterThan(linear.file.target.max);
    const codes = findWarnings(linear, row).map(({ code }) => code);
    expect(codes).toContain("PREDICTION_OUT_OF_RANGE");
    expect(codes).not.toContain("PREDICTION_CLIPPED");
  });
});

describe("when a place is far from those of training", () => {
  it("warns, in kilometres", () => {
    const warning = findWarnings(model, rowWith(NEW_YORK)).find(
      ({ code }) => code === "FAR_FROM_TRAINING_PLACES",
    );
    expect(warning?.value).toBeGreaterThan(3000);
    expect(warning?.value).toBeLessThan(4000);
    expect(warning?.message).toMatch(/^The location is 3\d\d\d km from the nearest training location/);
  });

  it("does not warn of a place in the middle of Los Angeles", () => {
    expect(codesOf(rowWith(LOS_ANGELES))).not.toContain("FAR_FROM_TRAINING_PLACES");
  });
});

describe("a file of spatial", () => {
  const text = readFileSync(SPATIAL_PATH, "utf8");

  const problemOf = (change: (file: ModelFile, estimator: SmoothEstimator) => void) => {
    const committed = structuredClone({ file: model.file, estimator });
    committed.file.estimator = committed.estimator;
    change(committed.file, committed.estimator);
    const parsed = parseModelFile(committed.file);
    return parsed.ok ? undefined : parsed.problem;
  };

  it("is accepted as it is", () => {
    expect(parseModelFile(JSON.parse(text)).ok).toBe(true);
    expect(problemOf(() => {})).toBeUndefined();
  });

  it("is refused with a coefficient too few", () => {
    expect(problemOf((_, { coefficients }) => coefficients.pop())).toMatch("one coefficient per column");
  });

  it("is refused with a coefficient of the spread too few", () => {
    const problem = problemOf(({ uncertainty: { spread } }) => {
      if (is(BasisSpreadSchema, spread)) spread.coefficients.pop();
    });
    expect(problem).toMatch("one spread coefficient");
  });

  it("is refused where a block reads a function that there is not", () => {
    expect(problemOf((_, { basis }) => basis.curves.shift())).toMatch("does not have");
    expect(
      problemOf((_, estimator) => {
        estimator.basis = { ...estimator.basis, location: null };
      }),
    ).toMatch("does not have");
    expect(
      problemOf((_, { basis }) => {
        for (const block of basis.blocks) if (block.kind === "location-product") block.functions = 99;
      }),
    ).toMatch("does not have");
  });

  it("is refused where the basis reads a feature that is not listed", () => {
    const problem = problemOf((file) => {
      file.features.pop();
    });
    expect(problem).toMatch("not listed");
  });

  it("is refused where a curve lacks a weight, or a block its mean", () => {
    expect(problemOf((_, { basis }) => basis.curves[0].functions[0].pop())).toMatch("one weight per knot");
    expect(problemOf((_, { contributions }) => contributions.pop())).toMatch("each block");
  });
});
