import { CholeskyDecomposition, Matrix } from "ml-matrix";
import { DesignMatrix } from "../../../../training/basis/design-matrix";
import { FoldedEquations } from "../../../../training/basis/folded-equations";
import { learnBasis } from "../../../../training/basis/learn-basis";
import { addPenalty } from "../../../../training/basis/penalty";
import { crossPredictRidge, fitRidge } from "../../../../training/basis/ridge";
import { randomFolds, spatialFolds } from "../../../../training/folds";
import { SILENT } from "../../../../training/progress";
import { placeOf, takeRows } from "../../../../training/training-table";
import { everyNthRow } from "../../../support/housing-table";
import { SMALL_PENALTIES, SMALL_STRUCTURE } from "../../../support/small-structure";

const ridge = { penalties: SMALL_PENALTIES, factor: 1 };

/** Rows of the data set, a small basis of theirs, and both kinds of folds. */
async function smallProblem() {
  const table = await everyNthRow(25);
  const place = placeOf(table);
  if (!place) throw new Error("The data set tells the place");
  const basis = learnBasis(table, SMALL_STRUCTURE);
  const foldings = [randomFolds(table.target.length, 42), spatialFolds(place)];
  const design = new DesignMatrix(table, basis);
  return { table, basis, foldings, design, equations: new FoldedEquations(design, foldings, SILENT) };
}

/** A symmetric matrix of which the lower triangle is given. */
function symmetric(lower: Float64Array, size: number): Matrix {
  return new Matrix(
    Array.from({ length: size }, (_, i) =>
      Array.from({ length: size }, (_, j) => lower[Math.max(i, j) * size + Math.min(i, j)]),
    ),
  );
}

describe("fitRidge", () => {
  it("solves (ΦᵀΦ + P)w = Φᵀy as ml-matrix does", async () => {
    const { table, design, equations } = await smallProblem();
    const { columns, rows, values, basis } = design;
    const phi = Matrix.from1DArray(rows, columns, values);
    const penalty = new Float64Array(columns * columns);
    addPenalty(basis, SMALL_PENALTIES, 1, penalty);
    const matrix = phi.transpose().mmul(phi).add(symmetric(penalty, columns));
    const vector = phi.transpose().mmul(Matrix.columnVector(table.target));
    const expected = new CholeskyDecomposition(matrix).solve(vector).to1DArray();
    const weights = fitRidge(equations, table.target, ridge);
    expect(weights).toHaveLength(expected.length);
    expected.forEach((weight, j) => {
      expect(weights[j]).toBeCloseTo(weight, 6);
    });
  });

  it("predicts the smoother, the more it is penalised", async () => {
    const { table, design, equations } = await smallProblem();
    const spreadOf = (factor: number) => {
      const weights = fitRidge(equations, table.target, { penalties: SMALL_PENALTIES, factor });
      const predictions = table.target.map((_, row) => design.predict(row, weights));
      return Math.max(...predictions) - Math.min(...predictions);
    };
    expect(spreadOf(100)).toBeLessThan(spreadOf(1));
    expect(spreadOf(1e6)).toBeLessThan(0.5 * spreadOf(1));
  });
});

describe("crossPredictRidge", () => {
  it.each([
    ["random folds", 0],
    ["spatial blocks", 1],
  ])("gives by subtracting %s what fits on the other rows give", async (_, folding) => {
    const { table, basis, foldings, equations } = await smallProblem();
    const predictions = crossPredictRidge(equations, table.target, ridge, folding);
    for (let fold = 0; fold < 5; fold++) {
      const rowsWhere = (matches: (fold: number) => boolean) =>
        Int32Array.from([...foldings[folding].keys()].filter((row) => matches(foldings[folding][row])));
      const others = takeRows(
        table,
        rowsWhere((each) => each !== fold),
      );
      const held = rowsWhere((each) => each === fold);
      const refitted = new FoldedEquations(new DesignMatrix(others, basis), [], SILENT);
      const weights = fitRidge(refitted, others.target, ridge);
      const design = new DesignMatrix(takeRows(table, held), basis);
      const [min, max] = [Math.min(...others.target), Math.max(...others.target)];
      held.forEach((row, i) => {
        const expected = Math.min(Math.max(design.predict(i, weights), min), max);
        expect(predictions[row]).toBeCloseTo(expected, 7);
      });
    }
  });
});

describe("addPenalty", () => {
  it("is the squared norm: the kernel between centres, and 1 on the diagonal of curves", async () => {
    const { design } = await smallProblem();
    const { basis, columns } = design;
    const matrix = new Float64Array(columns * columns);
    addPenalty(basis, SMALL_PENALTIES, 2, matrix);
    const at = (row: number, column: number) => matrix[(1 + row) * columns + 1 + column];
    const place = basis.blocks.find(({ label }) => label === "location");
    const income = basis.blocks.find(({ label }) => label === "income");
    if (!place || !income) throw new Error("The basis has both");
    const [[north, east], [south, west]] = basis.data.place.radials[0].centres;
    const distance = Math.hypot(north - south, (east - west) * basis.data.place.longitudeScale);
    expect(at(place.start + 1, place.start)).toBeCloseTo((2 * 0.4) / (1 + distance), 12);
    expect(at(place.start, place.start)).toBeCloseTo(2 * 0.4 * (1 + 1e-4), 12);
    expect(at(income.start, income.start)).toBeCloseTo(2 * 0.1, 12);
    expect(at(income.start + 1, income.start)).toBe(0);
    expect(at(place.start, income.start)).toBe(0);
  });
});
