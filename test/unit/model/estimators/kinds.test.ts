import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { graphql } from "graphql";
import { trainingCommand } from "../../../../cli/train/options";
import { formatReport } from "../../../../cli/train/report";
import { ESTIMATOR_KINDS } from "../../../../model/estimators/kinds";
import { parseModelFile } from "../../../../model/file/format";
import { readModel } from "../../../../model/file/read-model";
import type { Model } from "../../../../model/model";
import { ModelCatalogue } from "../../../../model/registry/catalogue";
import { findWarnings } from "../../../../model/trust/warnings/model-warnings";
import { buildSchema } from "../../../../schema/build-schema";
import { evaluateSaved } from "../../../../training/evaluate-saved";
import type { TrainedModel } from "../../../../training/train";
import { CALIFORNIA } from "../../../support/california";
import { growth } from "../../../support/growth-kind";
import { everyNthLine, writeTable } from "../../../support/housing-csv";
import { numbersOf } from "../../../support/numbers-of";
import { trainHere } from "../../../support/training";

// The two lists are all that a new kind is added to.
jest.mock("../../../../model/estimators/kinds", () => {
  const { ESTIMATOR_KINDS } = jest.requireActual("../../../../model/estimators/kinds");
  return { ESTIMATOR_KINDS: [...ESTIMATOR_KINDS, jest.requireActual("../../../support/growth-kind").growth] };
});
jest.mock("../../../../training/trainers", () => {
  const { TRAINERS } = jest.requireActual("../../../../training/trainers");
  return { TRAINERS: [...TRAINERS, jest.requireActual("../../../support/growth-kind").growthTrainer] };
});

const FEATURES = ["MedInc", "HouseAge"] as const;

let data: string;
let trained: TrainedModel;
let model: Model;

beforeAll(async () => {
  data = await writeTable(everyNthLine(100));
  trained = await trainHere({ model: "growth", features: FEATURES, data });
  model = await readModel(trained.saved.path);
});

/** The training means, but for the income. */
function rowOf(income: number): Float64Array {
  const row = new Float64Array(CALIFORNIA.width).fill(Number.NaN);
  for (const { name, mean } of numbersOf(model.file)) row[CALIFORNIA.indexOf(name)] = mean;
  row[CALIFORNIA.indexOf("MedInc")] = income;
  return row;
}

describe("when a kind of estimator is in the two lists", () => {
  it("npm run train takes it", async () => {
    const options = await new Promise((parsed) => {
      void trainingCommand(async ({ options }) => parsed(options)).parseAsync([
        ...["node", "train", "--model", "growth", "--features", "AveRooms,MedInc"],
      ]);
    });
    expect(options).toMatchObject({ model: "growth", features: ["AveRooms", "MedInc"] });
  });

  it("its model is saved under its name, and proven when it is read", () => {
    expect(model.id).toBe("growth@1");
    expect(model.file).toMatchObject(trained.content);
    expect(model.file.algorithm).toBe("least squares on the logarithm of the target");
    expect(model.file.metrics.test.r2).toBeGreaterThan(0.2);
  });

  it("it predicts by its own formula, and explains the prediction", () => {
    const { estimator } = model.file;
    if (!growth.owns(estimator)) throw new Error(estimator.kind);
    for (const income of [0.5, 3, 8, 20]) {
      const price = Math.exp(estimator.intercept + estimator.rate * income);
      expect(model.predict(rowOf(income))).toBe(price);
      const [{ label, contribution }] = model.contributions(rowOf(income));
      expect(label).toBe("growth of the first");
      expect(model.baseline + contribution).toBeCloseTo(price, 12);
    }
  });

  it("its intervals are made where it measures errors: as many per cent up as down", () => {
    const price = model.predict(rowOf(3));
    const { lower, upper } = model.interval(rowOf(3), 0, 0.9);
    expect(lower).toBeLessThan(price);
    expect(upper / price).toBeCloseTo(price / lower, 12);
    for (const { nominal, observed } of model.file.metrics.coverage) {
      expect(Math.abs(observed - nominal)).toBeLessThan(0.2);
    }
  });

  it("it has warnings", () => {
    const codes = findWarnings(model, rowOf(30)).map(({ code }) => code);
    expect(codes).toEqual(["FEATURE_OUT_OF_RANGE", "UNUSUAL_COMBINATION", "PREDICTION_OUT_OF_RANGE"]);
  });

  it("modelInfo tells it", async () => {
    const source = `{
      modelInfo(model: { name: "growth" }) {
        algorithm intercept basisSize penalties { terms penalty } features { name coefficient }
      }
    }`;
    const contextValue = { catalogue: new ModelCatalogue([model]) };
    const { data, errors } = await graphql({ schema: buildSchema(CALIFORNIA), source, contextValue });
    expect(errors).toBeUndefined();
    expect(data?.modelInfo).toEqual({
      algorithm: "least squares on the logarithm of the target",
      intercept: model.description.intercept,
      basisSize: 1,
      penalties: [{ terms: "growth", penalty: 7 }],
      features: [
        { name: "medInc", coefficient: null },
        { name: "houseAge", coefficient: null },
      ],
    });
  });

  it("the report of its training has its weights", () => {
    const [[, rate]] = model.description.weights.rows;
    expect(formatReport(trained.content)).toMatch(/what grows +│ +rate/);
    expect(formatReport(trained.content)).toContain(`the first  │ ${rate.toFixed(3)}`);
  });

  it("the model card tells it, and how to make it again", async () => {
    const card = await readFile(join(trained.saved.path, "../card.md"), "utf8");
    expect(card).toContain("# Model card: growth, version 1");
    expect(card).toContain("### Importance of the features");
    expect(card).toContain("Predictions are never clipped");
    expect(card).toContain("--model growth --features MedInc,HouseAge --seed 42");
    expect(await readFile(join(trained.saved.path, "../importance.svg"), "utf8")).toContain(">medInc<");
  });

  it("npm run evaluate -- --cv fits it anew", async () => {
    const { crossValidation } = await evaluateSaved(model, data, { crossValidation: true });
    expect(crossValidation).toEqual(model.file.metrics.crossValidation);
  });
});

describe("when a file of that kind is wrong", () => {
  const problemOf = (changes: object) => {
    const parsed = parseModelFile({ ...model.file, ...changes });
    return parsed.ok ? undefined : parsed.problem;
  };

  it("it is refused by the kind's own rules", () => {
    const { estimator, features, golden, novelty, uncertainty } = model.file;
    expect(problemOf({})).toBeUndefined();
    expect(problemOf({ estimator: { ...estimator, rate: "fast" } })).toContain("estimator.rate");
    expect(problemOf({ estimator: { ...estimator, coefficients: [] } })).toContain("coefficients");
    const spread = { intercept: 0, coefficients: [0], min: 0, max: 1 };
    expect(problemOf({ uncertainty: { ...uncertainty, spread } })).toContain("uncertainty.spread");
    expect(problemOf({ novelty: { ...novelty, places: { threshold: 1 } } })).toContain("needs their centres");
    expect(problemOf({ features: features.slice(0, 1), golden })).toBe(
      "Expected growth to have two features",
    );
  });

  it("an unknown kind is refused with the names of all that there are", () => {
    const names = ESTIMATOR_KINDS.map(({ name }) => `"${name}"`).join(" | ");
    expect(names).toMatch(/^"linear" .*"growth"$/);
    expect(problemOf({ estimator: { kind: "forest" } })).toBe(
      `estimator.kind: Invalid type: Expected (${names}) but received "forest"`,
    );
  });
});
