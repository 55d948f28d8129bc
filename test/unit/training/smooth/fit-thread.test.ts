import { FitThread } from "../../../../training/smooth/fit-thread";
import { penaltiesFor } from "../../../../training/smooth/rules";
import { positionInTiles, tileRows } from "../../../../training/smooth/tile-matrix";
import { createWorkspace } from "../../../../training/smooth/workspace";
import { DenseRidge, expectNumbers, singleFeatures } from "../../../support/dense-ridge";
import { HOUSES, randomHouses } from "../../../support/smooth-houses";

const ROWS = 20;
const houses = randomHouses(ROWS, 3, true);

/** A thread, the memory it works on, and the same with whole matrices. */
function setUp() {
  const basis = singleFeatures(houses);
  const { design } = new DenseRidge(houses, basis, penaltiesFor(ROWS));
  const foldings = [Int32Array.from(houses.target, (_, i) => i % 5)];
  const { columns } = design;
  const plan = { schema: HOUSES.schema, basis, rowWidth: HOUSES.width, rows: ROWS, columns, foldings };
  const workspace = createWorkspace(plan, 5, 2);
  const memory = new Float64Array(workspace.memory.buffer);
  memory.set(houses.rows, workspace.places.table);
  return { design, columns, places: workspace.places, memory, thread: new FitThread(workspace, 1) };
}

describe("a thread of a fit", () => {
  it("writes the rows of the design that it is given", () => {
    const { design, columns, places, memory, thread } = setUp();
    const rowOf = (row: number) =>
      memory.slice(places.design + row * columns, places.design + (row + 1) * columns);

    expect(thread.perform({ kind: "design", from: 3, to: 5 })).toBeUndefined();
    expectNumbers(rowOf(2), Array(columns).fill(0));
    expectNumbers(rowOf(3), design.getRow(3), 12);
    expectNumbers(rowOf(4), design.getRow(4), 12);
    expectNumbers(rowOf(5), Array(columns).fill(0));
  });

  it("multiplies the rows of a fold, for the tile rows that it is given", () => {
    const { design, columns, places, memory, thread } = setUp();
    const tiles = tileRows(columns);
    const gram = places.grams[0][2];
    memory.fill(9, gram, places.grams[0][3]);
    thread.perform({ kind: "design", from: 0, to: ROWS });
    expect(thread.perform({ kind: "gram", folding: 0, fold: 2, from: 1, to: tiles })).toBeUndefined();

    expect(memory[gram + positionInTiles(3, 2)]).toBe(9);
    for (let i = 4; i < columns; i++) {
      for (let j = 0; j <= i; j++) {
        const sum = [2, 7, 12, 17].reduce((total, row) => total + design.get(row, i) * design.get(row, j), 0);
        expect(memory[gram + positionInTiles(i, j)]).toBeCloseTo(sum, 9);
      }
    }
  });

  it("solves the equations of all rows, and those without a fold", () => {
    const { places, memory, thread } = setUp();
    // Everything is diagonal: 9 of all rows, of which 1 is of the fold; the penalty is 2.
    const { columns } = setUp();
    for (let i = 0; i < columns; i++) {
      memory[places.whole + positionInTiles(i, i)] = 9;
      memory[places.grams[0][1] + positionInTiles(i, i)] = 1;
      memory[places.penalty + positionInTiles(i, i)] = 2;
    }
    const projections = [new Float64Array(columns).fill(120)];
    const solve = (heldBack: { folding: number; fold: number } | undefined, factor: number) =>
      thread.perform({ kind: "solve", heldBack, factor, projections, sizes: [1, 3] });

    // 120 / (9 + 2·3) and 120 / (9 - 1 + 2·1)
    expectNumbers(solve(undefined, 3)?.[0][1] ?? [], [8, 8, 8], 12);
    expectNumbers(solve({ folding: 0, fold: 1 }, 1)?.[0][0] ?? [], [12], 12);
    expectNumbers(solve({ folding: 0, fold: 1 }, 1)?.[0][1] ?? [], [12, 12, 12], 12);
    expect([...projections[0]]).toEqual(Array(columns).fill(120));
  });
});
