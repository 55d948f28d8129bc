import fc from "fast-check";
import { HousePriceError } from "../../../../model/errors";
import { basisOperations } from "../../../../model/estimators/smooth/basis-size";
import { smooth } from "../../../../model/estimators/smooth/smooth-kind";
import { BOUNDS, findExcess } from "../../../../model/file/bounds";
import { MAX_MODEL_BYTES, verifyModel } from "../../../../model/file/read-model";
import { Model } from "../../../../model/model";
import { inflatedModel, type Sizes, sealCompact, spatialFile } from "../../../support/inflated-models";
import { refusalOf } from "../../../support/refusal";

const verify = (text: string) => verifyModel(Buffer.from(text), "model.json");
const excess = (json: string) => findExcess(Buffer.from(json));

afterEach(() => jest.restoreAllMocks());

describe("the text of a model file", () => {
  it("is within the bounds where it only looks deep or long", () => {
    for (const json of [
      '"[[[[[[[[[[[[[[[[[[[[["',
      '"\\"[[[[[[[[[[[[[[[[[[[["',
      '"\\\\"',
      "[[[[]],[[]]],{}]",
      "",
      '"',
    ]) {
      expect(excess(json)).toBeUndefined();
    }
    expect(excess("[".repeat(BOUNDS.depth) + "]".repeat(BOUNDS.depth))).toBeUndefined();
    expect(excess("[],".repeat(10_000))).toBeUndefined();
    expect(excess(JSON.stringify(spatialFile()))).toBeUndefined();
  });

  it("is refused where it nests too deeply, or has too many values", () => {
    expect(excess("[".repeat(BOUNDS.depth + 1))).toBe("Expected at most 16 levels of nesting");
    expect(excess('{"a":'.repeat(BOUNDS.depth + 1))).toBe("Expected at most 16 levels of nesting");
    expect(excess("[],".repeat(BOUNDS.values / 2))).toBe("Expected at most 250000 values");
  });

  it("has no more values than are counted", () => {
    const count = (value: unknown): number =>
      typeof value === "object" && value !== null
        ? Object.values(value).reduce((sum: number, each) => sum + count(each), 1)
        : 1;
    fc.assert(
      fc.property(fc.json({ maxDepth: BOUNDS.depth - 1 }), (json) => {
        expect(count(JSON.parse(json))).toBeLessThan(BOUNDS.values);
        expect(excess(json)).toBeUndefined();
      }),
    );
  });
});

describe("a model that is larger than any of ours", () => {
  it.each<Sizes>([
    { blocks: 2, centres: 1000, golden: 100 },
    { blocks: 500, centres: 5, golden: 1 },
    { blocks: 1, centres: 2000, golden: 8 },
  ])("is loaded within the bounds: %j", (sizes) => {
    expect(verify(inflatedModel(sizes)).id).toBe("spatial@1");
  });

  it.each<[Sizes, string]>([
    [{ blocks: 400, centres: 1000, golden: 2000 }, "Expected at most 250000 values"],
    [{ blocks: 200, centres: 1000, golden: 1 }, "estimator.coefficients: Expected at most 20000 items"],
    [{ blocks: 501, centres: 1, golden: 1 }, "estimator.basis.blocks: Expected at most 500 items"],
    [{ blocks: 20_000, centres: 1, golden: 1 }, "estimator.basis.blocks: Expected at most 500 items"],
    [{ blocks: 1, centres: 2001, golden: 1 }, "centres: Expected at most 2000 items"],
    [{ blocks: 1, centres: 1, golden: 101 }, "golden: Expected at most 100 items"],
  ])("is refused beyond them, before anything is computed: %j", async (sizes, says) => {
    const predict = jest.spyOn(Model.prototype, "predict");
    const { code, message } = await refusalOf(() => verify(inflatedModel(sizes)));
    expect(code).toBe("MODEL_INVALID");
    expect(message).toContain(says);
    expect(predict).not.toHaveBeenCalled();
  });

  it("is refused where few numbers stand for many columns", async () => {
    const file = spatialFile();
    const block = { kind: "location-product", feature: "MedInc", functions: 6 };
    const estimator = {
      ...file.estimator,
      basis: { ...file.estimator.basis, blocks: Array(400).fill(block) },
      contributions: Array(400).fill({ mean: 0, deviation: 0 }),
    };
    const { message } = await refusalOf(() => verify(sealCompact({ ...file, estimator })));
    expect(message).toContain("Expected blocks of at most 20000 columns in total");
  });

  it("is refused where a row takes too many operations", async () => {
    const file = spatialFile();
    const { basis } = file.estimator;
    const similarity = {
      kind: "similarity",
      features: Array(20).fill({ feature: "MedInc", weight: 1 }),
      length: 1,
      centres: Array(1500).fill(Array(20).fill(0)),
    };
    const { contributions, coefficients } = file.estimator;
    const estimator = {
      ...file.estimator,
      basis: { ...basis, blocks: [...basis.blocks, similarity] },
      contributions: [...contributions, { mean: 0, deviation: 0 }],
      coefficients: [...coefficients, ...Array(1500).fill(0)],
    };
    const { message } = await refusalOf(() => verify(sealCompact({ ...file, estimator })));
    expect(message).toContain("Expected a basis of at most 80000 operations per row");
  });
});

