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
  const expected = Array.from({ length: rows.length / width }, (_, i): ExportedAnswer => {
    const { prediction, interval } = model.predictWithInterval(rows, i * width, coverage);
    const contributions = model.contributions(rows, i * width).map(({ contribution }) => contribution);
    return { price: prediction, lower: interval.lower, upper: interval.upper, contributions };
  });
  expectCloseAnswers(answers, expected, model.file.target.max);
}

/**
 * Expects that answers are the expected ones: `null` where those are.
 *
 * @param unit - what differences of contributions are relative to: they may be near 0
 */
export function expectCloseAnswers(
  answers: readonly ExportedAnswer[],
  expected: readonly ExportedAnswer[],
  unit: number,
): void {
  expect(answers).toHaveLength(expected.length);
  let worst = 0;
  const compare = (got: number | null, right: number | null, scale: number) => {
    if (got === null && right === null) return;
    const difference = got === null || right === null ? Number.NaN : Math.abs(got - right) / Math.abs(scale);
    // Written so that NaN counts.
    if (!(difference <= worst)) worst = difference;
  };
  answers.forEach((answer, i) => {
    const { price, lower, upper, contributions = [] } = expected[i];
    compare(answer.price, price, price ?? 1);
    compare(answer.lower, lower, Math.max(Math.abs(lower ?? 1), Math.abs(price ?? 1)));
    compare(answer.upper, upper, upper ?? 1);
    answer.contributions?.forEach((value, g) => {
      compare(value, contributions[g], unit);
    });
  });
  expect(worst).toBeLessThanOrEqual(TOLERANCE);
}
