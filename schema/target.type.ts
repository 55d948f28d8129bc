import { Field, Float, ObjectType } from "type-graphql";
import type { Table } from "../model/table/table";
import { targetWordsOf } from "./target-words";

@ObjectType({ description: "The target of a model." })
export class Target {
  @Field(() => String, { description: "Its column name in the data set." })
  readonly name: string;

  @Field(() => String, { description: "Its readable name." })
  readonly label: string;

  @Field(() => String, { description: "The unit of predictions, intervals and contributions." })
  readonly unit: string;

  @Field(() => String, {
    nullable: true,
    description: "Its currency as an ISO 4217 code; null if it is not an amount of money.",
  })
  readonly currency: string | null;

  @Field(() => Float, {
    description: "Currency units per unit of the target; 1 if it is not an amount of money.",
  })
  readonly scale: number;

  @Field(() => String, { description: "Its description." })
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
