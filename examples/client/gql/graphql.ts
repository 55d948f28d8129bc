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
};

/** How strongly some columns of a derived basis are held to be smooth. */
export type BasisPenalty = {
  __typename?: 'BasisPenalty';
  /** Weight, in the sum that the fit makes least, of the squared norm of their part of the prediction beside the sum of squared errors. */
  penalty: Scalars['Float']['output'];
  /** The columns, by what they are functions of. */
  terms: Scalars['String']['output'];
};

/** One of the texts that a column of categories has. */
export type CategoryInfo = {
  __typename?: 'CategoryInfo';
  /** Its value in the enum of the column's field; null where the field takes the text itself. */
  enumValue?: Maybe<Scalars['String']['output']>;
  /** Number of training rows that have it; null where the model does not read the column. */
  rows?: Maybe<Scalars['Int']['output']>;
  /** The text, as it stands in the data. */
  text: Scalars['String']['output'];
};

/** A column of the table that a question can have, and what a model saw of it in training. */
export type ColumnInfo = {
  __typename?: 'ColumnInfo';
  /** Its name in `HouseFeaturesInput`. */
  apiName: Scalars['String']['output'];
  /** Its categories; null where its values are not texts. */
  categories?: Maybe<Array<CategoryInfo>>;
  /** What it is. */
  description?: Maybe<Scalars['String']['output']>;
  /** Whether the model gives no prediction without it. */
  isNeeded: Scalars['Boolean']['output'];
  /** Whether the model's prediction depends on it. */
  isRead: Scalars['Boolean']['output'];
  /** Its name in words. */
  label: Scalars['String']['output'];
  /** Largest value in the training rows; a date in days since 1970-01-01; null of categories, and where the model does not read the column. */
  max?: Maybe<Scalars['Float']['output']>;
  /** Mean of the training rows; a date in days since 1970-01-01; null of categories, and where the model does not read the column. */
  mean?: Maybe<Scalars['Float']['output']>;
  /** Smallest value in the training rows; a date in days since 1970-01-01; null of categories, and where the model does not read the column. */
  min?: Maybe<Scalars['Float']['output']>;
  /** Share of the training rows without a value, from 0 to 1; null where the model does not read the column. */
  missingShare?: Maybe<Scalars['Float']['output']>;
  /** Its name in the data set. */
  name: Scalars['String']['output'];
  /** The 5 %, 10 %, … 95 % quantiles of the training rows; a date in days since 1970-01-01; null of categories, and where the model does not read the column. */
  quantiles?: Maybe<Array<Scalars['Float']['output']>>;
  /** Whether `HouseFeaturesInput` demands it of every query. */
  required: Scalars['Boolean']['output'];
  /** What it is for. */
  role: ColumnRole;
  /** What its values are. */
  type: ColumnType;
  /** Its unit. */
  unit?: Maybe<Scalars['String']['output']>;
};

/** What a column is for. */
export type ColumnRole =
  /** A feature like others. */
  | 'FEATURE'
  /** It tells how far north the house is, in degrees. */
  | 'LATITUDE'
  /** It tells how far east the house is, in degrees. */
  | 'LONGITUDE';

/** What the values of a column are. */
export type ColumnType =
  /** True or false. */
  | 'BOOLEAN'
  /** One of some texts. */
  | 'CATEGORY'
  /** A day. */
  | 'DATE'
  /** A whole number. */
  | 'INTEGER'
  /** A number. */
  | 'NUMBER'
  /** A year. */
  | 'YEAR';

/** Mean of the folds' scores; each fold is predicted by a fit on the others. */
export type CrossValidationScores = {
  __typename?: 'CrossValidationScores';
  /** Number of folds. */
  count: Scalars['Int']['output'];
  /** How the rows were put into folds. */
  folds: FoldKind;
  /** Mean absolute error, in the target's unit. */
  mae: Scalars['Float']['output'];
  /** Median of the absolute errors, each as a share of the actual price. */
  medianApe: Scalars['Float']['output'];
  /** Coefficient of determination: 1 is perfect, 0 is no better than the mean. */
  r2: Scalars['Float']['output'];
  /** Root of the mean squared error, in the target's unit. */
  rmse: Scalars['Float']['output'];
  /** Number of rows that were predicted. */
  rows: Scalars['Int']['output'];
  /** Share of the rows whose prediction is at most 5 % off. */
  within5: Scalars['Float']['output'];
  /** Share of the rows whose prediction is at most 10 % off. */
  within10: Scalars['Float']['output'];
  /** Share of the rows whose prediction is at most 20 % off. */
  within20: Scalars['Float']['output'];
};

