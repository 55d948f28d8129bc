import { BLOCK_ORDER, type BlockData } from "../../../../../model/estimators/smooth/basis-format";
import { describeBlockKind, labelOf } from "../../../../../model/estimators/smooth/block-label";
import { HOUSES } from "../../../../support/smooth-houses";

describe("a block", () => {
  it.each<[BlockData, string]>([
    [{ kind: "curve", feature: "Area" }, "Area"],
    [{ kind: "missing", feature: "Garden", share: 0.1 }, "Garden"],
    [{ kind: "category", feature: "Style", categories: [0] }, "Style"],
    [{ kind: "location" }, "location"],
    [{ kind: "product", features: ["Area", "Rooms"], functions: 2, degree: 2 }, "Area × Rooms"],
    [{ kind: "location-product", feature: "Area", functions: 1 }, "Area × location"],
    [{ kind: "category-product", feature: "Style", number: "Area", categories: [0] }, "Style × Area"],
    [{ kind: "similarity", features: [], length: 1, centres: [] }, "similar houses"],
  ])("%j is called %s", (block, label) => {
    expect(labelOf(block, HOUSES)).toBe(label);
  });
});

it("each kind of block has words of its own", () => {
  const words = BLOCK_ORDER.map(describeBlockKind);
  expect(words.every((each) => each.length > 3)).toBe(true);
  expect(new Set(words).size).toBe(BLOCK_ORDER.length);
  expect(describeBlockKind("location-product")).toBe("a feature × location");
});
