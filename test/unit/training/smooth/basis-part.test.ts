import { Basis } from "../../../../model/estimators/smooth/basis";
import {
  type BasisData,
  BLOCK_ORDER,
  type BlockKind,
} from "../../../../model/estimators/smooth/basis-format";
import { columnsThrough, upTo } from "../../../../training/smooth/basis-part";
import { curveData, LOCATION_DATA } from "../../../support/small-basis";
import { HOUSES } from "../../../support/smooth-houses";

/** A block of each kind, which between them read five functions. */
const BASIS: BasisData = {
  curves: ["Area", "Rooms", "Garden", "North", "East"].map((feature) => curveData(feature)),
  location: LOCATION_DATA,
  blocks: [
    { kind: "curve", feature: "Area" },
    { kind: "missing", feature: "Garden", share: 0.5 },
    { kind: "category", feature: "Style", categories: [0, 1] },
    { kind: "location" },
    { kind: "product", features: ["Area", "Rooms"], functions: 1, degree: 2 },
    { kind: "location-product", feature: "Garden", functions: 1 },
    { kind: "category-product", feature: "Style", number: "North", categories: [1] },
    { kind: "similarity", features: [{ feature: "East", weight: 1 }], length: 1, centres: [[0], [1]] },
  ],
};

describe("a part of a basis", () => {
  it.each<[kind: BlockKind, blocks: number, curves: number]>([
    ["curve", 1, 1],
    ["missing", 2, 1],
    ["category", 3, 1],
    ["location", 4, 1],
    ["product", 5, 2],
    ["location-product", 6, 3],
    ["category-product", 7, 4],
    ["similarity", 8, 5],
  ])("through %s has %d blocks, and the functions of %d features that they read", (kind, blocks, curves) => {
    expect(upTo(BASIS, kind)).toEqual({
      curves: BASIS.curves.slice(0, curves),
      location: LOCATION_DATA,
      blocks: BASIS.blocks.slice(0, blocks),
    });
  });

  it("has the columns of its blocks", () => {
    const basis = new Basis(BASIS, HOUSES);
    const ends = basis.blocks.map(({ start, size }) => start + size);
    const through = BLOCK_ORDER.slice(2).map((kind) => columnsThrough(basis, kind));

    expect(through).toEqual(ends.slice(2));
    expect(columnsThrough(basis, "curve")).toBe(0);
  });

  it("has those of the kinds before, where it has none of a kind", () => {
    const basis = new Basis(
      { ...BASIS, blocks: BASIS.blocks.filter(({ kind }) => kind !== "location") },
      HOUSES,
    );

    expect(columnsThrough(basis, "location")).toBe(columnsThrough(basis, "category"));
  });
});