/** What one feature, or several that act together, add to the baseline. */
export type FeatureContribution = {
  __typename?: 'FeatureContribution';
  /** What it adds to the prediction, in 100,000 US dollars. */
  contribution: Scalars['Float']['output'];
  /** What it adds to the prediction, in US dollars. */
  contributionUsd: Scalars['Float']['output'];
  /** The same as text: a number, a category, a day; null where it is absent, or several features act together. */
  displayValue?: Maybe<Scalars['String']['output']>;
  /** What it multiplies the prediction by: 1.12 is twelve per cent more. Null for a model whose features add to the prediction and do not multiply it. */
  factor?: Maybe<Scalars['Float']['output']>;
  /** The features, by their names in `HouseFeaturesInput`. */
  features: Array<Scalars['String']['output']>;
  /** Name of the group. */
  label: Scalars['String']['output'];
  /** Value of the feature, in its unit (a date in days since 1970-01-01); null where it is a category or absent, or several features act together. */
  value?: Maybe<Scalars['Float']['output']>;
};

/** A feature that a model reads, and what it saw of it in training. */
export type FeatureInfo = {
  __typename?: 'FeatureInfo';
  /** Change of the prediction, in the target's unit, for one more unit of the feature; null for a derived basis. */
  coefficient?: Maybe<Scalars['Float']['output']>;
  /** Its column in the data set. */
  column: Scalars['String']['output'];
  /** What it is. */
  description: Scalars['String']['output'];
  /** Largest value in the training rows, in the feature's unit. */
  max: Scalars['Float']['output'];
  /** Mean of the training rows, in the feature's unit. */
  mean: Scalars['Float']['output'];
  /** Smallest value in the training rows, in the feature's unit. */
  min: Scalars['Float']['output'];
  /** Its name in `HouseFeaturesInput`. */
  name: Scalars['String']['output'];
  /** Whether `HouseFeaturesInput` demands it of every query. */
  required: Scalars['Boolean']['output'];
  /** Its unit. */
  unit: Scalars['String']['output'];
};

/** Why a prediction deserves less trust. */
export type FeatureWarning = {
  __typename?: 'FeatureWarning';
  /** What kind of warning it is; codes are stable. */
  code: WarningCode;
  /** The feature, by its name in `HouseFeaturesInput`; null where it is about all of them. */
  feature?: Maybe<Scalars['String']['output']>;
  /** The warning in words. */
  message: Scalars['String']['output'];
  /** What was seen in training, in the unit of `value`. */
  range: ValueRange;
  /** What was found: in the feature's unit; of an unusual combination its Mahalanobis distance, which has no unit; of a far place kilometres; of a missing feature or an unknown category the number of training rows like it; of a prediction the target's unit. */
  value: Scalars['Float']['output'];
};

/** How the rows of a cross-validation are put into folds. */
export type FoldKind =
  /** At random. */
  | 'RANDOM'
  /** By square cells of the map, so that whole places are held back. */
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
  /** The mean prediction over the training rows (for a linear model, the prediction at the training means), in 100,000 US dollars: where the contributions start from. */
  baseline: Scalars['Float']['output'];
  /** The baseline, in US dollars. */
  baselineUsd: Scalars['Float']['output'];
  /** What moved the prediction away from the baseline; with it they add up to `unclippedHousePrice`. */
  contributions: Array<FeatureContribution>;
  /** Where the true value lies with a stated probability, in 100,000 US dollars. */
  interval: PredictionInterval;
  /** The model that answered. */
  model: ModelRef;
  /** The prediction, in 100,000 US dollars. */
  predictedHousePrice: Scalars['Float']['output'];
  /** The prediction, in US dollars. */
  predictedHousePriceUsd: Scalars['Float']['output'];
  /** The prediction before it is clipped to the range of the training target, in 100,000 US dollars; the same where the model does not clip. */
  unclippedHousePrice: Scalars['Float']['output'];
  /** Why this prediction deserves less trust; empty where nothing stands out. */
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

/** The answer to one row of a batch: a prediction, or what is wrong with the row. */
export type HousePriceResult = HousePricePrediction | InvalidHouseFeatures;

/** How often an interval held the truth on the test rows, and how wide it was. */
export type IntervalCoverage = {
  __typename?: 'IntervalCoverage';
  /** Mean width of intervals that are equally wide everywhere, in the target's unit. */
  constantMeanWidth: Scalars['Float']['output'];
  /** Mean width of the intervals, in the target's unit. */
  meanWidth: Scalars['Float']['output'];
  /** The coverage that was asked for. */
  nominal: Scalars['Float']['output'];
  /** The part of the test rows whose truth was in the interval. */
  observed: Scalars['Float']['output'];
};

/** What is wrong with one value of the input. */
export type InvalidField = {
  __typename?: 'InvalidField';
  /** What was wrong, and what would be right. */
  message: Scalars['String']['output'];
  /** Where the value is, from the argument on: the row and the field. */
  path: Scalars['String']['output'];
};