describe("a sealed file that was inflated at random", () => {
  /** Changes one value of the file: a list, a text or a number of it grows, or is nested. */
  function inflate(value: unknown, path: readonly number[], how: number, times: number): unknown {
    const [step, ...rest] = path;
    if (typeof value === "object" && value !== null && step !== undefined) {
      const entries = Object.entries(value);
      if (entries.length > 0) {
        const [key, child] = entries[step % entries.length];
        const changed = inflate(child, rest, how, times);
        return Array.isArray(value) ? value.with(Number(key), changed) : { ...value, [key]: changed };
      }
    }
    if (Array.isArray(value)) {
      const [item = 0] = value;
      return Array(Math.min(times, Math.ceil(MAX_MODEL_BYTES / JSON.stringify(item).length))).fill(item);
    }
    if (typeof value === "string") return value.repeat(Math.ceil(times / 10));
    if (typeof value === "number") return [value * times, times, 10 ** (times % 400), -value][how % 4];
    let nested = value;
    for (let depth = 0; depth < times % 50; depth++) nested = [nested];
    return nested;
  }

  it("is refused, or is a model within the budget of docs/MODELS.md", () => {
    const file = spatialFile();
    const change = fc.record({
      path: fc.array(fc.nat(2000), { maxLength: 6 }),
      how: fc.nat(3),
      times: fc.constantFrom(0, 1, 3, 100, 600, 3_000, 30_000),
    });
    const predict = jest.spyOn(Model.prototype, "predict");
    let models = 0;
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        predict.mockClear();
        const inflated = changes.reduce<unknown>(
          (value, { path, how, times }) => inflate(value, path, how, times),
          file,
        );
        fc.pre(typeof inflated === "object" && inflated !== null && "checksum" in inflated);
        const text = sealCompact(inflated);
        try {
          const { estimator, golden, features } = verify(text).file;
          models++;
          expect(text.length).toBeLessThanOrEqual(MAX_MODEL_BYTES);
          expect(golden.length).toBeLessThanOrEqual(BOUNDS.golden);
          expect(features.length).toBeLessThanOrEqual(BOUNDS.features);
          if (!smooth.owns(estimator)) return;
          expect(basisOperations(estimator.basis)).toBeLessThanOrEqual(BOUNDS.operations);
          expect(estimator.contributions.length).toBeLessThanOrEqual(BOUNDS.blocks);
        } catch (error) {
          if (!(error instanceof HousePriceError)) throw error;
          expect(error.message.length).toBeLessThan(1000);
        }
        expect(predict.mock.calls.length).toBeLessThanOrEqual(BOUNDS.golden);
      }),
      { numRuns: 100, endOnFailure: true },
    );
    expect(models).toBeGreaterThan(0);
  });
});
