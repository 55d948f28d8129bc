import fc from "fast-check";
import { DesignColumns } from "../../../../training/linear/design-columns";
import { NormalEquations } from "../../../../training/linear/normal-equations";
import { AREA, ROOMS, STYLE, trainingTable } from "../../../support/training-tables";

const number = fc.oneof({ weight: 5, arbitrary: fc.integer({ min: -9, max: 9 }) }, fc.constant(Number.NaN));
const row = fc.tuple(number, fc.constantFrom(0, 1, Number.NaN), number);
const table = fc
  .array(fc.tuple(row, fc.integer({ min: -9, max: 9 })), { minLength: 1, maxLength: 8 })
  .map((rows) =>
    trainingTable(
      [AREA, STYLE, ROOMS],
      rows.map(([cells]) => cells),
      rows.map(([, price]) => price),
    ),
  );

/** All values of the design, by row. */
function dense(columns: DesignColumns, rows: number): number[][] {
  return Array.from({ length: rows }, (_, i) => {
    const values = new Array<number>(columns.columns.length).fill(0);
    const count = columns.read(i);
    for (let k = 0; k < count; k++) values[columns.found[k]] = columns.values[k];
    return values;
  });
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

function expectClose(actual: Float64Array, expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length);
  for (const [i, value] of expected.entries()) expect(actual[i]).toBeCloseTo(value, 8);
}

describe("the normal equations", () => {
  it("have the sums of products, of columns and of the target", () => {
    fc.assert(
      fc.property(table, (data) => {
        const columns = new DesignColumns(data);
        const equations = new NormalEquations(columns, data.target);
        const x = dense(columns, data.target.length);
        const positions = columns.columns.map((_, j) => j);

        expect([equations.rows, equations.size]).toEqual([data.target.length, positions.length]);
        expectClose(
          equations.gram,
          positions.flatMap((j) => positions.map((k) => sumOf(x.map((values) => values[j] * values[k])))),
        );
        expectClose(
          equations.sums,
          positions.map((j) => sumOf(x.map((values) => values[j]))),
        );
        expect(equations.targetMean).toBeCloseTo(sumOf([...data.target]) / data.target.length, 12);
      }),
    );
  });

  it("have the gradient of centred columns at any weights", () => {
    fc.assert(
      fc.property(
        table,
        fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 6, maxLength: 6 }),
        (data, some) => {
          const columns = new DesignColumns(data);
          const equations = new NormalEquations(columns, data.target);
          const rows = data.target.length;
          const x = dense(columns, rows);
          const positions = columns.columns.map((_, j) => j);
          const weights = Float64Array.from(positions, (j) => some[j] ?? 1);
          const means = positions.map((j) => sumOf(x.map((values) => values[j])) / rows);
          const centred = x.map((values) => values.map((value, j) => value - means[j]));
          const residuals = centred.map(
            (values, i) =>
              data.target[i] - equations.targetMean - sumOf(values.map((value, j) => value * weights[j])),
          );

          expectClose(
            equations.gradient(weights),
            positions.map((j) => sumOf(centred.map((values, i) => values[j] * residuals[i]))),
          );
        },
      ),
    );
  });
});
