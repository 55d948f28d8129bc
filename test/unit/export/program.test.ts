import { type Program, programOf } from "../../../export/program";
import type { Expression } from "../../../model/formula/expression";
import type { Model } from "../../../model/model";
import { committedModels } from "../../support/committed-models";
import { ExpressionEvaluator } from "../../support/evaluate-expression";
import { modelOfHouses } from "../../support/exportable-models";
import { type ExportedAnswer, expectSameAnswers } from "../../support/exported-answers";
import { heldBackRows } from "../../support/test-rows";

const COVERAGE = 0.8;

function answerOf(program: Program, row: Float64Array): ExportedAnswer {
  const evaluator = new ExpressionEvaluator(row);
  const value = (expression: Expression) => evaluator.evaluate(expression);
  return {
    price: value(program.price),
    lower: value(program.lower),
    upper: value(program.upper),
    contributions: program.contributions.map((contribution) => value(contribution.value)),
  };
}

function expectSamePredictions(model: Model, program: Program, rows: Float64Array): void {
  const { width } = model.table;
  const answers = Array.from({ length: rows.length / width }, (_, i) =>
    answerOf(program, rows.subarray(i * width, (i + 1) * width)),
  );
  expectSameAnswers(model, rows, answers, COVERAGE);
}

function expectNothing({ price, lower, upper, contributions = [] }: ExportedAnswer): void {
  expect([price, lower, upper, ...contributions].every(Number.isNaN)).toBe(true);
}

describe("the program of a model", () => {
  // That of spatial@1 takes long to make under jest; test/e2e runs it in the engines.
  it("computes price, interval and contributions of the committed linear models", async () => {
    const linear = (await committedModels()).filter(({ file }) => file.name === "linear");
    expect(linear.length).toBeGreaterThan(1);
    for (const model of linear) {
      const golden = model.file.golden.map(({ features }) => model.rowOf(features));
      expect(golden.length).toBeGreaterThan(5);
      const program = programOf(model, COVERAGE);
      for (const row of golden) expectSamePredictions(model, program, row);
    }
  });

  it.each(["linear", "spatial"] as const)(
    "computes those of %s of a table with dates, categories and missing values",
    async (kind) => {
      const { model, path } = await modelOfHouses(kind);
      const { rows } = await heldBackRows(model, path);
      expectSamePredictions(model, programOf(model, COVERAGE), rows);
    },
  );

  it("computes nothing for a category that the GraphQL enum does not have", async () => {
    const { model, path } = await modelOfHouses("linear");
    const { rows } = await heldBackRows(model, path);
    const row = rows.slice(0, model.table.width);
    row[model.table.indexOf("condition")] = -1;
    expectNothing(answerOf(programOf(model, COVERAGE), row));
  });

  it("computes nothing for a row that npm run predict rejects", async () => {
    const [model] = await committedModels();
    const program = programOf(model, COVERAGE);
    const position = model.table.indexOf("MedInc");
    for (const value of [-1, 0, Number.NaN, 1e70, Infinity]) {
      const row = model.rowOf(model.file.golden[0].features);
      row[position] = value;
      expectNothing(answerOf(program, row));
    }
  });
});
