import type * as v from "valibot";
import type { TrainedFeature } from "../file/trained-feature";
import type { Formula } from "../formula/expression";
import type { Table } from "../table/table";
import type { Coordinates } from "../trust/place-novelty";
import type { ErrorMeasure } from "./error-measure";
import type { Predictor } from "./predictor";

/** Fitted parameters, as a model file holds them. Only the code of their own kind reads more of them than `kind`. */
export interface Estimator {
  readonly kind: string;
}

/** Parameters of an error scale σ(x), as a model file holds them. Only the code of the estimator's kind reads them. */
export type Spread = object;

/**
 * One kind of estimator: all that the project asks of it. `kinds.ts` lists the kinds, and nothing else tells one from
 * another; docs/MODELS.md says how to add one.
 *
 * What a kind makes is made once for a model; what is called for each row is the {@link Predictor}.
 */
export interface EstimatorKind<E extends Estimator = Estimator, S extends Spread = Spread> {
  /** The value of `kind` in model files. */
  readonly name: string;

  /** Format of the fitted parameters, with every check that needs them alone. */
  readonly schema: v.GenericSchema<unknown, E>;

  /** Format of the error scale. It includes `FeatureSpread`, without terms the scale that is the same everywhere. */
  readonly spreadSchema: v.GenericSchema<unknown, S>;

  /** Whether parameters are of this kind. */
  owns(estimator: Estimator): estimator is E;

  /** What does not fit the other parts of a model file, as a message; undefined where all fits. */
  findMisfit(estimator: E, features: readonly TrainedFeature[], spread: S, table: Table): string | undefined;

  /**
   * Computes predictions, contributions and the error scale.
   *
   * @param table - that the rows are laid out by
   */
  createPredictor(estimator: E, features: readonly TrainedFeature[], spread: S, table: Table): Predictor;

  /** The same as a graph that other engines compute. Models of a kind without it cannot be exported. */
  formula?(estimator: E, features: readonly TrainedFeature[], spread: S, table: Table): Formula;

  /** How the errors that intervals are made from are measured: {@link DIFFERENCE}, where the target itself is fitted. */
  errorMeasure(estimator: E): ErrorMeasure;

  /** The places that novelty is measured from; undefined for a model that knows no location. */
  trainingPlaces(estimator: E): readonly Coordinates[] | undefined;

  /** What there is to tell of the parameters. */
  describe(estimator: E, features: readonly TrainedFeature[], table: Table): EstimatorDescription;
}

/** What modelInfo, the report of a training run and the model card tell of fitted parameters. */
export interface EstimatorDescription {
  /** Constant of the regression, in the target's unit. */
  readonly intercept: number;
  /** Number of columns that the regression weighs. */
  readonly columns: number;
  /** One a feature, in the target's unit for one unit of the feature; undefined where the regression weighs other columns. */
  readonly coefficients: readonly number[] | undefined;
  /** Empty where nothing is penalised. */
  readonly penalties: readonly Penalty[];
  readonly weights: WeightTable;
}

/** Weight of a part of the regression's roughness in its fit. */
export interface Penalty {
  /** The features that the block is a function of. */
  readonly terms: string;
  readonly penalty: number;
}

/** What `npm run train` prints of the weights. */
export interface WeightTable {
  readonly head: readonly [name: string, value: string];
  readonly rows: readonly (readonly [name: string, value: number])[];
  /** Number of decimals; all that there are where it is undefined. */
  readonly decimals?: number;
}
