import * as v from "valibot";
import {
  BasisSchema,
  BLOCK_ORDER,
  BlockKindSchema,
} from "../../../../../model/estimators/smooth/basis-format";
import { LOCATION_DATA } from "../../../../support/small-basis";
import { SMALL_BASIS } from "../../../../support/small-smooth";

const accepts = (changes: object) => v.is(BasisSchema, { ...SMALL_BASIS, ...changes });
const acceptsBlock = (block: object) => accepts({ blocks: [block] });
const acceptsLocation = (changes: object) => accepts({ location: { ...LOCATION_DATA, ...changes } });

describe("a basis in a model file", () => {
  it("has blocks of every kind, and may have no curves and no location", () => {
    expect(accepts({})).toBe(true);
    expect(accepts({ curves: [], location: null })).toBe(true);
    expect(SMALL_BASIS.blocks.map(({ kind }) => kind)).toEqual(["curve", ...BLOCK_ORDER]);
  });

  it("is refused without blocks, or with a property that is not known", () => {
    expect(accepts({ blocks: [] })).toBe(false);
    expect(accepts({ location: undefined })).toBe(false);
    expect(accepts({ more: 1 })).toBe(false);
  });
});

describe("grid lines", () => {
  const withLines = (latitudes: readonly number[]) =>
    acceptsLocation({ grid: { ...LOCATION_DATA.grid, latitudes } });

  it.each([
    ["ascend", [50, 51, 53], true],
    ["are at least two", [50, 51], true],
    ["are not one", [50], false],
    ["are not the same twice", [50, 50, 53], false],
    ["do not descend", [50, 51, 50.5], false],
    ["are finite", [50, Infinity], false],
  ])("%s: %j", (_rule, lines, isAccepted) => {
    expect(withLines(lines)).toBe(isAccepted);
  });

  it("are refused with the rule", () => {
    const location = { ...LOCATION_DATA, grid: { ...LOCATION_DATA.grid, longitudes: [5, 4] } };
    const { issues } = v.safeParse(BasisSchema, { ...SMALL_BASIS, location });

    expect(issues?.map(({ message }) => message)).toEqual(["Expected ascending lines"]);
  });
});

describe("radial functions", () => {
  const withRadial = (changes: object) =>
    acceptsLocation({
      radials: { ...LOCATION_DATA.radials, alone: { ...LOCATION_DATA.radials.alone, ...changes } },
    });

  it.each([
    ["the first power", { power: 1 }, true],
    ["the second power", { power: 2 }, true],
    ["no third power", { power: 3 }, false],
    ["a length above 0", { length: 0 }, false],
    ["a centre", { centres: [] }, false],
    ["two coordinates of a centre", { centres: [[50]] }, false],
    ["no more properties", { weight: 1 }, false],
  ])("have %s", (_rule, changes, isAccepted) => {
    expect(withRadial(changes)).toBe(isAccepted);
  });

  it("count a degree of longitude by a length above 0", () => {
    expect(acceptsLocation({ longitudeScale: 0 })).toBe(false);
    expect(acceptsLocation({ longitudeScale: 0.01 })).toBe(true);
  });
});

describe("categories of a block", () => {
  it.each([
    [[0], true],
    [[0, 1, 5], true],
    [[], false],
    [[1, 1], false],
    [[2, 0], false],
    [[-1, 0], false],
    [[0.5], false],
  ])("are positions that ascend: %j", (categories, isAccepted) => {
    expect(acceptsBlock({ kind: "category", feature: "Style", categories })).toBe(isAccepted);
    const product = { kind: "category-product", feature: "Style", number: "Area", categories };
    expect(acceptsBlock(product)).toBe(isAccepted);
  });
});

describe("a block", () => {
  const product = { kind: "product", features: ["Area", "Rooms"], functions: 1, degree: 0 };
  const similarity = {
    kind: "similarity",
    features: [{ feature: "Area", weight: -1 }],
    length: 1,
    centres: [[0]],
  };

  it.each<[string, object, boolean]>([
    ["a product of degree 0", product, true],
    ["no function", { ...product, functions: 0 }, false],
    ["a negative degree", { ...product, degree: -1 }, false],
    ["three features", { ...product, features: ["Area", "Rooms", "Garden"] }, false],
    ["no function of the location", { kind: "location-product", feature: "Area", functions: 0 }, false],
    ["one function of the location", { kind: "location-product", feature: "Area", functions: 1 }, true],
    ["a share", { kind: "missing", feature: "Garden", share: 0.5 }, true],
    ["no share", { kind: "missing", feature: "Garden" }, false],
    ["a typical house", similarity, true],
    ["no typical house", { ...similarity, centres: [] }, false],
    ["no feature of typical houses", { ...similarity, features: [] }, false],
    ["a length of 0", { ...similarity, length: 0 }, false],
    ["an unknown kind", { kind: "wave", feature: "Area" }, false],
    ["an unknown property", { kind: "location", feature: "Area" }, false],
  ])("with %s: %j", (_what, block, isAccepted) => {
    expect(acceptsBlock(block)).toBe(isAccepted);
  });

  it("has a kind in the order of a basis", () => {
    expect(BLOCK_ORDER.every((kind) => v.is(BlockKindSchema, kind))).toBe(true);
    expect(v.is(BlockKindSchema, "wave")).toBe(false);
  });
});
