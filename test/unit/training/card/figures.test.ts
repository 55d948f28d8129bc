import { cardFigures } from "../../../../training/card/figures";
import type { TrainingTable } from "../../../../training/training-table";
import { CALIFORNIA } from "../../../support/california";
import { gridOf, incomeModel, resultsOf } from "../../../support/card-results";

/** Test rows at places of a grid, of which each has five. */
function houses(edge: number, north = 0): TrainingTable {
  const { latitude, longitude } = gridOf(edge, 5);
  const prices = Array.from(latitude, (_, i) => 1 + (i % 7));
  const { table } = resultsOf(prices, prices);
  latitude.forEach((value, i) => {
    table.rows[i * CALIFORNIA.width + CALIFORNIA.indexOf("Latitude")] = value + north;
    table.rows[i * CALIFORNIA.width + CALIFORNIA.indexOf("Longitude")] = longitude[i];
  });
  return table;
}

const filesOf = (test: TrainingTable) =>
  cardFigures(incomeModel(), { training: test, test }).map(({ file }) => file.replace(".svg", ""));

describe("the charts of a card", () => {
  it("have maps where the rows have places", () => {
    expect(filesOf(houses(3))).toEqual([
      "predicted-against-actual",
      "error-by-price",
      "residual-map",
      "error-by-place",
      "coverage",
      "importance",
    ]);
  });

  it("have no map of errors for few places, and no map at all where a row has none", () => {
    expect(filesOf(houses(1))).toEqual([
      "predicted-against-actual",
      "error-by-price",
      "residual-map",
      "coverage",
      "importance",
    ]);
    expect(filesOf(houses(3, Number.NaN))).toEqual([
      "predicted-against-actual",
      "error-by-price",
      "coverage",
      "importance",
    ]);
  });
});

/** An object, as plain data, that a chart is made of. */
interface Part {
  readonly data?: { readonly values: readonly object[] };
  readonly encoding?: Readonly<Record<string, { readonly field?: string }>>;
  readonly layer?: readonly Part[];
}

/** The fields that a chart names although its data do not have them. */
function unknownFields(
  { data, encoding = {}, layer = [] }: Part,
  inherited: readonly object[] = [],
): string[] {
  const [first = {}] = data?.values ?? inherited;
  const named = Object.values(encoding).flatMap(({ field }) => (field === undefined ? [] : [field]));
  return [
    ...named.filter((field) => !(field in first)),
    ...layer.flatMap((part) => unknownFields(part, data?.values ?? inherited)),
  ];
}

describe("each chart of a card", () => {
  it("draws what its data have, and has no empty text", () => {
    const test = houses(3);
    const figures = cardFigures(incomeModel(), { training: test, test });
    const parts = figures.map(({ spec }): Part => JSON.parse(JSON.stringify(spec)));

    expect(parts.map(({ layer }) => layer?.length ?? 0)).toEqual([2, 2, 1, 2, 3, 3]);
    expect(parts.flatMap((part) => unknownFields(part))).toEqual([]);
    expect(JSON.stringify(figures)).not.toContain('""');
  });
});
