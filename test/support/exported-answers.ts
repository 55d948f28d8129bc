import type { Model } from "../../model/model";

/** What an engine answers for a row. */
export interface ExportedAnswer {
  readonly price: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** In the order of the model's groups, where they were asked for. */
  readonly contributions?: readonly (number | null)[];
}

/** The relative difference that is allowed. */
const TOLERANCE = 1e-9;

/** Expects that an engine answers what the model does, for rows that the model can predict. */
export function expectSameAnswers(
  model: Model,
  rows: Float64Array,
  answers: readonly ExportedAnswer[],
  coverage = 0.9,
): void {
  const { width } = model.table;
  expect(answers).toHaveLength(rows.length / width);
  let worst = 0;
  answers.forEach((answer, i) => {
    const { prediction, interval } = model.predictWithInterval(rows, i * width, coverage);
    const off = (got: number | null, expected: number, scale = expected) => {
      const difference = got === null ? Number.NaN : Math.abs(got - expected) / Math.abs(scale);
      // Written so that NaN counts.
      if (!(difference <= worst)) worst = difference;
    };
    off(answer.price, prediction);
    off(answer.lower, interval.lower, Math.max(Math.abs(interval.lower), Math.abs(prediction)));
    off(answer.upper, interval.upper);
    if (!answer.contributions) return;
    const contributions = model.contributions(rows, i * width);
    answer.contributions.forEach((value, g) => {
      off(value, contributions[g].contribution, model.file.target.max);
    });
  });
  expect(worst).toBeLessThanOrEqual(TOLERANCE);
}
