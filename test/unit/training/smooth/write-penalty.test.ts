import { Basis } from "../../../../model/estimators/smooth/basis";
import type { BasisData } from "../../../../model/estimators/smooth/basis-format";
import { penaltiesFor } from "../../../../training/smooth/rules";
import { positionInTiles, sizeOfTiles, tileRows } from "../../../../training/smooth/tile-matrix";
import { writePenalty } from "../../../../training/smooth/write-penalty";
import { curveData, LOCATION_DATA } from "../../../support/small-basis";
import { HOUSES } from "../../../support/smooth-houses";

const PENALTIES = penaltiesFor(100);
const JITTER = 1e-4;

/** The penalty of a basis with these blocks; its first row is the constant's. */
function penaltyOf(blocks: BasisData["blocks"]): number[][] {
  const curves = [curveData("Area"), curveData("Rooms")];
  const basis = new Basis({ curves, location: LOCATION_DATA, blocks }, HOUSES);
  const size = 1 + basis.size;
  const tiles = new Float64Array(3 + sizeOfTiles(tileRows(size)));
  writePenalty(basis, PENALTIES, tiles, 3);
  return Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_, j) => tiles[3 + positionInTiles(Math.max(i, j), Math.min(i, j))]),
  );
}

function expectMatrix(actual: number[][], expected: number[][]): void {
  expect(actual.map(({ length }) => length)).toEqual(expected.map(({ length }) => length));
  for (const [i, row] of expected.entries()) {
    for (const [j, value] of row.entries()) expect(actual[i][j]).toBeCloseTo(value, 12);
  }
}

describe("the penalty of a basis", () => {
  it("is that of its kind for each function of a feature, and next to nothing for the constant", () => {
    const { curve, category } = PENALTIES;

    expectMatrix(
      penaltyOf([
        { kind: "curve", feature: "Area" },
        { kind: "category", feature: "Style", categories: [0, 2] },
      ]),
      [1e-6, curve, curve, curve, category, category].map((value, i) =>
        Array.from({ length: 6 }, (_, j) => (i === j ? value : 0)),
      ),
    );
  });

  it("is the kernel between the centres for functions of the location", () => {
    // 2 degrees north and 3 · 0.6 east, by the length 0.5: 1 / (1 + (4 + 3.24) / 0.25).
    const between = 1 / (1 + 7.24 / 0.25);
    const { location } = PENALTIES;

    expectMatrix(penaltyOf([{ kind: "location" }]), [
      [1e-6, 0, 0],
      [0, location * (1 + JITTER), location * between],
      [0, location * between, location * (1 + JITTER)],
    ]);
  });

  it("is the kernel again for each function that is multiplied by the location", () => {
    const matrix = penaltyOf([{ kind: "location-product", feature: "Area", functions: 2 }]);
    const penalty = PENALTIES["location-product"];

    expect(matrix).toHaveLength(7);
    // The first two centres are 0.6 apart, by the length 2.
    for (const start of [1, 4]) {
      expect(matrix[start][start]).toBeCloseTo(penalty * (1 + JITTER), 12);
      expect(matrix[start + 1][start]).toBeCloseTo(penalty / (1 + 0.6 / 2), 12);
    }
    expect(matrix[4].slice(0, 4)).toEqual([0, 0, 0, 0]);
  });

  it("is the kernel between typical houses for similarity", () => {
    const { similarity } = PENALTIES;
    const features = [
      { feature: "Area", weight: 1 },
      { feature: "Rooms", weight: 1 },
    ];
    const centres = [
      [0, 0],
      [3, 4],
    ];
    const between = similarity / (1 + 5 / 2);

    expectMatrix(penaltyOf([{ kind: "similarity", features, length: 2, centres }]), [
      [1e-6, 0, 0],
      [0, similarity * (1 + JITTER), between],
      [0, between, similarity * (1 + JITTER)],
    ]);
  });
});
