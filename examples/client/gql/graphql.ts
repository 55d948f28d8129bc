/* eslint-disable */
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
export type MakeOptional<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]?: Maybe<T[SubKey]> };
export type MakeMaybe<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]: Maybe<T[SubKey]> };
export type MakeEmpty<T extends { [key: string]: unknown }, K extends keyof T> = { [_ in K]?: never };
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A date-time string at UTC, such as 2007-12-03T10:15:30Z, compliant with the `date-time` format outlined in section 5.6 of the RFC 3339 profile of the ISO 8601 standard for representation of dates and times using the Gregorian calendar. */
  DateTime: { input: string; output: string; }
  /** The `JSONObject` scalar type represents JSON objects as specified by [ECMA-404](http://www.ecma-international.org/publications/files/ECMA-ST/ECMA-404.pdf). */
  JSONObject: { input: Record<string, string | number | boolean>; output: Record<string, string | number | boolean>; }
};

/** The penalty on a block of columns in a derived basis. */
export type BasisPenalty = {
  __typename?: 'BasisPenalty';
  /** Penalty weight of this block (λ). */
  penalty: Scalars['Float']['output'];
  /** The features that the block is a function of. */
  terms: Scalars['String']['output'];
};

/** A category of a column. */
export type CategoryInfo = {
  __typename?: 'CategoryInfo';
  /** Its value in the GraphQL enum of the column; null if the field takes the text itself. */
  enumValue?: Maybe<Scalars['String']['output']>;
  /** Number of training rows that have it; null if the model does not read the column. */
  rows?: Maybe<Scalars['Int']['output']>;
  /** The text in the data. */
  text: Scalars['String']['output'];
};

/** An input column of the table, with its statistics in the training rows. */
export type ColumnInfo = {
  __typename?: 'ColumnInfo';
  /** Its name in `HouseFeaturesInput`. */
  apiName: Scalars['String']['output'];
  /** Its categories; null if it is not categorical. */
  categories?: Maybe<Array<CategoryInfo>>;
  /** Its description. */
  description?: Maybe<Scalars['String']['output']>;
  /** Whether the model cannot predict without it. */
  isNeeded: Scalars['Boolean']['output'];
  /** Whether the model reads it. */
  isRead: Scalars['Boolean']['output'];
  /** Its readable name. */
  label: Scalars['String']['output'];
  /** Largest value in the training rows; dates in days since 1970-01-01; null for categories, and if the model does not read the column. */
  max?: Maybe<Scalars['Float']['output']>;
  /** Mean of the training rows; dates in days since 1970-01-01; null for categories, and if the model does not read the column. */
  mean?: Maybe<Scalars['Float']['output']>;
  /** Smallest value in the training rows; dates in days since 1970-01-01; null for categories, and if the model does not read the column. */
  min?: Maybe<Scalars['Float']['output']>;
  /** Fraction of the training rows without a value, from 0 to 1; null if the model does not read the column. */
  missingShare?: Maybe<Scalars['Float']['output']>;
  /** Its column name in the data set. */
  name: Scalars['String']['output'];
  /** The 5 %, 10 %, … 95 % quantiles of the training rows; dates in days since 1970-01-01; null for categories, and if the model does not read the column. */
  quantiles?: Maybe<Array<Scalars['Float']['output']>>;
  /** Whether `HouseFeaturesInput` requires it. */
  required: Scalars['Boolean']['output'];
  /** Its role. */
  role: ColumnRole;
  /** The type of its values. */
  type: ColumnType;
  /** Its unit. */
  unit?: Maybe<Scalars['String']['output']>;
};

/** The role of a column. */
export type ColumnRole =
  /** An ordinary feature. */
  | 'FEATURE'
  /** The latitude of the house, in degrees. */
  | 'LATITUDE'
  /** The longitude of the house, in degrees. */
  | 'LONGITUDE';

/** The type of a column's values. */
export type ColumnType =
  /** True or false. */
  | 'BOOLEAN'
  /** One of a fixed set of texts. */
  | 'CATEGORY'
  /** A calendar day. */
  | 'DATE'
  /** A whole number. */
  | 'INTEGER'
  /** A number. */
  | 'NUMBER'
  /** A year. */
  | 'YEAR';

