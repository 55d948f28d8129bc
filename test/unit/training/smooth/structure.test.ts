import { SILENT } from "../../../../training/progress";
import { fitSmooth } from "../../../../training/smooth/fit-smooth";
import { learnBasis } from "../../../../training/smooth/learn-basis";
import { chooseStructure, structureOf } from "../../../../training/smooth/structure";
import type { TrainingTable } from "../../../../training/training-table";
import { randomHouses } from "../../../support/smooth-houses";
import { AREA, ROOMS, STYLE, trainingTable } from "../../../support/training-tables";

const FIELDS = [
  { name: "North", type: "number", apiName: "north", role: "latitude" },
  { name: "East", type: "number", apiName: "east", role: "longitude" },
  ROOMS,
  AREA,
  { name: "Same", type: "number", apiName: "same" },
  STYLE,
];

/** The area follows the price, rooms do so but for their last, and the location does not. */
function houses(changes: { missing?: boolean; features?: string[] } = {}): TrainingTable {
  const rows = Array.from({ length: 24 }, (_, i) => [
    changes.missing && i === 3 ? Number.NaN : 50 + ((7 * i) % 5),
    4 + ((5 * i) % 7),
    i === 23 ? 0 : i,
    100 - i,
    7,
    i % 2,
  ]);
  return trainingTable(
    FIELDS,
    rows,
    rows.map((_, i) => i),
    changes.features,
  );
}

const IDENTITY = { kind: "identity" };

describe("the structure of a basis", () => {
  it("has the numbers that vary, and products of the strongest first", () => {
    const { curves, location, products, locationProducts, categories, categoryProducts, similar } =
      chooseStructure(houses(), true);

    expect(curves).toEqual(
      ["North", "East", "Rooms", "Area"].map((feature) => ({ feature, transform: IDENTITY })),
    );
    expect(location).toEqual({ latitude: "North", longitude: "East" });
    expect(products).toEqual([["Area", "Rooms"]]);
    expect(locationProducts).toEqual(["Area", "Rooms"]);
    expect(categories).toEqual(["Style"]);
    expect(categoryProducts).toEqual([
      { feature: "Style", number: "Area" },
      { feature: "Style", number: "Rooms" },
    ]);
    expect(similar.slice(0, 2).map(({ feature }) => feature)).toEqual(["Area", "Rooms"]);
    expect(similar[0].weight).toBeCloseTo(1, 12);
    expect(similar.every(({ weight }) => weight > 0)).toBe(true);
  });

  it("has latitude and longitude among the other numbers where the location is not asked for", () => {
    const { location, products, locationProducts, categoryProducts } = chooseStructure(houses(), false);

    expect([location, locationProducts]).toEqual([undefined, []]);
    expect(products).toHaveLength(6);
    expect(categoryProducts).toHaveLength(3);
  });

  it.each([
    ["a row has none", { missing: true }],
    ["a coordinate is not a feature", { features: ["North", "Area"] }],
    ["the other coordinate is not a feature", { features: ["East", "Area"] }],
  ])("has no location where %s", (_what, changes) => {
    expect(chooseStructure(houses(changes), true).location).toBeUndefined();
  });

  it("counts nothing that has no correlation with the target as similar", () => {
    // Less than twenty rows tell no correlation.
    const table = trainingTable([AREA], [[1], [2]], [1, 2]);

    expect(chooseStructure(table, false)).toMatchObject({ similar: [], products: [], categories: [] });
  });

  it("is found again in a model whose basis was learned with it", async () => {
    const table = randomHouses(60, 3, true);
    const structure = chooseStructure(table, true);
    const { estimator } = await fitSmooth(table, 1, SILENT, { isSpatial: true });

    expect(structureOf({ ...estimator, basis: learnBasis(table, structure) })).toEqual(structure);
    expect(structureOf({ ...estimator, basis: { ...estimator.basis, location: null, blocks: [] } })).toEqual({
      curves: structureOf(estimator).curves,
      location: undefined,
      products: [],
      locationProducts: [],
      categories: [],
      categoryProducts: [],
      similar: [],
    });
  });
});
