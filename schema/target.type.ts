import { Field, Float, ObjectType } from "type-graphql";
import type { Table } from "../model/table/table";
import { targetWordsOf } from "./target-words";

@ObjectType({ description: "What a model predicts." })
export class Target {
  @Field(() => String, { description: "Its column in the data set." })
  readonly name: string;

  @Field(() => String, { description: "Its name in words." })
  readonly label: string;

  @Field(() => String, { description: "The unit of predictions, intervals and contributions." })
  readonly unit: string;

  @Field(() => String, {
    nullable: true,
    description: "Its currency as an ISO 4217 code; null where it is not money.",
  })
  readonly currency: string | null;

  @Field(() => Float, {
    description: "Units of the currency in one unit of the target; 1 where it is not money.",
  })
  readonly scale: number;

  @Field(() => String, { description: "What it is." })
  readonly description: string;

  constructor(table: Table) {
    const { name, label, description = label, currency = null, scale } = table.target;
    this.name = name;
    this.label = label;
    this.unit = targetWordsOf(table).unit;
    this.currency = currency;
    this.scale = scale;
    this.description = description;
  }
}