/** Mean scores over the folds; each fold is predicted by a model fitted on the others. */
export type CrossValidationScores = {
  __typename?: 'CrossValidationScores';
  /** Number of folds. */
  count: Scalars['Int']['output'];
  /** How the rows were split into folds. */
  folds: FoldKind;
  /** Mean absolute error, in the target's unit. */
  mae: Scalars['Float']['output'];
  /** Median absolute percentage error, as a fraction of the actual value. */
  medianApe: Scalars['Float']['output'];
  /** Coefficient of determination: 1 is perfect, 0 is no better than the mean. */
  r2: Scalars['Float']['output'];
  /** Root mean squared error, in the target's unit. */
  rmse: Scalars['Float']['output'];
  /** Number of rows predicted. */
  rows: Scalars['Int']['output'];
  /** Fraction of the rows whose prediction is at most 5 % off. */
  within5: Scalars['Float']['output'];
  /** Fraction of the rows whose prediction is at most 10 % off. */
  within10: Scalars['Float']['output'];
  /** Fraction of the rows whose prediction is at most 20 % off. */
  within20: Scalars['Float']['output'];
};

/** A house of the test rows. */
export type ExampleHouse = {
  __typename?: 'ExampleHouse';
  /** Its features, as a variable of the type `HouseFeaturesInput`. */
  input: Scalars['JSONObject']['output'];
  /** What is special about it. */
  kind: ExampleKind;
};

/** What is special about an example, among the test rows that the model file contains. */
export type ExampleKind =
  /** It has the lowest prediction. */
  | 'CHEAP'
  /** It has the highest prediction. */
  | 'EXPENSIVE'
  /** Its prediction is in the middle. */
  | 'TYPICAL'
  /** It has the most values outside the middle nine tenths of the training rows. */
  | 'UNUSUAL';

/** Contribution of a feature, or of a group of interacting features, to a prediction. */
export type FeatureContribution = {
  __typename?: 'FeatureContribution';
  /** The amount that it adds to the prediction, in 100,000 US dollars. */
  contribution: Scalars['Float']['output'];
  /** The amount that it adds to the prediction, in US dollars. */
  contributionUsd: Scalars['Float']['output'];
  /** Value of the feature as text: a number, a category or a date; null if it is missing, or for several features. */
  displayValue?: Maybe<Scalars['String']['output']>;
  /** The factor that multiplies the prediction: 1.12 raises it by 12 %. Null for additive models. */
  factor?: Maybe<Scalars['Float']['output']>;
  /** The features, by their names in `HouseFeaturesInput`. */
  features: Array<Scalars['String']['output']>;
  /** Its readable name. */
  label: Scalars['String']['output'];
  /** Value of the feature, in its unit (dates in days since 1970-01-01); null if it is a category or missing, or for several features. */
  value?: Maybe<Scalars['Float']['output']>;
};

/** A feature that the model reads, with its statistics in the training rows. */
export type FeatureInfo = {
  __typename?: 'FeatureInfo';
  /** Change of the prediction, in the target's unit, per unit of the feature; null for a derived basis. */
  coefficient?: Maybe<Scalars['Float']['output']>;
  /** Its column name in the data set. */
  column: Scalars['String']['output'];
  /** Its description. */
  description: Scalars['String']['output'];
  /** Largest value in the training rows, in the feature's unit. */
  max: Scalars['Float']['output'];
  /** Mean of the training rows, in the feature's unit. */
  mean: Scalars['Float']['output'];
  /** Smallest value in the training rows, in the feature's unit. */
  min: Scalars['Float']['output'];
  /** Its name in `HouseFeaturesInput`. */
  name: Scalars['String']['output'];
  /** Whether `HouseFeaturesInput` requires it. */
  required: Scalars['Boolean']['output'];
  /** Its unit. */
  unit: Scalars['String']['output'];
};

/** A reason to trust a prediction less. */
export type FeatureWarning = {
  __typename?: 'FeatureWarning';
  /** The kind of warning; codes are stable. */
  code: WarningCode;
  /** The feature, by its name in `HouseFeaturesInput`; null if the warning is about all of them. */
  feature?: Maybe<Scalars['String']['output']>;
  /** The warning as a sentence. */
  message: Scalars['String']['output'];
  /** The range in the training rows, in the unit of `value`. */
  range: ValueRange;
  /** The value that caused the warning. `FEATURE_OUT_OF_RANGE`: the feature, in its unit. `UNUSUAL_COMBINATION`: the Mahalanobis distance. `FAR_FROM_TRAINING_PLACES`: the distance in kilometres. `FEATURE_MISSING` and `UNKNOWN_CATEGORY`: the number of such training rows. Predictions: in the target's unit. */
  value: Scalars['Float']['output'];
};

/** How cross-validation splits the rows into folds. */
export type FoldKind =
  /** At random. */
  | 'RANDOM'
  /** By square cells of the map, so that whole areas are held out. */
  | 'SPATIAL_BLOCK';

