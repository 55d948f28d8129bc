import { Basis } from "../../../../../model/estimators/smooth/basis";
import { Curve } from "../../../../../model/estimators/smooth/curve";
import { LocationGrid } from "../../../../../model/estimators/smooth/location-grid";
import { curveData, LOCATION_DATA } from "../../../../support/small-basis";
import { SMALL_BASIS } from "../../../../support/small-smooth";
import { HOUSES } from "../../../../support/smooth-houses";

const OFFSET = 3;

/** North, East, Area, Rooms, Garden, Style, Heating. */
const HOUSE = [52, 7, 22, 4.4, 100, 2, 1];

let basis: Basis;

beforeEach(() => {
  basis = new Basis(SMALL_BASIS, HOUSES);
});

/** The columns of a row that is not the first, between two values that must be left alone. */
function columnsOf(row: readonly number[]): number[] {
  const rows = new Float64Array(OFFSET + HOUSES.width).fill(-1);
  rows.set(row, OFFSET);
  const columns = new Float64Array(basis.size + 2).fill(-99);
  basis.read(rows, OFFSET);
  basis.write(columns, 1);
  expect([columns[0], columns[basis.size + 1]]).toEqual([-99, -99]);
  return [...columns.subarray(1, -1)];
}

describe("the blocks of a basis", () => {
  it("stand one after the other", () => {
    expect(basis.blocks.map(({ start, size }) => [start, size])).toEqual([
      [0, 3],
      [3, 3],
      [6, 1],
      [7, 2],
      [9, 2],
      [11, 3],
      [14, 6],
      [20, 1],
      [21, 2],
    ]);
    expect(basis.size).toBe(23);
    expect(basis.blocks.map(({ data }) => data)).toEqual(SMALL_BASIS.blocks);
  });

  it("have the features that they read, and the label of these", () => {
    expect(basis.blocks.map(({ label, features }) => [label, features])).toEqual([
      ["Area", [2]],
      ["Rooms", [3]],
      ["Garden", [4]],
      ["Style", [5]],
      ["location", [0, 1]],
      ["Area × Rooms", [2, 3]],
      ["Area × location", [2, 0, 1]],
      ["Heating × Rooms", [6, 3]],
      ["similar houses", [2, 3]],
    ]);
  });

  it("are of the data that the basis was made from", () => {
    expect(basis.data).toBe(SMALL_BASIS);
    expect(basis.grid?.size).toBe(12);
    expect(new Basis({ curves: [], location: null, blocks: [] }, HOUSES).grid).toBeUndefined();
  });
});

describe("the columns of a row", () => {
  it("are those of each block", () => {
    const columns = columnsOf(HOUSE);
    const area = new Curve(curveData("Area"), 0);
    const rooms = new Curve(curveData("Rooms", { mean: 3, scale: 2 }), 0);
    area.read(Float64Array.of(22), 0);
    rooms.read(Float64Array.of(4.4), 0);
    const grid = new LocationGrid(LOCATION_DATA, { latitude: 0, longitude: 1 });
    grid.read(Float64Array.of(52, 7), 0);
    const alone = new Float64Array(2);
    const products = new Float64Array(3);
    grid.write("alone", alone, 0);
    grid.write("products", products, 0);
    const [a, b] = [area.at(0), area.at(1)];

    expect(columns.slice(0, 3)).toEqual([a, b, area.at(2)]);
    expect(columns.slice(3, 6)).toEqual([rooms.at(0), rooms.at(1), rooms.at(2)]);
    // It is not missing, as it is of a quarter of the training rows.
    expect(columns[6]).toBe(-0.25);
    expect(columns.slice(7, 9)).toEqual([0, 1]);
    expect(columns.slice(9, 11)).toEqual([...alone]);
    expect(columns.slice(11, 14)).toEqual([a * rooms.at(0), a * rooms.at(1), b * rooms.at(0)]);
    expect(columns.slice(14, 20)).toEqual(
      [a, b].flatMap((of) => Array.from(products, (value) => of * value)),
    );
    expect(columns[20]).toBe(rooms.at(0));
    // 1.2 deviations of the area and 3 · 0.7 of the rooms, in lengths of 2.
    expect(columns[21]).toBeCloseTo(1 / (1 + Math.hypot(1.2, 2.1) / 2), 12);
    expect(columns[22]).toBeCloseTo(1 / (1 + Math.hypot(0.3, 8.1) / 2), 12);
  });

  it("are those of the row read last", () => {
    const first = columnsOf(HOUSE);
    const other = columnsOf([51, 5, 5, 2, Number.NaN, 0, 0]);

    expect(other[6]).toBe(0.75);
    expect(other.slice(7, 9)).toEqual([1, 0]);
    expect(other[20]).toBe(0);
    expect(columnsOf(HOUSE)).toEqual(first);
  });

  it("are written at the start, unless said otherwise", () => {
    const columns = columnsOf(HOUSE);
    const written = new Float64Array(basis.size);
    basis.write(written);

    expect([...written]).toEqual(columns);
  });
});

describe("a basis that is not complete", () => {
  const make = (...blocks: typeof SMALL_BASIS.blocks) => {
    return () => new Basis({ curves: [], location: null, blocks }, HOUSES);
  };

  it("is refused by the name of the curve, or for its location", () => {
    expect(make({ kind: "curve", feature: "Area" })).toThrow(
      new TypeError("The basis has no curve of Area."),
    );
    expect(make({ kind: "location" })).toThrow(new TypeError("The basis has no location."));
  });
});
