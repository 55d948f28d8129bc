import type { Model } from "../../../../model/model";
import { DefaultChoice } from "../../../../model/registry/default-choice";
import { CALIFORNIA } from "../../../support/california";
import { modelVariant, variantOf } from "../../../support/model-variants";

const THREE = ["MedInc", "AveRooms", "AveOccup"];

/** A model that can do without one of the eight features. */
function without(model: Model, name: string): Model {
  const features = model.file.features.map((each) => (each.name === name ? { ...each, missing: 7 } : each));
  return variantOf(model, { features });
}

/** A row that lacks these columns. */
const rowWithout = (...names: string[]) =>
  Float64Array.from(CALIFORNIA.features, ({ name }) => (names.includes(name) ? Number.NaN : 1));
const threeAlone = Float64Array.from(CALIFORNIA.features, ({ name }) =>
  THREE.includes(name) ? 1 : Number.NaN,
);

const choiceOf = (models: readonly Model[], pins: readonly [string, number][] = []) =>
  new DefaultChoice(models, new Map(pins));

describe("the model that answers a row", () => {
  const small = modelVariant("small", 1, 0.9);
  const large = modelVariant("large", 1, 0.7, 8);
  const middle = without(modelVariant("middle", 1, 0.8, 8), "HouseAge");

  it("is the best of those that need nothing else", () => {
    const choice = choiceOf([small, large, middle]);

    expect(choice.answering(rowWithout())).toBe(large);
    expect(choice.answering(rowWithout("HouseAge"))).toBe(middle);
    expect(choice.answering(threeAlone)).toBe(small);
    expect(choice.answering(rowWithout("MedInc"))).toBeUndefined();
  });

  it("is chosen by the row at the offset", () => {
    const rows = Float64Array.of(...threeAlone, ...rowWithout("HouseAge"));

    expect(choiceOf([small, large, middle]).answering(rows, CALIFORNIA.width)).toBe(middle);
  });

  it("is an older version of the best name only if that is better than the best of the other names", () => {
    const newest = modelVariant("large", 2, 0.5, 8);
    const worse = without(modelVariant("large", 1, 0.85, 8), "HouseAge");
    const better = without(modelVariant("large", 1, 0.75, 8), "HouseAge");
    const row = rowWithout("HouseAge");

    expect(choiceOf([newest, worse, middle]).answering(row)).toBe(middle);
    expect(choiceOf([newest, better, middle]).answering(row)).toBe(better);
    // Whatever the order of the names.
    expect(choiceOf([middle, better, newest]).answering(row)).toBe(better);
  });

  it("is the newest version that can answer, although an older one has the lower error", () => {
    const older = without(modelVariant("large", 1, 0.1, 8), "HouseAge");
    const newer = modelVariant("large", 2, 0.9, 8);

    expect(choiceOf([older, newer]).answering(rowWithout())).toBe(newer);
    expect(choiceOf([older, newer]).answering(rowWithout("HouseAge"))).toBe(older);
  });

  it("is never a version that is not the pinned one", () => {
    const versions = [modelVariant("a", 1, 0.9), modelVariant("a", 2, 0.5), modelVariant("a", 3, 0.7)];

    expect(choiceOf(versions, [["a", 2]]).answering(rowWithout())?.id).toBe("a@2");
    expect(choiceOf(versions, [["b", 2]]).answering(rowWithout())?.id).toBe("a@3");
    expect(choiceOf(versions, [["a", 9]]).answering(rowWithout())).toBeUndefined();
  });
});

describe("the reason why a model answers", () => {
  const answeringOf = (model: Model, others: readonly Model[], pins: readonly [string, number][] = []) =>
    choiceOf([model, ...others], pins).explain(model);
  const linear1 = modelVariant("linear", 1, 0.123456);
  const linear2 = modelVariant("linear", 2, 0.7, 8);

  it("is that it is alone of its name, the newest, or pinned", () => {
    expect(answeringOf(linear1, [])).toEqual({
      when: "by default",
      reason: "Answers by default: it is the newest version.",
    });
    expect(answeringOf(linear1, [linear2], [["linear", 1]])).toEqual({
      when: "by default",
      reason: "Answers by default: linear is pinned to it.",
    });
  });

  it("is its error, to four digits, if there are other names", () => {
    expect(answeringOf(linear1, [modelVariant("other", 1, 0.9)])).toEqual({
      when: "by default",
      reason: "Answers by default: its cross-validated RMSE, 0.1235, is the lowest on the newest data.",
    });
  });

  it("is that inputs lack features of a newer version", () => {
    expect(answeringOf(linear1, [linear2])).toEqual({
      when: "features lacking",
      reason: "Answers inputs that lack a feature of linear@2, which is newer.",
    });
  });

  it("is that inputs lack features of a model of newer data", () => {
    const { trainingData } = linear2.file;
    const other = variantOf(modelVariant("other", 1, 9, 8), {
      trainedAt: "2030-01-01T00:00:00Z",
      trainingData: { ...trainingData, sha256: "f".repeat(64) },
    });

    expect(answeringOf(linear1, [other])).toEqual({
      when: "features lacking",
      reason: "Answers inputs that lack a feature of other@1, which is of newer data.",
    });
  });

  it("is only its name if another version is pinned, a newer one needs no more, or another name is better", () => {
    expect(answeringOf(linear1, [linear2], [["linear", 2]])).toEqual({
      when: "when named",
      reason: "Answers when named: linear is pinned to version 2.",
    });
    const newer = [modelVariant("linear", 3, 0.9), modelVariant("linear", 4, 0.9)];
    expect(answeringOf(linear1, newer)).toEqual({
      when: "when named",
      reason: "Answers when named: linear@4 is newer and needs no other features.",
    });
    expect(answeringOf(linear1, [modelVariant("best", 1, 0.1)])).toEqual({
      when: "when named",
      reason:
        "Answers when named: best@1, which needs no other features, has the lower cross-validated RMSE (0.1 against 0.1235).",
    });
  });

  it("is not that of a newer version that needs more, nor of another name's", () => {
    // In the order of the catalogue, the last other model is of another name.
    const models = [linear1, linear2, modelVariant("zebra", 9, 0.95)];

    expect(choiceOf(models).explain(linear1).reason).toContain("a feature of linear@2");
  });

  it("is found once", () => {
    const choice = choiceOf([linear1]);

    expect(choice.explain(linear1)).toBe(choice.explain(linear1));
  });
});
