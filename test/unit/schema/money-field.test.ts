import { Field, Float, getMetadataStorage, ObjectType } from "type-graphql";
import { addMoneyField } from "../../../schema/money-field";
import { withOwnMetadata } from "../../../schema/own-metadata";
import type { TargetWords } from "../../../schema/target-words";

const DOLLARS: TargetWords = {
  label: "price",
  unit: "100,000 US dollars",
  currency: { code: "USD", suffix: "Usd", name: "US dollars", scale: 100_000 },
};

function definePriced(words: TargetWords) {
  return withOwnMetadata(() => {
    @ObjectType()
    class Priced {
      @Field(() => Float)
      lower = 2.5;
    }
    addMoneyField(Priced, "lower", words, "The lower end");
    const fields = getMetadataStorage().fields.filter(({ target }) => target === Priced);
    return { priced: new Priced(), fields: fields.map(({ name, description }) => [name, description]) };
  });
}

describe("an amount", () => {
  it("has a field in the currency beside it", () => {
    const { priced, fields } = definePriced(DOLLARS);
    expect(Reflect.get(priced, "lowerUsd")).toBe(250_000);
    expect(fields).toEqual([
      ["lower", undefined],
      ["lowerUsd", "The lower end, in US dollars."],
    ]);
  });

  it("has none where the target has no currency", () => {
    const { priced, fields } = definePriced({ ...DOLLARS, currency: undefined });
    expect("lowerUsd" in priced).toBe(false);
    expect(fields).toHaveLength(1);
  });
});
