import { learnBasis, learnVaryingBasis } from "../../../../training/smooth/learn-basis";
import { chooseStructure, type Structure } from "../../../../training/smooth/structure";
import { refusalOf } from "../../../support/refusal";
import { randomHouses } from "../../../support/smooth-houses";
import { AREA, ROOMS, STYLE, trainingTable } from "../../../support/training-tables";

const NOTHING: Structure = {
  curves: [],
  location: undefined,
  products: [],
  locationProducts: [],
  categories: [],
  categoryProducts: [],
  similar: [],
};

const plain = (feature: string) => ({ feature, transform: { kind: "identity" } as const });

describe("the blocks of a basis", () => {
  it("are of each kind, in their order", () => {
    const houses = randomHouses(60, 3, true);
    const { blocks, curves, location } = learnBasis(houses, chooseStructure(houses, true));
    const kinds = [...new Set(blocks.map(({ kind }) => kind))];

    expect(kinds).toEqual([
      "curve",
      "missing",
      "category",
      "location",
      "product",
      "location-product",
      "category-product",
      "similarity",
    ]);
    expect(curves.map(({ knots }) => knots.length)).toEqual([8, 8, 8, expect.any(Number), 8]);
    expect(location).toMatchObject({ latitude: "North", longitude: "East" });
    // Latitude and longitude have functions, but no block of their own beside the location.
    expect(blocks.flatMap((block) => (block.kind === "curve" ? [block.feature] : []))).toEqual([
      "Area",
      "Rooms",
      "Garden",
    ]);
    expect(blocks.find(({ kind }) => kind === "product")).toMatchObject({ functions: 4, degree: 4 });
    expect(blocks.find(({ kind }) => kind === "location-product")).toMatchObject({ functions: 2 });
  });

  it("have no more functions of a feature for the location than it has", () => {
    const rows = Array.from({ length: 20 }, (_, i) => [50 + i, 4 + ((3 * i) % 7), i % 2]);
    const fields = [
      { name: "North", type: "number", apiName: "north", role: "latitude" },
      { name: "East", type: "number", apiName: "east", role: "longitude" },
      AREA,
    ];
    const houses = trainingTable(
      fields,
      rows,
      rows.map((_, i) => i),
    );
    const location = { latitude: "North", longitude: "East" };
    const block = (curves: Structure["curves"]) =>
      learnBasis(houses, { ...NOTHING, curves, location, locationProducts: ["Area"] }).blocks.at(-1);

    expect(block([plain("Area")])).toEqual({ kind: "location-product", feature: "Area", functions: 2 });
    expect(block([])).toEqual({ kind: "location-product", feature: "Area", functions: 0 });
  });

  it("tell the share of rows in which a feature is missing, also of a category", () => {
    const rows = [
      [1, 0],
      [Number.NaN, 1],
      [3, Number.NaN],
      [4, 0],
    ];
    const structure = { ...NOTHING, curves: [plain("Area")], categories: ["Style"] };

    expect(learnBasis(trainingTable([AREA, STYLE], rows, [1, 2, 3, 4]), structure).blocks).toEqual([
      { kind: "curve", feature: "Area" },
      { kind: "missing", feature: "Area", share: 0.25 },
      { kind: "missing", feature: "Style", share: 0.25 },
    ]);
  });
});

