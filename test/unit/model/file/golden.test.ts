import { findGoldenMismatch } from "../../../../model/file/golden";
import { Model } from "../../../../model/model";
import { committedFile } from "../../../support/committed-models";

const file = committedFile(1);

/** The committed model, whose second golden prediction is off by `error`. */
function modelOffBy(error: number): Model {
  const golden = file.golden.map((row, i) =>
    i === 1 ? { ...row, prediction: row.prediction + error } : row,
  );
  return new Model({ ...file, golden }, "");
}

describe("golden predictions", () => {
  it("are reproduced by the committed models", () => {
    for (const version of [1, 2])
      expect(findGoldenMismatch(new Model(committedFile(version), ""))).toBeUndefined();
  });

  it("may differ by rounding, and by no more than 1e-9 of the value", () => {
    const { prediction } = file.golden[1];
    expect(prediction).toBeGreaterThan(1);
    for (const sign of [-1, 1]) {
      expect(findGoldenMismatch(modelOffBy(sign * 0.9e-9 * prediction))).toBeUndefined();
      expect(findGoldenMismatch(modelOffBy(sign * 1.1e-9 * prediction))).toBeDefined();
    }
  });

  it("tell the first one that is not reproduced", () => {
    const mismatch = findGoldenMismatch(modelOffBy(1));
    expect(mismatch?.features).toEqual(file.golden[1].features);
    expect(mismatch?.computed).toBeCloseTo(file.golden[1].prediction, 9);
    expect(mismatch?.expected).toBe(file.golden[1].prediction + 1);
  });

  it("are not reproduced by a model that computes NaN", () => {
    expect(findGoldenMismatch(modelOffBy(Number.NaN))).toBeDefined();
  });
});
