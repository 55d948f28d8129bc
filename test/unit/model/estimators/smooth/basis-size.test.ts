import type { BlockData } from "../../../../../model/estimators/smooth/basis-format";
import {
  basisOperations,
  basisSize,
  blockSize,
  isComplete,
} from "../../../../../model/estimators/smooth/basis-size";
import { SMALL_BASIS } from "../../../../support/small-smooth";

const basisWith = (...blocks: BlockData[]) => ({ ...SMALL_BASIS, blocks });
const without = { curves: [], location: null };
const [curve, , missing, category, location, product, locationProduct, , similarity] = SMALL_BASIS.blocks;

describe("the number of columns", () => {
  it("is that of each block, and of all", () => {
    expect(SMALL_BASIS.blocks.map((block) => blockSize(block, SMALL_BASIS))).toEqual([
      3, 3, 1, 2, 2, 3, 6, 1, 2,
    ]);
    expect(basisSize(SMALL_BASIS)).toBe(23);
    expect(basisSize(basisWith())).toBe(0);
  });

  it("is at most that of the functions which the curves have", () => {
    const many: BlockData = { kind: "product", features: ["Area", "Rooms"], functions: 9, degree: 9 };
    expect(blockSize(many, SMALL_BASIS)).toBe(9);
    expect(blockSize({ kind: "location-product", feature: "Area", functions: 9 }, SMALL_BASIS)).toBe(9);
  });

  it("is none where the basis has no such curve or location", () => {
    const reading = [curve, location, product, locationProduct];
    expect(reading.map((block) => blockSize(block, { ...without, blocks: [] }))).toEqual([0, 0, 0, 0]);
    for (const features of [
      ["Area", "Garden"],
      ["Garden", "Area"],
    ] satisfies [string, string][]) {
      expect(blockSize({ kind: "product", features, functions: 2, degree: 1 }, SMALL_BASIS)).toBe(0);
    }
  });
});

describe("the operations of a row", () => {
  const CURVES = 2 * 20;

  it.each<[string, BlockData, number]>([
    ["a multiplication and an addition for each function", curve, 2 * 3],
    ["the same for categories", category, 2 * 2],
    ["the same for missing values", missing, 2],
    ["kernels at four corners, multiplied and added", location, 4 * (6 + 2) * 2],
    ["kernels at four corners, and a sum for each function", locationProduct, 4 * (6 * 3 + 2 * 6)],
    ["a kernel of each feature", similarity, (6 + 3 * 2) * 2],
  ])("are %s, and those of the curves", (_what, block, operations) => {
    expect(basisOperations(basisWith(block))).toBe(CURVES + operations);
  });

  it("are those of all blocks", () => {
    expect(basisOperations(SMALL_BASIS)).toBe(CURVES + 6 + 6 + 2 + 4 + 64 + 6 + 120 + 2 + 24);
    expect(basisOperations({ ...without, blocks: [locationProduct] })).toBe(0);
  });
});

describe("a basis is complete", () => {
  it("if each block has what it reads", () => {
    expect(isComplete(SMALL_BASIS)).toBe(true);
  });

  it.each<[string, BlockData]>([
    ["a curve", { kind: "curve", feature: "Garden" }],
    ["a curve for its product", { kind: "product", features: ["Area", "Garden"], functions: 2, degree: 1 }],
    ["as many functions of a curve", { kind: "location-product", feature: "Area", functions: 4 }],
    [
      "a curve for its categories",
      { kind: "category-product", feature: "Heating", number: "Garden", categories: [1] },
    ],
    ["categories", { kind: "category", feature: "Style", categories: [] }],
    [
      "a coordinate of a centre",
      {
        kind: "similarity",
        features: [
          { feature: "Area", weight: 1 },
          { feature: "Rooms", weight: 1 },
        ],
        length: 1,
        centres: [[0, 0], [1]],
      },
    ],
    [
      "a curve of similar houses",
      {
        kind: "similarity",
        features: [
          { feature: "Area", weight: 1 },
          { feature: "Garden", weight: 1 },
        ],
        length: 1,
        centres: [[0, 0]],
      },
    ],
  ])("and not if a block lacks %s", (_what, block) => {
    expect(isComplete(basisWith(curve, block))).toBe(false);
  });

  it("and not if a block lacks the location", () => {
    expect(isComplete({ ...basisWith(location), location: null })).toBe(false);
    expect(isComplete({ ...basisWith(locationProduct), location: null })).toBe(false);
  });

  it("also with as many functions as the curve has", () => {
    expect(isComplete(basisWith({ kind: "location-product", feature: "Area", functions: 3 }))).toBe(true);
  });
});