describe("the categories of a basis", () => {
  const KINDS = {
    name: "Kind",
    type: "string",
    apiName: "kind",
    constraints: { enum: ["a", "b", "c", "d"] },
  };

  /** Rows whose category is drawn so many times. */
  const of = (...counts: number[]) => {
    const rows = counts.flatMap((count, kind) => Array.from({ length: count }, (_, i) => [i, kind]));
    return trainingTable(
      [AREA, KINDS],
      rows,
      rows.map((_, i) => i),
    );
  };

  it("are those of at least five rows", () => {
    const blocks = (...counts: number[]) =>
      learnBasis(of(...counts), { ...NOTHING, categories: ["Kind"] }).blocks;

    expect(blocks(5, 4, 9)).toEqual([{ kind: "category", feature: "Kind", categories: [0, 2] }]);
    expect(blocks(4, 4)).toEqual([]);
  });

  it("are the commonest, where there are more than eight hundred", () => {
    const many = { ...KINDS, constraints: { enum: Array.from({ length: 900 }, (_, i) => `kind ${i}`) } };
    // A hundred kinds have six rows, the others five.
    const rows = Array.from({ length: 4600 }, (_, i) => [i < 4500 ? i % 900 : i - 4500]);
    const blocks = (count: number) => {
      const some = rows.filter(([kind]) => kind < count);
      const { blocks: found } = learnBasis(
        trainingTable(
          [many],
          some,
          some.map(() => 1),
        ),
        { ...NOTHING, categories: ["Kind"] },
      );
      return found.map((block) => (block.kind === "category" ? block.categories.length : 0));
    };

    expect([blocks(800), blocks(801), blocks(900)]).toEqual([[800], [100], [100]]);
  });

  it("are multiplied with numbers where they are a hundredth of the rows", () => {
    const categoryProducts = [{ feature: "Kind", number: "Area" }];
    const blocks = (...counts: number[]) =>
      learnBasis(of(...counts), { ...NOTHING, curves: [plain("Area")], categoryProducts }).blocks.slice(1);

    expect(blocks(6, 7, 687)).toEqual([
      { kind: "category-product", feature: "Kind", number: "Area", categories: [1, 2] },
    ]);
    expect(blocks(4, 5, 91)).toEqual([
      { kind: "category-product", feature: "Kind", number: "Area", categories: [1, 2] },
    ]);
    expect(blocks(1, 2)).toEqual([]);
  });
});

describe("the typical houses of a basis", () => {
  const SIMILAR = [
    { feature: "Area", weight: 2 },
    { feature: "Rooms", weight: 1 },
  ];

  const similarity = (rows: number[][]) =>
    learnBasis(
      trainingTable(
        [AREA, ROOMS],
        rows,
        rows.map((_, i) => i),
      ),
      {
        ...NOTHING,
        curves: [plain("Area"), plain("Rooms")],
        similar: SIMILAR,
      },
    ).blocks.find(({ kind }) => kind === "similarity");

  it("are the middles of houses in weighted standard deviations, with the median distance to them", () => {
    // Five houses at -1 and five at 1, of both features; their middles are at ±2 and ±1.
    const rows = Array.from({ length: 10 }, (_, i) => (i < 5 ? [10, 1] : [30, 5]));

    expect(similarity(rows)).toEqual({
      kind: "similarity",
      features: SIMILAR,
      // Half of the distances are 0, the others √(4² + 2²).
      length: Math.sqrt(20) / 2,
      centres: [
        [-2, -1],
        [2, 1],
      ],
    });
  });

  it("have the mean where a feature is missing", () => {
    const rows = Array.from(
      { length: 15 },
      (_, i) =>
        [
          [10, 1],
          [30, 5],
          [Number.NaN, 3],
        ][i % 3],
    );
    const block = similarity(rows);

    expect(block?.kind === "similarity" && block.centres.length).toBe(3);
    expect(block?.kind === "similarity" && block.centres).toContainEqual([0, 0]);
  });

  it("are none of less than five houses", () => {
    const rows = Array.from({ length: 4 }, (_, i) => [i, i * i]);

    expect(similarity(rows)).toBeUndefined();
  });
});

describe("a table in which nothing varies", () => {
  it("has no basis to learn from", async () => {
    const houses = trainingTable([AREA], [[7], [7]], [1, 2]);
    const { code, message } = await refusalOf(() =>
      learnVaryingBasis(houses, chooseStructure(houses, false)),
    );

    expect([code, message]).toEqual([
      "DATA_INVALID",
      "No feature varies in the training rows: there is nothing to learn from.",
    ]);
  });
});
