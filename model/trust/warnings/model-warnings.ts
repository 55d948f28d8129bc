import type { Model } from "../../model";
import { type Explanation, type Finding, NOTHING, type WarningRule } from "./warning-kind";
import { WARNING_KINDS, type WarningCode } from "./warning-kinds";

/** `feature` is the API name of the affected feature. */
export type Warning = Finding<WarningCode> & Explanation;

export class ModelWarnings {
  readonly max: number;
  private readonly rules: readonly WarningRule<WarningCode>[];

  constructor(model: Model) {
    this.rules = WARNING_KINDS.flatMap<WarningRule<WarningCode>>((kind) => kind.ruleFor(model) ?? []);
    this.max = this.rules.reduce((sum, rule) => sum + rule.max, 0);
  }

  /**
   * Finds warnings without explanations, in a fraction of the time of a prediction: metrics and commands count them for every row.
   *
   * @param rows - in the layout of the model's table
   * @param prediction - of the model for this row, clipped or not
   */
  find(rows: Float64Array, offset: number, prediction: number): readonly Finding<WarningCode>[] {
    let all: readonly Finding<WarningCode>[] = NOTHING;
    for (let i = 0; i < this.rules.length; i++) {
      const found = this.rules[i].find(rows, offset, prediction);
      if (found.length > 0) all = all.length === 0 ? found : [...all, ...found];
    }
    return all;
  }

  explain(rows: Float64Array, offset: number, prediction: number): Warning[] {
    return this.rules.flatMap((rule) =>
      rule
        .find(rows, offset, prediction)
        .map((finding) => ({ ...finding, ...rule.explain(rows, offset, finding) })),
    );
  }
}

const known = new WeakMap<Model, ModelWarnings>();

/** Cached per model. */
export function warningsOf(model: Model): ModelWarnings {
  let warnings = known.get(model);
  if (!warnings) {
    warnings = new ModelWarnings(model);
    known.set(model, warnings);
  }
  return warnings;
}

export function findWarnings(model: Model, rows: Float64Array, offset = 0): Warning[] {
  return warningsOf(model).explain(rows, offset, model.predictUnclipped(rows, offset));
}