/** One row of California housing. Census block groups of the 1990 US census in California. */
export type HouseFeaturesInput = {
  /** Average number of bedrooms per household. Unit: bedrooms per household. Must be greater than 0. */
  aveBedrms?: InputMaybe<Scalars['Float']['input']>;
  /** Average number of people per household. Unit: people per household. Must be greater than 0. */
  aveOccup: Scalars['Float']['input'];
  /** Average number of rooms per household. Unit: rooms per household. Must be greater than 0. */
  aveRooms: Scalars['Float']['input'];
  /** Median age of the houses in the block group. Unit: years. Must be 0 or greater. */
  houseAge?: InputMaybe<Scalars['Float']['input']>;
  /** Latitude of the block group's centre, north positive. Unit: degrees. Must be from -90 to 90. */
  latitude?: InputMaybe<Scalars['Float']['input']>;
  /** Longitude of the block group's centre, east positive (California's are negative). Unit: degrees. Must be from -180 to 180. */
  longitude?: InputMaybe<Scalars['Float']['input']>;
  /** Median income of the households in the block group. Unit: 10,000 US dollars a year. Must be greater than 0. */
  medInc: Scalars['Float']['input'];
  /** Number of people who live in the block group. Unit: people. Must be 0 or greater. */
  population?: InputMaybe<Scalars['Float']['input']>;
};

/** The predicted median house value of one row. */
export type HousePricePrediction = {
  __typename?: 'HousePricePrediction';
  /** The mean prediction over the training rows (for a linear model, the prediction at the training means), in 100,000 US dollars: the starting point of the contributions. */
  baseline: Scalars['Float']['output'];
  /** The baseline, in US dollars. */
  baselineUsd: Scalars['Float']['output'];
  /** Contributions of the features; with the baseline, they add up to `unclippedHousePrice`. */
  contributions: Array<FeatureContribution>;
  /** Prediction interval, in 100,000 US dollars. */
  interval: PredictionInterval;
  /** The model that made the prediction. */
  model: ModelRef;
  /** The prediction, in 100,000 US dollars. */
  predictedHousePrice: Scalars['Float']['output'];
  /** The prediction, in US dollars. */
  predictedHousePriceUsd: Scalars['Float']['output'];
  /** The prediction before it is clipped to the range of the training target, in 100,000 US dollars; equal to the prediction if the model does not clip. */
  unclippedHousePrice: Scalars['Float']['output'];
  /** Reasons to trust this prediction less; empty if there are none. */
  warnings: Array<FeatureWarning>;
};


/** The predicted median house value of one row. */
export type HousePricePredictionContributionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** The predicted median house value of one row. */
export type HousePricePredictionIntervalArgs = {
  coverage?: Scalars['Float']['input'];
};

/** The result for one row of a batch: a prediction, or the problems of the row. */
export type HousePriceResult = HousePricePrediction | InvalidHouseFeatures;

/** Coverage and width of an interval on the test rows. */
export type IntervalCoverage = {
  __typename?: 'IntervalCoverage';
  /** Mean width of a constant-width interval, in the target's unit. */
  constantMeanWidth: Scalars['Float']['output'];
  /** Mean width of the intervals, in the target's unit. */
  meanWidth: Scalars['Float']['output'];
  /** The nominal coverage. */
  nominal: Scalars['Float']['output'];
  /** Fraction of the test rows whose true value is in the interval. */
  observed: Scalars['Float']['output'];
};

/** A problem with one value of the input. */
export type InvalidField = {
  __typename?: 'InvalidField';
  /** The problem, and how to fix it. */
  message: Scalars['String']['output'];
  /** Path of the value, starting at the argument. */
  path: Scalars['String']['output'];
};

/** A row of a batch that cannot be predicted. */
export type InvalidHouseFeatures = {
  __typename?: 'InvalidHouseFeatures';
  /** The problems, one per value. */
  fields: Array<InvalidField>;
  /** Position of the row in `inputs`, from 0. */
  index: Scalars['Int']['output'];
  /** All problems of the row, in one message. */
  message: Scalars['String']['output'];
};

/** A library that a model was trained with. */
export type LibraryVersion = {
  __typename?: 'LibraryVersion';
  /** Name of the package. */
  name: Scalars['String']['output'];
  /** Its version. */
  version: Scalars['String']['output'];
};

