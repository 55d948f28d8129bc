import { Field, Int, ObjectType } from "type-graphql";
import type { Model } from "../model/model";

@ObjectType({ description: "The model that made the prediction." })
export class ModelRef {
  @Field(() => String, { description: "The model's name." })
  readonly name: string;

  @Field(() => Int, { description: "Its version." })
  readonly version: number;

  @Field(() => String, { description: "SHA-256 of the model file, in hexadecimal." })
  readonly sha256: string;

  constructor({ file, sha256 }: Model) {
    this.name = file.name;
    this.version = file.version;
    this.sha256 = sha256;
  }
}
