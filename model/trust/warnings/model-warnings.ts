import type { Model } from "../../model";
import { type Explanation, type Finding, NOTHING, type WarningRule } from "./warning-kind";
import { WARNING_KINDS, type WarningCode } from "./warning-kinds";

/** A finding with its explanation. `feature` is the API name of the feature that it is about. */
export type Warning = Finding<WarningCode> & Explanation;

/** The rules of one model. */
export class ModelWarnings {
  /** Largest number of warnings of one row. */
  readonly max: number;
  private readonly rules: readonly WarningRule<WarningCode>[];

  constructor(model: Model) {
    this.rules = WARNING_KINDS.flatMap<WarningRule<WarningCode>>((kind) => kind.ruleFor(model) ?? []);
    this.max = this.rules.reduce((sum, rule) => sum + rule.max, 0);
  }

  /**
   * What is unusual about a row, without words, in a fraction of the time that a prediction takes: metrics and commands
   * count the warnings of every row.
   *
   * @param rows - rows of features, in the layout of the model's table
   * @param offset - where in `rows` the row begins
   * @param prediction - the model's prediction for it, clipped or not, in the target's unit
   */
  find(rows: Float64Array, offset: number, prediction: number): readonly Finding<WarningCode>[] {
    let all: readonly Finding<WarningCode>[] = NOTHING;
    for (let i = 0; i < this.rules.length; i++) {
      const found = this.rules[i].find(rows, offset, prediction);
      if (found.length > 0) all = all.length === 0 ? found : [...all, ...found];
    }
    return all;
  }

  /** The same with explanations. */
  explain(rows: Float64Array, offset: number, prediction: number): Warning[] {
    return this.rules.flatMap((rule) =>
      rule
        .find(rows, offset, prediction)
        .map((finding) => ({ ...finding, ...rule.explain(rows, offset, finding) })),
    );
  }
}

const known = new WeakMap<Model, ModelWarnings>();

/** The rules of a model; they are made once. */
export function warningsOf(model: Model): ModelWarnings {
  let warnings = known.get(model);
  if (!warnings) {
    warnings = new ModelWarnings(model);
    known.set(model, warnings);
  }
  return warnings;
}

/** All warnings for the row that begins at `offset`. */
export function findWarnings(model: Model, rows: Float64Array, offset = 0): Warning[] {
  return warningsOf(model).explain(rows, offset, model.predictUnclipped(rows, offset));
}