/** A trained model. */
export type ModelInfo = {
  __typename?: 'ModelInfo';
  /** The algorithm that fitted it. */
  algorithm: Scalars['String']['output'];
  /** Number of regression columns: the features themselves, or the columns of a derived basis. */
  basisSize: Scalars['Int']['output'];
  /** All input columns of the table, including those that the model does not read. */
  columns: Array<ColumnInfo>;
  /** Houses of the test rows to begin with, such as a typical and an unusual one. */
  examples: Array<ExampleHouse>;
  /** The features that the model reads, in its order. */
  features: Array<FeatureInfo>;
  /** Intercept of the regression, in the target's unit: the prediction if every feature, or every column of a derived basis, is 0. */
  intercept: Scalars['Float']['output'];
  /** Whether it is the default for queries that name no model and have all features that the table requires. */
  isDefault: Scalars['Boolean']['output'];
  /** The libraries that it was trained with. */
  libraries: Array<LibraryVersion>;
  /** Its metrics. */
  metrics: ModelMetrics;
  /** The model's name. */
  name: Scalars['String']['output'];
  /** Note that was given at training. */
  note?: Maybe<Scalars['String']['output']>;
  /** The penalties that keep the regression smooth; empty if it is not penalised. */
  penalties: Array<BasisPenalty>;
  /** When this model is used for queries that name no model, and why. */
  reason: Scalars['String']['output'];
  /** SHA-256 of the model file, in hexadecimal. */
  sha256: Scalars['String']['output'];
  /** What it predicts. */
  target: Target;
  /** When it was trained. */
  trainedAt: Scalars['DateTime']['output'];
  /** The data that it was trained on. */
  trainingData: TrainingData;
  /** Its version. */
  version: Scalars['Int']['output'];
};

/** The metrics of a model. */
export type ModelMetrics = {
  __typename?: 'ModelMetrics';
  /** Coverage of the prediction intervals on the test rows. */
  coverage: Array<IntervalCoverage>;
  /** On all rows, with cross-validation. */
  crossValidation: Array<CrossValidationScores>;
  /** On the test rows. */
  test: RegressionScores;
  /** On the training rows. */
  train: RegressionScores;
};

/** The model that made the prediction. */
export type ModelRef = {
  __typename?: 'ModelRef';
  /** The model's name. */
  name: Scalars['String']['output'];
  /** SHA-256 of the model file, in hexadecimal. */
  sha256: Scalars['String']['output'];
  /** Its version. */
  version: Scalars['Int']['output'];
};

/** Selects a model. */
export type ModelSelector = {
  /** The model's name, such as `linear`. */
  name: Scalars['String']['input'];
  /** Its version (default: the pinned version, or else the newest). */
  version?: InputMaybe<Scalars['Int']['input']>;
};

/** A prediction interval. */
export type PredictionInterval = {
  __typename?: 'PredictionInterval';
  /** Probability that the interval contains the true value. */
  coverage: Scalars['Float']['output'];
  /** Lower bound, in 100,000 US dollars. */
  lower: Scalars['Float']['output'];
  /** Lower bound, in US dollars. */
  lowerUsd: Scalars['Float']['output'];
  /** Upper bound, in 100,000 US dollars. */
  upper: Scalars['Float']['output'];
  /** Upper bound, in US dollars. */
  upperUsd: Scalars['Float']['output'];
};

export type Query = {
  __typename?: 'Query';
  /** Describes one model. */
  modelInfo: ModelInfo;
  /** All served models, by name and version. */
  models: Array<ModelInfo>;
  /** Predicts the median house value of one row. */
  predictHousePrice: HousePricePrediction;
  /** Predicts many rows, in the order of the inputs. An invalid row does not affect the others. */
  predictHousePrices: Array<HousePriceResult>;
};


export type QueryModelInfoArgs = {
  model?: InputMaybe<ModelSelector>;
};


export type QueryPredictHousePriceArgs = {
  input: HouseFeaturesInput;
  model?: InputMaybe<ModelSelector>;
};


export type QueryPredictHousePricesArgs = {
  inputs: Array<HouseFeaturesInput>;
  model?: InputMaybe<ModelSelector>;
};

/** Error metrics of a model on a set of rows. */
export type RegressionScores = {
  __typename?: 'RegressionScores';
  /** Mean absolute error, in the target's unit. */
  mae: Scalars['Float']['output'];
  /** Median absolute percentage error, as a fraction of the actual value. */
  medianApe: Scalars['Float']['output'];
  /** Coefficient of determination: 1 is perfect, 0 is no better than the mean. */
  r2: Scalars['Float']['output'];
  /** Root mean squared error, in the target's unit. */
  rmse: Scalars['Float']['output'];
  /** Number of rows predicted. */
  rows: Scalars['Int']['output'];
  /** Fraction of the rows whose prediction is at most 5 % off. */
  within5: Scalars['Float']['output'];
  /** Fraction of the rows whose prediction is at most 10 % off. */
  within10: Scalars['Float']['output'];
  /** Fraction of the rows whose prediction is at most 20 % off. */
  within20: Scalars['Float']['output'];
};

