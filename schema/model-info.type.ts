import { Field, Float, Int, ObjectType } from "type-graphql";
import type { ModelFile } from "../model/file/format";
import { isNumberLike, type TrainedFeature } from "../model/file/trained-feature";
import type { Model } from "../model/model";
import type { ModelCatalogue } from "../model/registry/catalogue";
import type { Table } from "../model/table/table";
import type { TableColumn } from "../model/table/table-column";
import { BasisPenalty } from "./basis-penalty.type";
import { ColumnInfo } from "./column-info.type";
import { DateTimeScalar } from "./date-time.scalar";
import { ExampleHouse, exampleHouses } from "./example-house.type";
import { defineFeatureInfo, type FeatureInfo } from "./feature-info.type";
import { ModelMetrics } from "./model-metrics.type";
import { Target } from "./target.type";
import { LibraryVersion, TrainingData } from "./training-data.type";

/** Categorical features have no range. */
const NO_RANGE = { min: null, max: null, mean: null };

export function defineModelInfo(table: Table) {
  const FeatureInfo = defineFeatureInfo(table);

  @ObjectType("ModelInfo", { description: "A trained model." })
  class ModelInfo {
    private readonly file: ModelFile;

    @Field(() => String, { description: "SHA-256 of the model file, in hexadecimal." })
    readonly sha256: string;

    constructor(
      private readonly model: Model,
      private readonly catalogue: ModelCatalogue,
    ) {
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

    @Field(() => Boolean, {
      description:
        "Whether it is the default for queries that name no model and have all features that the table requires.",
    })
    get isDefault(): boolean {
      return this.catalogue.byDefault === this.model;
    }

    @Field(() => String, { description: "When this model is used for queries that name no model, and why." })
    get reason(): string {
      return this.catalogue.explain(this.model).reason;
    }

    @Field(() => String, { description: "The algorithm that fitted it." })
    get algorithm(): string {
      return this.file.algorithm;
    }

    @Field(() => DateTimeScalar, { description: "When it was trained." })
    get trainedAt(): Date {
      return new Date(this.file.trainedAt);
    }

    @Field(() => String, { nullable: true, description: "Note that was given at training." })
    get note(): string | null {
      return this.file.note ?? null;
    }

    @Field(() => Target, { description: "What it predicts." })
    get target(): Target {
      return new Target(table);
    }

    @Field(() => [ColumnInfo], {
      description: "All input columns of the table, including those that the model does not read.",
    })
    get columns(): ColumnInfo[] {
      return table.features.map((column) => new ColumnInfo(column, this.model));
    }

    @Field(() => [FeatureInfo], { description: "The features that the model reads, in its order." })
    get features(): FeatureInfo[] {
      const { coefficients } = this.model.description;
      return this.file.features.map((trained, j) => {
        const { apiName, label, description = label, unit = "", required } = columnOf(table, trained);
        const { min, max, mean } = isNumberLike(trained) ? trained : NO_RANGE;
        const coefficient = coefficients?.[j] ?? null;
        return {
          name: apiName,
          column: trained.name,
          description,
          unit,
          required,
          min,
          max,
          mean,
          coefficient,
        };
      });
    }

    @Field(() => [ExampleHouse], {
      description: "Houses of the test rows to begin with, such as a typical and an unusual one.",
    })
    get examples(): readonly ExampleHouse[] {
      return exampleHouses(this.model);
    }

    @Field(() => Float, {
      description:
        "Intercept of the regression, in the target's unit: the prediction if every feature, or every column of a derived basis, is 0.",
    })
    get intercept(): number {
      return this.model.description.intercept;
    }

    @Field(() => Int, {
      description:
        "Number of regression columns: the features themselves, or the columns of a derived basis.",
    })
    get basisSize(): number {
      return this.model.description.columns;
    }

    @Field(() => [BasisPenalty], {
      description: "The penalties that keep the regression smooth; empty if it is not penalised.",
    })
    get penalties(): readonly BasisPenalty[] {
      return this.model.description.penalties;
    }

    @Field(() => ModelMetrics, { description: "Its metrics." })
    get metrics(): ModelMetrics {
      return this.file.metrics;
    }

    @Field(() => TrainingData, { description: "The data that it was trained on." })
    get trainingData(): TrainingData {
      return this.file.trainingData;
    }

    @Field(() => [LibraryVersion], { description: "The libraries that it was trained with." })
    get libraries(): LibraryVersion[] {
      return this.file.libraries;
    }
  }
  return ModelInfo;
}

export type ModelInfo = InstanceType<ReturnType<typeof defineModelInfo>>;

function columnOf(table: Table, { name }: TrainedFeature): TableColumn {
  return table.features[table.indexOf(name)];
}
