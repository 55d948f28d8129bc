import { HousePriceError } from "../model/errors";
import { kindOf } from "../model/estimators/kind-of";
import { isNeeded, isNumberLike } from "../model/file/trained-feature";
import { affine, choose, clipped, featureReader, isMissing, number } from "../model/formula/build";
import type { Condition, Expression } from "../model/formula/expression";
import type { Model } from "../model/model";
import { LARGEST_MAGNITUDE } from "../model/table/domain";
import type { TableColumn } from "../model/table/table-column";
import { takesAnyText } from "../model/table/unknown-categories";
import { residualQuantile } from "../model/trust/uncertainty";

/** What an export computes of each row. All is missing where `npm run predict` rejects the row. */
export interface Program {
  /** The features that the model reads, by their positions in a row of its table. */
  readonly inputs: readonly ProgramInput[];
  /** In the target's unit, as all others. */
  readonly price: Expression;
  readonly lower: Expression;
  readonly upper: Expression;
  readonly contributions: readonly { readonly name: string; readonly value: Expression }[];
}

export interface ProgramInput {
  readonly position: number;
  readonly column: TableColumn;
}

/**
 * The program of a model.
 *
 * @param coverage - of the interval
 * @throws HousePriceError MODEL_NOT_EXPORTABLE
 */
export function programOf(model: Model, coverage: number): Program {
  const { file, table } = model;
  const kind = kindOf(file.estimator);
  const formula = kind.formula?.(file.estimator, file.features, file.uncertainty.spread, table);
  if (!formula) {
    throw new HousePriceError(
      "MODEL_NOT_EXPORTABLE",
      `${model.id} is of the kind "${kind.name}", which has no formula for other engines.`,
    );
  }
  const inputs = file.features.map(({ name }) => {
    const position = table.indexOf(name);
    return { position, column: table.features[position] };
  });
  const missing = number(Number.NaN);
  /** A number, but missing for a row that cannot be predicted. */
  const admitted = choose({ test: "any", of: refusals(model) }, missing, number(1));
  const known = (value: Expression) => choose(isMissing(admitted), missing, value);
  const { min, max } = model.limits;
  const prediction = clipped(formula.prediction, min, max);
  const quantile = residualQuantile(file.uncertainty, coverage);
  const bound = (sign: 1 | -1) =>
    known(
      clipped(
        formula.actualAt(prediction, affine(formula.errorScale, sign * quantile)),
        file.target.min,
        file.target.max,
      ),
    );
  return {
    inputs,
    price: known(prediction),
    lower: bound(-1),
    upper: bound(1),
    contributions: formula.contributions.map((value, g) => ({
      name: contributionName(model, g),
      value: known(value),
    })),
  };
}

/** The API names of the features that act together. */
function contributionName({ table, contributionGroups }: Model, group: number): string {
  const names = contributionGroups[group].features.map((position) => table.features[position].apiName);
  return names.join("_x_");
}

/** When a row cannot be predicted: as `npm run predict` decides it. */
function refusals({ file, table }: Model): Condition[] {
  const feature = featureReader();
  return file.features.flatMap((trained): Condition[] => {
    const position = table.indexOf(trained.name);
    const column = table.features[position];
    const mustBe = isNeeded(trained) || column.required;
    if (!isNumberLike(trained)) {
      const of: Expression = {
        op: "category",
        position,
        values: (column.categories ?? []).map(() => 1),
        missing: mustBe ? 0 : 1,
        unknown: takesAnyText(column) ? 1 : 0,
      };
      return [{ test: "below", of, limit: 0.5 }];
    }
    const { min, max, exclusiveMin, exclusiveMax } = column.domain;
    const value = feature(position);
    return [
      ...(mustBe ? [{ test: "missing", of: value } as const] : []),
      { test: exclusiveMin ? "at most" : "below", of: value, limit: Math.max(min, -LARGEST_MAGNITUDE) },
      { test: exclusiveMax ? "at least" : "above", of: value, limit: Math.min(max, LARGEST_MAGNITUDE) },
    ];
  });
}
