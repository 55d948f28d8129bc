import { GraphQLDateTime } from "graphql-scalars";
import { Field, Float, Int, ObjectType } from "type-graphql";
import type { Penalty } from "../model/estimators/estimator-kind";
import { FEATURES, featureIndex } from "../model/features";
import type { ModelFile } from "../model/file/format";
import { isNumberLike } from "../model/file/trained-feature";
import type { Model } from "../model/model";
import { ModelMetrics } from "./model-metrics.type";

@ObjectType({ description: "What a model predicts." })
export class Target {
  @Field(() => String, { description: "Its column in the data set." })
  readonly name!: string;

  @Field(() => String, { description: "The unit of predictions, intervals and contributions." })
  readonly unit!: string;

  @Field(() => String, { description: "What it is." })
  readonly description!: string;
}

@ObjectType({ description: "A feature that a model reads, and what it saw of it in training." })
export class FeatureInfo {
  @Field(() => String, { description: "Its name in `HouseFeaturesInput`." })
  readonly name!: string;

  @Field(() => String, { description: "Its column in the data set." })
  readonly column!: string;

  @Field(() => String, { description: "What it is." })
  readonly description!: string;

  @Field(() => String, { description: "Its unit." })
  readonly unit!: string;

  @Field(() => Boolean, {
    description:
      "Whether `HouseFeaturesInput` demands it of every query; this model needs all of its features.",
  })
  readonly required!: boolean;

  @Field(() => Float, { description: "Smallest value in the training rows, in the feature's unit." })
  readonly min!: number;

  @Field(() => Float, { description: "Largest value in the training rows, in the feature's unit." })
  readonly max!: number;

  @Field(() => Float, { description: "Mean of the training rows, in the feature's unit." })
  readonly mean!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      "Change of the prediction, in the target's unit, for one more unit of the feature; null for a derived basis.",
  })
  readonly coefficient!: number | null;
}

@ObjectType({ description: "What a model learned from." })
export class TrainingData {
  @Field(() => String, { description: "Name of the data file." })
  readonly source!: string;

  @Field(() => String, { description: "SHA-256 of the data file, in hexadecimal." })
  readonly sha256!: string;

  @Field(() => Int, { description: "Number of rows in the data file." })
  readonly rows!: number;

  @Field(() => Int, { description: "Number of rows that the model learned from." })
  readonly trainRows!: number;

  @Field(() => Int, { description: "Number of rows that were held back for the test metrics." })
  readonly testRows!: number;

  @Field(() => Float, { description: "Seed of the split: scikit-learn's `random_state`." })
  readonly seed!: number;

  @Field(() => Float, { description: "Fraction of the rows that were held back." })
  readonly testSize!: number;
}

@ObjectType({ description: "A library that a model was trained with." })
export class LibraryVersion {
  @Field(() => String, { description: "Name of the package." })
  readonly name!: string;

  @Field(() => String, { description: "Its version." })
  readonly version!: string;
}

@ObjectType({ description: "How strongly some columns of a derived basis are held to be smooth." })
export class BasisPenalty implements Penalty {
  @Field(() => String, { description: "The columns, by what they are functions of." })
  readonly terms!: string;

  @Field(() => Float, {
    description:
      "Weight, in the sum that the fit makes least, of the squared norm of their part of the prediction beside the sum of squared errors.",
  })
  readonly penalty!: number;
}

@ObjectType({ description: "All that is known of a model." })
export class ModelInfo {
  private readonly file: ModelFile;

  @Field(() => String, { description: "SHA-256 of its file, in hexadecimal." })
  readonly sha256: string;

  constructor(private readonly model: Model) {
    this.file = model.file;
    this.sha256 = model.sha256;
  }

  @Field(() => String, { description: "The model's name." })
  get name(): string {
    return this.file.name;
  }

  @Field(() => Int, { description: "Its version." })
  get version(): number {
    return this.file.version;
  }

  @Field(() => String, { description: "How it was fitted." })
  get algorithm(): string {
    return this.file.algorithm;
  }

  @Field(() => GraphQLDateTime, { description: "When it was trained." })
  get trainedAt(): Date {
    return new Date(this.file.trainedAt);
  }

  @Field(() => Target, { description: "What it predicts." })
  get target(): Target {
    const { name, unit = "", label, description = label } = this.model.table.target;
    return { name, unit, description };
  }

  @Field(() => [FeatureInfo], { description: "The features that it reads, in its own order." })
  get features(): FeatureInfo[] {
    const { coefficients } = this.model.description;
    return this.file.features.filter(isNumberLike).map(({ name, ...training }, j) => {
      const { key, column, description, unit, required } = FEATURES[featureIndex(name)];
      const coefficient = coefficients ? coefficients[j] : null;
      return { name: key, column, description, unit, required, coefficient, ...training };
    });
  }

  @Field(() => Float, {
    description:
      "The constant of the regression, in the target's unit: the prediction where every feature, or every column of a derived basis, is 0.",
  })
  get intercept(): number {
    return this.model.description.intercept;
  }

  @Field(() => Int, {
    description:
      "Number of columns that the regression weighs: the features themselves, or functions of them that make a derived basis.",
  })
  get basisSize(): number {
    return this.model.description.columns;
  }

  @Field(() => [BasisPenalty], {
    description: "How strongly the regression is held to be smooth; empty where it is not penalised.",
  })
  get penalties(): readonly BasisPenalty[] {
    return this.model.description.penalties;
  }

  @Field(() => ModelMetrics, { description: "How well it predicts." })
  get metrics(): ModelMetrics {
    return this.file.metrics;
  }

  @Field(() => TrainingData, { description: "What it learned from." })
  get trainingData(): TrainingData {
    return this.file.trainingData;
  }

  @Field(() => [LibraryVersion], { description: "The libraries that it was trained with." })
  get libraries(): LibraryVersion[] {
    return this.file.libraries;
  }
}
