import { Model } from "../../../../../model/model";
import { findWarnings } from "../../../../../model/trust/warnings/model-warnings";
import { WARNING_KINDS } from "../../../../../model/trust/warnings/warning-kinds";
import { CALIFORNIA } from "../../../../support/california";
import { committedFile, committedModels } from "../../../../support/committed-models";
import { numbersOf } from "../../../../support/numbers-of";
import { testRowsOf } from "../../../../support/test-rows";

let model: Model;
let small: Model;

beforeEach(() => {
  model = new Model(committedFile(2), "0".repeat(64));
  small = new Model(committedFile(1), "0".repeat(64));
});

/** The committed model that knows places, and clips. */
async function spatialModel(): Promise<Model> {
  const found = (await committedModels()).find(({ file }) => file.name === "spatial");
  if (!found) throw new Error("There is no committed model spatial.");
  return found;
}

/** A test row whose price the model would put above all that it has seen. */
async function clippedRow(of: Model): Promise<Float64Array> {
  const { rows, target } = await testRowsOf(of);
  const offset = Array.from(target, (_, i) => i * CALIFORNIA.width).find(
    (start) => of.predictUnclipped(rows, start) > of.file.target.max,
  );
  if (offset === undefined) throw new Error("No test row is clipped.");
  return rows.slice(offset, offset + CALIFORNIA.width);
}

/** The training means, but for `changes`. */
function rowOf({ file }: Model, changes: { readonly [column: string]: number } = {}): Float64Array {
  const row = new Float64Array(CALIFORNIA.width).fill(Number.NaN);
  for (const { name, mean } of numbersOf(file)) row[CALIFORNIA.indexOf(name)] = changes[name] ?? mean;
  return row;
}

const codesFor = (of: Model, changes: { readonly [column: string]: number }) =>
  findWarnings(of, rowOf(of, changes)).map(({ code }) => code);

describe("when the row is ordinary", () => {
  it("nothing is warned of", () => {
    expect(findWarnings(model, rowOf(model))).toEqual([]);
    expect(findWarnings(small, rowOf(small))).toEqual([]);
  });
});

describe("when a feature is outside its training range", () => {
  it("names the feature by its API name, with value, range and both in words", () => {
    const [warning] = findWarnings(model, rowOf(model, { HouseAge: 53 }));
    expect(warning).toEqual({
      code: "FEATURE_OUT_OF_RANGE",
      feature: "houseAge",
      value: 53,
      range: { min: 1, max: 52 },
      message:
        "houseAge is 53, outside the training range from 1 to 52 (unit: years): the model extrapolates.",
    });
  });

  it.each([
    [1, []],
    [52, []],
    [0.999, ["FEATURE_OUT_OF_RANGE"]],
    [52.001, ["FEATURE_OUT_OF_RANGE"]],
  ])("counts the ends of the range as inside: %d years", (HouseAge, codes) => {
    expect(codesFor(model, { HouseAge })).toEqual(codes);
  });

  it("warns of each such feature, in the model's order", () => {
    const warnings = findWarnings(model, rowOf(model, { Latitude: 47, HouseAge: 60 }));
    const features = warnings.flatMap(({ feature }) => feature ?? []);
    expect(features).toEqual(["houseAge", "latitude"]);
  });

  it("leaves alone what the model does not read", () => {
    const row = rowOf(small);
    row[CALIFORNIA.indexOf("Latitude")] = 80;
    expect(findWarnings(small, row)).toEqual([]);
  });
});

