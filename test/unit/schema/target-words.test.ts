import { targetWordsOf } from "../../../schema/target-words";
import { tableOf } from "../../support/every-type";

const AREA = [{ name: "area", type: "number" }];
const wordsOf = (target: object) =>
  targetWordsOf(tableOf(AREA, { name: "price", type: "number", role: "target", ...target }));

describe("the words for a target", () => {
  it("are those of its currency", () => {
    expect(wordsOf({ currency: "GBP" })).toEqual({
      label: "price",
      unit: "British pounds",
      currency: { code: "GBP", suffix: "Gbp", name: "British pounds", scale: 1 },
    });
  });

  it("name the amount that is one unit", () => {
    expect(wordsOf({ currency: "USD", scale: 100_000 })).toMatchObject({
      unit: "100,000 US dollars",
      currency: { name: "US dollars", scale: 100_000 },
    });
  });

  it("prefer the unit and the label that the schema states", () => {
    expect(wordsOf({ currency: "EUR", unit: "thousands of euros", label: "sale price" })).toMatchObject({
      label: "sale price",
      unit: "thousands of euros",
    });
  });

  it("do without a currency", () => {
    expect(wordsOf({})).toEqual({ label: "price", unit: "the unit of price", currency: undefined });
  });
});