/** A row of a batch that cannot be predicted; the other rows are. */
export type InvalidHouseFeatures = {
  __typename?: 'InvalidHouseFeatures';
  /** What is wrong, value by value. */
  fields: Array<InvalidField>;
  /** Position of the row in `inputs`, from 0. */
  index: Scalars['Int']['output'];
  /** All that is wrong with the row, in words. */
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

/** All that is known of a model. */
export type ModelInfo = {
  __typename?: 'ModelInfo';
  /** How it was fitted. */
  algorithm: Scalars['String']['output'];
  /** Number of columns that the regression weighs: the features themselves, or functions of them that make a derived basis. */
  basisSize: Scalars['Int']['output'];
  /** The columns of its table that a query can have, those that it does not read among them. */
  columns: Array<ColumnInfo>;
  /** The features that it reads, in its own order. */
  features: Array<FeatureInfo>;
  /** The constant of the regression, in the target's unit: the prediction where every feature, or every column of a derived basis, is 0. */
  intercept: Scalars['Float']['output'];
  /** Whether it answers a query that names no model and has all features that the table requires. */
  isDefault: Scalars['Boolean']['output'];
  /** The libraries that it was trained with. */
  libraries: Array<LibraryVersion>;
  /** How well it predicts. */
  metrics: ModelMetrics;
  /** The model's name. */
  name: Scalars['String']['output'];
  /** What its maker noted about it. */
  note?: Maybe<Scalars['String']['output']>;
  /** How strongly the regression is held to be smooth; empty where it is not penalised. */
  penalties: Array<BasisPenalty>;
  /** When it answers queries that name no model, and why. */
  reason: Scalars['String']['output'];
  /** SHA-256 of its file, in hexadecimal. */
  sha256: Scalars['String']['output'];
  /** What it predicts. */
  target: Target;
  /** When it was trained. */
  trainedAt: Scalars['DateTime']['output'];
  /** What it learned from. */
  trainingData: TrainingData;
  /** Its version. */
  version: Scalars['Int']['output'];
};

/** How well a model predicts. */
export type ModelMetrics = {
  __typename?: 'ModelMetrics';
  /** How the prediction intervals did on the test rows. */
  coverage: Array<IntervalCoverage>;
  /** On all rows, by cross-validation. */
  crossValidation: Array<CrossValidationScores>;
  /** On rows that were held back. */
  test: RegressionScores;
  /** On the rows that it learned from. */
  train: RegressionScores;
};

/** The model that answered. */
export type ModelRef = {
  __typename?: 'ModelRef';
  /** The model's name. */
  name: Scalars['String']['output'];
  /** SHA-256 of its file, in hexadecimal. */
  sha256: Scalars['String']['output'];
  /** Its version. */
  version: Scalars['Int']['output'];
};

/** Which model answers. */
export type ModelSelector = {
  /** The model's name, such as `linear`. */
  name: Scalars['String']['input'];
  /** Its version; without one, the version that the name is pinned to, or else its newest. */
  version?: InputMaybe<Scalars['Int']['input']>;
};

/** Where the true value lies with a stated probability. */
export type PredictionInterval = {
  __typename?: 'PredictionInterval';
  /** Probability that the true value is inside. */
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
  /** All models that are served, by name and version. */
  models: Array<ModelInfo>;
  /** Predicts the median house value of one row. */
  predictHousePrice: HousePricePrediction;
  /** Predicts many rows, in the order of the inputs. A row that cannot be predicted fails alone. */
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

/** How far predictions were from the truth. */
export type RegressionScores = {
  __typename?: 'RegressionScores';
  /** Mean absolute error, in the target's unit. */
  mae: Scalars['Float']['output'];
  /** Median of the absolute errors, each as a share of the actual price. */
  medianApe: Scalars['Float']['output'];
  /** Coefficient of determination: 1 is perfect, 0 is no better than the mean. */
  r2: Scalars['Float']['output'];
  /** Root of the mean squared error, in the target's unit. */
  rmse: Scalars['Float']['output'];
  /** Number of rows that were predicted. */
  rows: Scalars['Int']['output'];
  /** Share of the rows whose prediction is at most 5 % off. */
  within5: Scalars['Float']['output'];
  /** Share of the rows whose prediction is at most 10 % off. */
  within10: Scalars['Float']['output'];
  /** Share of the rows whose prediction is at most 20 % off. */
  within20: Scalars['Float']['output'];
};

/** What a model predicts. */
export type Target = {
  __typename?: 'Target';
  /** Its currency as an ISO 4217 code; null where it is not money. */
  currency?: Maybe<Scalars['String']['output']>;
  /** What it is. */
  description: Scalars['String']['output'];
  /** Its name in words. */
  label: Scalars['String']['output'];
  /** Its column in the data set. */
  name: Scalars['String']['output'];
  /** Units of the currency in one unit of the target; 1 where it is not money. */
  scale: Scalars['Float']['output'];
  /** The unit of predictions, intervals and contributions. */
  unit: Scalars['String']['output'];
};

/** What a model learned from. */
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
  /** Number of rows that were held back for the test metrics. */
  testRows: Scalars['Int']['output'];
  /** Fraction of the rows that were held back. */
  testSize: Scalars['Float']['output'];
  /** Number of rows that the model learned from. */
  trainRows: Scalars['Int']['output'];
};

/** A range of values, both ends included, in the unit of what it is about. */
export type ValueRange = {
  __typename?: 'ValueRange';
  /** Largest value. */
  max: Scalars['Float']['output'];
  /** Smallest value. */
  min: Scalars['Float']['output'];
};

/** Why a prediction deserves less trust. */
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