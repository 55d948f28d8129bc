import { Field, Float, Int, ObjectType } from "type-graphql";
import { TARGET } from "../model/features";
import type { Model } from "../model/model";

@ObjectType({ description: "The model that answered." })
export class ModelRef {
  @Field(() => String, { description: "The model's name." })
  readonly name: string;

  @Field(() => Int, { description: "Its version." })
  readonly version: number;

  @Field(() => String, { description: "SHA-256 of its file, in hexadecimal." })
  readonly sha256: string;

  constructor({ file, sha256 }: Model) {
    this.name = file.name;
    this.version = file.version;
    this.sha256 = sha256;
  }
}

@ObjectType({ description: "The predicted median house value of one census block group." })
export class HousePricePrediction {
  @Field(() => Float, { description: "The prediction, in 100,000 US dollars of 1990." })
  readonly predictedHousePrice: number;

  /**
   * @param answering - the model that answers
   * @param row - the features, in the layout of `model/features.ts`
   */
  constructor(
    private readonly answering: Model,
    row: Float64Array,
  ) {
    this.predictedHousePrice = answering.predict(row);
  }

  @Field(() => Float, { description: "The prediction, in US dollars of 1990." })
  get predictedHousePriceUsd(): number {
    return this.predictedHousePrice * TARGET.dollars;
  }

  @Field(() => ModelRef, { description: "The model that answered." })
  get model(): ModelRef {
    return new ModelRef(this.answering);
  }
}
