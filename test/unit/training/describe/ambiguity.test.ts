import { dateAmbiguity, decimalAmbiguity } from "../../../../training/describe/ambiguity";
import { datesOf, numbersWith, profileOf } from "../../../support/profiles";

describe("an ambiguous date", () => {
  const [dayFirst, monthFirst] = [datesOf("%d/%m/%Y"), datesOf("%m/%d/%Y")];

  it("is the first cell that two orders read as different days", () => {
    const profile = profileOf(["unclear", "5/5/2016", "3/4/2016", "4/3/2016"]);

    expect(dateAmbiguity(profile, dayFirst, monthFirst)).toEqual({
      example: { line: 4, text: "3/4/2016" },
      meanings: ["day/month/year (--dates dmy)", "month/day/year (--dates mdy)"],
    });
  });

  it("is not a cell that the first order cannot read", () => {
    const profile = profileOf(["1/13/2016", "3/4/2016"]);

    expect(dateAmbiguity(profile, dayFirst, monthFirst).example.line).toBe(3);
  });

  it("is the first cell where all days are the same in both orders", () => {
    const profile = profileOf(["5/5/2016", "6/6/2016"]);

    expect(dateAmbiguity(profile, dayFirst, monthFirst).example.line).toBe(2);
  });
});

describe("an ambiguous number", () => {
  it("has both its values, with the option for each", () => {
    const profile = profileOf(["n", "1,234"]);

    expect(decimalAmbiguity(profile, numbersWith(","), numbersWith(".", ","))).toEqual({
      example: { line: 3, text: "1,234" },
      meanings: ["1.234 (--decimal comma)", "1234 (--decimal point)"],
    });
  });

  it("is read without the currency beside it", () => {
    const { example, meanings } = decimalAmbiguity(
      profileOf(["$1,234"]),
      numbersWith(".", ","),
      numbersWith(","),
    );

    expect([example.text, ...meanings]).toEqual([
      "$1,234",
      "1234 (--decimal point)",
      "1.234 (--decimal comma)",
    ]);
  });
});
