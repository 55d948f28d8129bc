import { amountNames, namesOf } from "../../../../cli/predict/output-columns";
import { tableOf } from "../../../support/every-type";

const FIELDS = [{ name: "area", type: "number" }];
const pounds = () => tableOf(FIELDS);
const rating = () => tableOf(FIELDS, { name: "rating", type: "number", role: "target" });

describe("the columns that an output adds", () => {
  it("are the prediction and the model", () => {
    expect(namesOf({ coverage: undefined, warnings: false }, rating())).toEqual([
      "predictedHousePrice",
      "model",
    ]);
  });

  it("are also the interval and the warnings, if they are asked for", () => {
    expect(namesOf({ coverage: 0.9, warnings: true }, rating())).toEqual([
      "predictedHousePrice",
      "lower",
      "upper",
      "warnings",
      "model",
    ]);
  });

  it("are also the amounts in the currency of the target", () => {
    expect(amountNames({ coverage: 0.9, warnings: true }, pounds())).toEqual([
      "predictedHousePrice",
      "predictedHousePriceGbp",
      "lower",
      "lowerGbp",
      "upper",
      "upperGbp",
    ]);
  });
});