describe("when each feature is ordinary but their combination is not", () => {
  // In California, who lives far north lives far west: the south-west is the sea, the north-east is Nevada.
  const inNevada = { Latitude: 41.9, Longitude: -114.4 };

  it("warns of the combination, and of no feature", () => {
    const [warning, ...others] = findWarnings(model, rowOf(model, { ...inNevada, AveOccup: 600 }));
    expect(others.map(({ code }) => code)).not.toContain("FEATURE_OUT_OF_RANGE");
    expect(warning.code).toBe("UNUSUAL_COMBINATION");
    expect(warning.feature).toBeUndefined();
    expect(warning.range).toEqual({ min: 0, max: model.file.novelty.threshold });
    expect(warning.value).toBe(model.distance(rowOf(model, { ...inNevada, AveOccup: 600 }), 0));
    expect(warning.value).toBeGreaterThan(model.file.novelty.threshold);
  });

  it("begins just beyond the threshold", () => {
    // The distance from the means grows with the step away from them, in proportion.
    const { mean } = numbersOf(small.file)[2];
    const step = small.distance(rowOf(small, { AveOccup: mean + 1 }), 0);
    const reach = small.file.novelty.threshold / step;
    expect(codesFor(small, { AveOccup: mean + reach * 0.999_999 })).not.toContain("UNUSUAL_COMBINATION");
    expect(codesFor(small, { AveOccup: mean + reach * 1.000_001 })).toContain("UNUSUAL_COMBINATION");
  });
});

describe("when the prediction is outside the range of the training target", () => {
  it("warns with the prediction before clipping and the target's range", () => {
    const row = rowOf(small, { MedInc: 14 });
    const warning = findWarnings(small, row).find(({ code }) => code === "PREDICTION_OUT_OF_RANGE");
    expect(warning).toMatchObject({
      value: small.predictUnclipped(row),
      range: { min: 0.14999, max: 5.00001 },
    });
    expect(warning?.feature).toBeUndefined();
    expect(warning?.message).toContain(String(small.predictUnclipped(row)));
  });

  it("begins at the ends of the range, which are inside", () => {
    const { min, max } = small.file.target;
    const [slope = Number.NaN] = small.description.coefficients ?? [];
    const { mean } = numbersOf(small.file)[0];
    const incomeFor = (price: number) => mean + (price - small.baseline) / slope;
    expect(codesFor(small, { MedInc: incomeFor(max - 1e-6) })).not.toContain("PREDICTION_OUT_OF_RANGE");
    expect(codesFor(small, { MedInc: incomeFor(max + 1e-6) })).toContain("PREDICTION_OUT_OF_RANGE");
    expect(codesFor(small, { MedInc: incomeFor(min + 1e-6) })).not.toContain("PREDICTION_OUT_OF_RANGE");
    expect(codesFor(small, { MedInc: incomeFor(min - 1e-6) })).toContain("PREDICTION_OUT_OF_RANGE");
  });
});

describe("when a model that clips and knows places warns", () => {
  it("says that the prediction was clipped, with what was computed", async () => {
    const spatial = await spatialModel();
    const row = await clippedRow(spatial);
    const warnings = findWarnings(spatial, row);
    expect(warnings.map(({ code }) => code)).not.toContain("PREDICTION_OUT_OF_RANGE");
    const warning = warnings.find(({ code }) => code === "PREDICTION_CLIPPED");
    expect(warning?.value).toBe(spatial.predictUnclipped(row));
    expect(warning?.value).toBeGreaterThan(warning?.range.max ?? Infinity);
    expect(spatial.predict(row)).toBe(warning?.range.max);
  });

  it("says in kilometres how far the nearest place of training is", async () => {
    const spatial = await spatialModel();
    const inTheSea = rowOf(spatial, { Latitude: 33, Longitude: -123 });
    const warning = findWarnings(spatial, inTheSea).find(({ code }) => code === "FAR_FROM_TRAINING_PLACES");
    expect(warning?.value).toBeGreaterThan(warning?.range.max ?? Infinity);
    expect(warning?.message).toContain(" km from the nearest training location");
  });
});

describe("the codes", () => {
  // Of a table without missing values and categories; mixed-table.test.ts has the others.
  it("are each given by some row, but for those of other tables", async () => {
    const spatial = await spatialModel();
    const codes = [
      ...codesFor(model, { HouseAge: 53 }),
      ...codesFor(model, { AveOccup: 1200, Latitude: 41.9, Longitude: -114.4 }),
      ...codesFor(model, { MedInc: 14.9 }),
      ...codesFor(spatial, { Latitude: 33, Longitude: -123 }),
      ...findWarnings(spatial, await clippedRow(spatial)).map(({ code }) => code),
    ];
    codes.push("FEATURE_MISSING", "UNKNOWN_CATEGORY");
    expect(new Set(codes)).toEqual(new Set(WARNING_KINDS.map(({ code }) => code)));
  });
});
