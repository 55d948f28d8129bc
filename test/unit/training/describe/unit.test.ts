import { findUnit, withoutUnit } from "../../../../training/describe/unit";
import { profileOf } from "../../../support/profiles";

describe("the unit of a column", () => {
  it.each([
    ["Area (m²)", "m²"],
    ["Area [ sq ft ] ", "sq ft"],
    ["Area (tatami) total", undefined],
    ["Area (2 rooms)", undefined],
    [`Area (${"x".repeat(31)})`, "x".repeat(31)],
    [`Area (${"x".repeat(32)})`, undefined],
    ["sqft_living", "square feet"],
    ["living_sqft15", "square feet"],
    ["GarageSF", "square feet"],
    ["area_ft2", "square feet"],
    ["area m2", "square metres"],
    ["area sqm", "square metres"],
    ["Wohnfläche qm", "square metres"],
    ["km to school", "kilometres"],
    ["acres", "acres"],
    ["rooms", undefined],
  ])("named %j is %s", (name, unit) => {
    expect(findUnit(name, profileOf(["1", "2"]))).toBe(unit);
  });

  it("is the one beside its numbers, whatever the name says", () => {
    expect(findUnit("Area (sq ft)", profileOf(["85 m²", "7 m²"]))).toBe("m²");
  });

  it("is not the currency beside its numbers", () => {
    expect(findUnit("price", profileOf(["€5", "€7"]))).toBeUndefined();
    expect(findUnit("price (per acre)", profileOf(["€5", "€7"]))).toBe("per acre");
  });
});

describe("a name without its unit", () => {
  it.each([
    ["Area (m²)", "Area"],
    ["Area [m2]  ", "Area"],
    ["(m²)", "(m²)"],
    ["Area", "Area"],
    ["Area (m²) total", "Area (m²) total"],
  ])("of %j is %j", (name, rest) => {
    expect(withoutUnit(name)).toBe(rest);
  });
});
