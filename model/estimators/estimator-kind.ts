import type * as v from "valibot";
import type { TrainedFeature } from "../file/trained-feature";
import type { Formula } from "../formula/expression";
import type { Table } from "../table/table";
import type { Coordinates } from "../trust/place-novelty";
import type { ErrorMeasure } from "./error-measure";
import type { Predictor } from "./predictor";

/** Fitted parameters as stored in a model file. Only code of their own kind reads more than `kind`. */
export interface Estimator {
  readonly kind: string;
}

/** Parameters of an error scale σ(x) as stored in a model file. Only code of the estimator's kind reads them. */
export type Spread = object;

/**
 * A kind of estimator. `kinds.ts` lists the kinds, and no other code tells them apart; docs/MODELS.md explains how to add one. Objects
 * are created once per model; the {@link Predictor} is called for each row.
 */
export interface EstimatorKind<E extends Estimator = Estimator, S extends Spread = Spread> {
  /** The value of `kind` in model files. */
  readonly name: string;

  /** Format of the fitted parameters. */
  readonly schema: v.GenericSchema<unknown, E>;

  /** Format of the error scale. Must accept `FeatureSpread`, whose constant form has no terms. */
  readonly spreadSchema: v.GenericSchema<unknown, S>;

  owns(estimator: Estimator): estimator is E;

  /** Returns a message if the parameters do not fit the other parts of the model file. */
  findMisfit(estimator: E, features: readonly TrainedFeature[], spread: S, table: Table): string | undefined;

  /** Computes predictions, contributions and the error scale. */
  createPredictor(estimator: E, features: readonly TrainedFeature[], spread: S, table: Table): Predictor;

  /** The model as an expression graph for other engines. Without it, models of this kind cannot be exported. */
  formula?(estimator: E, features: readonly TrainedFeature[], spread: S, table: Table): Formula;

  /** How the errors for intervals are measured: {@link DIFFERENCE} if the target itself is fitted. */
  errorMeasure(estimator: E): ErrorMeasure;

  /** Locations that novelty is measured from; undefined for a model without location. */
  trainingPlaces(estimator: E): readonly Coordinates[] | undefined;

  describe(estimator: E, features: readonly TrainedFeature[], table: Table): EstimatorDescription;
}

/** Description of fitted parameters for modelInfo, training reports and model cards. */
export interface EstimatorDescription {
  /** In the target's unit. */
  readonly intercept: number;
  readonly columns: number;
  /** One per feature, in the target's unit per unit of the feature; undefined if the columns are not the features. */
  readonly coefficients: readonly number[] | undefined;
  readonly penalties: readonly Penalty[];
  readonly weights: WeightTable;
}

export interface Penalty {
  readonly terms: string;
  readonly penalty: number;
}

/** Table of weights printed by `npm run train`. */
export interface WeightTable {
  readonly head: readonly [name: string, value: string];
  readonly rows: readonly (readonly [name: string, value: number])[];
  /** Number of decimals; undefined for all. */
  readonly decimals?: number;
}
