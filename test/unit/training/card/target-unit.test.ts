import { errorAmount, shortAmount, shortTicks, unitOf } from "../../../../training/card/target-unit";
import { tableOf } from "../../../support/every-type";
import { AREA } from "../../../support/training-tables";

describe("the unit of the target", () => {
  it.each([
    [{ unit: "100,000 dollars", currency: "USD" }, "100,000 dollars"],
    [{ currency: "EUR" }, "euros"],
    [{ currency: "EUR", scale: 1000 }, "1,000 euros"],
    [{}, "units of price"],
  ])("of %j is %s", (target, unit) => {
    expect(unitOf(tableOf([AREA], { name: "price", type: "number", role: "target", ...target }))).toBe(unit);
  });
});

describe("an amount in a label", () => {
  it.each([
    [0, "0.00"],
    [99.994, "99.99"],
    [-5.5, "-5.50"],
    [100, "100"],
    [9999, "9,999"],
    [10_000, "10k"],
    [123_456, "123k"],
    [-20_000, "-20k"],
    [999_400, "999k"],
    [1_000_000, "1M"],
    [1_234_567, "1.23M"],
  ])("is short: %d as %s", (value, text) => {
    expect(shortAmount(value)).toBe(text);
  });

  it.each([
    [9999, {}],
    [10_000, { format: "~s" }],
    [-10_000, { format: "~s" }],
  ])("up to %d has ticks %j", (largest, ticks) => {
    expect(shortTicks(largest)).toEqual(ticks);
  });

  it.each([
    [999.9, "999.9000"],
    [1000, "1,000"],
    [-1234.5, "-1,234"],
    [0.12345, "0.1235"],
  ])("of an error is %d as %s", (value, text) => {
    expect(errorAmount(value)).toBe(text);
  });
});
