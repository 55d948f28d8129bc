import fc from "fast-check";
import { crossValidatedRmse, newestOf, rank } from "../../../../model/registry/ranking";
import { modelVariant, variantOf } from "../../../support/model-variants";

const trained = (name: string, version: number, rmse: number, day: number, data = "a") => {
  const model = modelVariant(name, version, rmse);
  return variantOf(model, {
    trainedAt: `2026-01-${String(day).padStart(2, "0")}T00:00:00Z`,
    trainingData: { ...model.file.trainingData, sha256: data.repeat(64) },
  });
};

const ids = (models: readonly { readonly id: string }[]) => models.map(({ id }) => id);

describe("models are ranked", () => {
  it("by their error", () => {
    expect(ids(rank([trained("a", 1, 0.8, 1), trained("b", 1, 0.7, 1)]))).toEqual(["b@1", "a@1"]);
  });

  it("behind those of the newest data, whatever their error", () => {
    expect(
      ids(rank([trained("a", 1, 0.1, 1, "b"), trained("b", 1, 0.9, 2), trained("c", 1, 0.8, 1)])),
    ).toEqual(["c@1", "b@1", "a@1"]);
  });

  it("of equals, the one that was trained later first, then the higher version", () => {
    expect(ids(rank([trained("a", 1, 0.8, 1), trained("b", 1, 0.8, 2)]))).toEqual(["b@1", "a@1"]);
    expect(ids(rank([trained("a", 1, 0.8, 1), trained("a", 2, 0.8, 1)]))).toEqual(["a@2", "a@1"]);
  });

  it("in whatever order they are given, and without changing it", () => {
    const models = [trained("a", 1, 0.8, 1), trained("b", 1, 0.7, 2), trained("c", 3, 0.7, 3, "b")];
    fc.assert(
      fc.property(fc.shuffledSubarray(models, { minLength: 3 }), (shuffled) => {
        const before = ids(shuffled);
        expect(ids(rank(shuffled))).toEqual(["c@3", "b@1", "a@1"]);
        expect(ids(shuffled)).toEqual(before);
      }),
    );
    expect(rank([])).toEqual([]);
  });
});

it("the error is that of the random folds, or else of the test rows", () => {
  const model = modelVariant("a", 1, 0.5);
  const { metrics } = model.file;
  const [scores] = metrics.crossValidation;
  const withFolds = (...folds: [folds: "random" | "spatial-block", rmse: number][]) =>
    variantOf(model, {
      metrics: {
        ...metrics,
        test: { ...metrics.test, rmse: 0.9 },
        crossValidation: folds.map(([name, rmse]) => ({ ...scores, folds: name, rmse })),
      },
    });
  expect(crossValidatedRmse(withFolds(["spatial-block", 0.3], ["random", 0.4]))).toBe(0.4);
  expect(crossValidatedRmse(withFolds(["spatial-block", 0.3]))).toBe(0.9);
  expect(crossValidatedRmse(withFolds())).toBe(0.9);
});

it("the newest is the one trained last; of equals, the last in order", () => {
  const [first, second, third] = [trained("a", 1, 1, 2), trained("b", 1, 1, 2), trained("c", 1, 1, 1)];
  expect(newestOf([first, third])).toBe(first);
  expect(newestOf([third, first])).toBe(first);
  expect(newestOf([first, second, third])).toBe(second);
  expect(newestOf([])).toBeUndefined();
});
