import { Field, Float, Int, ObjectType } from "type-graphql";

@ObjectType({ description: "The data that a model was trained on." })
export class TrainingData {
  @Field(() => String, { description: "Name of the data file." })
  readonly source!: string;

  @Field(() => String, { description: "SHA-256 of the data file, in hexadecimal." })
  readonly sha256!: string;

  @Field(() => Int, { description: "Number of rows in the data file." })
  readonly rows!: number;

  @Field(() => Int, { description: "Number of training rows." })
  readonly trainRows!: number;

  @Field(() => Int, { description: "Number of test rows." })
  readonly testRows!: number;

  @Field(() => Float, { description: "Seed of the split: scikit-learn's `random_state`." })
  readonly seed!: number;

  @Field(() => Float, { description: "Fraction of the rows that were held out for testing." })
  readonly testSize!: number;
}

@ObjectType({ description: "A library that a model was trained with." })
export class LibraryVersion {
  @Field(() => String, { description: "Name of the package." })
  readonly name!: string;

  @Field(() => String, { description: "Its version." })
  readonly version!: string;
}
