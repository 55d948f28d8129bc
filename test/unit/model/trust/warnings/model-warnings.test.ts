import fc from "fast-check";
import type { Model } from "../../../../../model/model";
import { loadModels } from "../../../../../model/registry/version-reader";
import { findWarnings, warningsOf } from "../../../../../model/trust/warnings/model-warnings";
import { CALIFORNIA } from "../../../../support/california";
import { numbersOf } from "../../../../support/numbers-of";

let models: readonly Model[];

beforeAll(async () => {
  ({ models } = await loadModels("model/trained"));
});

/** The findings as warnings tell them. */
function warned(model: Model, row: Float64Array): string[] {
  return findWarnings(model, row).map(({ code, feature }) => (feature ? `${code} ${feature}` : code));
}

function found(model: Model, row: Float64Array): string[] {
  const findings = warningsOf(model).find(row, 0, model.predict(row));
  return findings.map(({ code, feature }) => (feature ? `${code} ${feature}` : code));
}

describe("what is found in a row without words", () => {
  it("when any row is given to any model, then it is what the warnings say", () => {
    const value = fc.double({ min: -200, max: 200, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: CALIFORNIA.width, maxLength: CALIFORNIA.width }), (values) => {
        const row = Float64Array.from(values);
        for (const model of models) expect(found(model, row)).toEqual(warned(model, row));
      }),
    );
  });

  it("when places lie all around California, then the far ones are those of the warnings", () => {
    for (const model of models) {
      const row = new Float64Array(CALIFORNIA.width);
      for (const { name, mean } of numbersOf(model.file)) row[CALIFORNIA.indexOf(name)] = mean;
      for (let latitude = 28; latitude < 46; latitude += 0.5) {
        for (let longitude = -128; longitude < -110; longitude += 0.5) {
          row[CALIFORNIA.indexOf("Latitude")] = latitude;
          row[CALIFORNIA.indexOf("Longitude")] = longitude;
          if (found(model, row).join() !== warned(model, row).join()) {
            throw new Error(`${model.id} differs at ${latitude}, ${longitude}`);
          }
        }
      }
    }
  });

  it("when a row is that of the training means, then nothing is found", () => {
    for (const model of models) {
      const row = new Float64Array(CALIFORNIA.width);
      for (const { name, mean } of numbersOf(model.file)) row[CALIFORNIA.indexOf(name)] = mean;
      expect(found(model, row)).toEqual([]);
    }
  });

  it("when a feature is at either end of its training range, then it is not outside", () => {
    for (const model of models) {
      const row = new Float64Array(CALIFORNIA.width);
      for (const end of ["min", "max"] as const) {
        for (const feature of numbersOf(model.file)) row[CALIFORNIA.indexOf(feature.name)] = feature[end];
        expect(found(model, row).filter((finding) => finding.startsWith("FEATURE"))).toEqual([]);
      }
    }
  });
});