/** The target of a model. */
export type Target = {
  __typename?: 'Target';
  /** Its currency as an ISO 4217 code; null if it is not an amount of money. */
  currency?: Maybe<Scalars['String']['output']>;
  /** Its description. */
  description: Scalars['String']['output'];
  /** Its readable name. */
  label: Scalars['String']['output'];
  /** Its column name in the data set. */
  name: Scalars['String']['output'];
  /** Currency units per unit of the target; 1 if it is not an amount of money. */
  scale: Scalars['Float']['output'];
  /** The unit of predictions, intervals and contributions. */
  unit: Scalars['String']['output'];
};

/** The data that a model was trained on. */
export type TrainingData = {
  __typename?: 'TrainingData';
  /** Number of rows in the data file. */
  rows: Scalars['Int']['output'];
  /** Seed of the split: scikit-learn's `random_state`. */
  seed: Scalars['Float']['output'];
  /** SHA-256 of the data file, in hexadecimal. */
  sha256: Scalars['String']['output'];
  /** Name of the data file. */
  source: Scalars['String']['output'];
  /** Number of test rows. */
  testRows: Scalars['Int']['output'];
  /** Fraction of the rows that were held out for testing. */
  testSize: Scalars['Float']['output'];
  /** Number of training rows. */
  trainRows: Scalars['Int']['output'];
};

/** An inclusive range of values. */
export type ValueRange = {
  __typename?: 'ValueRange';
  /** Largest value. */
  max: Scalars['Float']['output'];
  /** Smallest value. */
  min: Scalars['Float']['output'];
};

/** A reason to trust a prediction less. */
export type WarningCode =
  /** The location is far from all training locations: farther from the nearest one than 99.9 % of the training rows are. */
  | 'FAR_FROM_TRAINING_PLACES'
  /** A feature that the model reads is missing, as in some training or test rows; the prediction does not use it. */
  | 'FEATURE_MISSING'
  /** A feature is outside the range of the training rows; the model extrapolates. */
  | 'FEATURE_OUT_OF_RANGE'
  /** The model computed a value outside the range of the training rows' target; the prediction is clipped to that range. */
  | 'PREDICTION_CLIPPED'
  /** The prediction is outside the range of the training rows' target. */
  | 'PREDICTION_OUT_OF_RANGE'
  /** A category does not occur in the training rows; the prediction does not depend on it. */
  | 'UNKNOWN_CATEGORY'
  /** The combination of features is unusual: farther from the mean of the training rows than 99.9 % of them. */
  | 'UNUSUAL_COMBINATION';

export type PredictHousePriceQueryVariables = Exact<{
  input: HouseFeaturesInput;
}>;


export type PredictHousePriceQuery = { __typename?: 'Query', predictHousePrice: { __typename?: 'HousePricePrediction', predictedHousePrice: number, predictedHousePriceUsd: number, model: { __typename?: 'ModelRef', name: string, version: number } } };

export type PredictHousePricesQueryVariables = Exact<{
  inputs: Array<HouseFeaturesInput> | HouseFeaturesInput;
}>;


export type PredictHousePricesQuery = { __typename?: 'Query', predictHousePrices: Array<
    | { __typename: 'HousePricePrediction', predictedHousePriceUsd: number, interval: { __typename?: 'PredictionInterval', lowerUsd: number, upperUsd: number } }
    | { __typename: 'InvalidHouseFeatures', fields: Array<{ __typename?: 'InvalidField', path: string, message: string }> }
  > };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const PredictHousePriceDocument = new TypedDocumentString(`
    query PredictHousePrice($input: HouseFeaturesInput!) {
  predictHousePrice(input: $input) {
    predictedHousePrice
    predictedHousePriceUsd
    model {
      name
      version
    }
  }
}
    `) as unknown as TypedDocumentString<PredictHousePriceQuery, PredictHousePriceQueryVariables>;
export const PredictHousePricesDocument = new TypedDocumentString(`
    query PredictHousePrices($inputs: [HouseFeaturesInput!]!) {
  predictHousePrices(inputs: $inputs) {
    __typename
    ... on HousePricePrediction {
      predictedHousePriceUsd
      interval(coverage: 0.9) {
        lowerUsd
        upperUsd
      }
    }
    ... on InvalidHouseFeatures {
      fields {
        path
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PredictHousePricesQuery, PredictHousePricesQueryVariables>;