import fc from "fast-check";
import { currencyOf, isCurrency, splitAmount } from "../../../../training/describe/affix";

describe("an amount", () => {
  it.each([
    ["$1,200.50", "1,200.50", "$"],
    ["$ 1,200.50", "1,200.50", "$"],
    ["-€5", "-5", "€"],
    ["€-5", "-5", "€"],
    ["+ 5 EUR", "+5", "EUR"],
    ["1 234 EUR", "1 234", "EUR"],
    ["85 m²", "85", "m²"],
    ["85m2", "85", "m2"],
    ["7.5%", "7.5", "%"],
    [".5 ac", ".5", "ac"],
    ["3 rooms", "3", "rooms"],
    ["1 room", "1", "room"],
    ["1 mile", "1", "mile"],
    ["900 sq. ft.", "900", "sq. ft."],
    ["us$ 12", "12", "us$"],
    [`€${"1".repeat(59)}`, "1".repeat(59), "€"],
  ])("in %j is %j with %j beside it", (text, number, affix) => {
    expect(splitAmount(text)).toEqual({ number, affix });
  });

  it.each([
    ["a number alone", "1200"],
    ["an unknown unit", "5 apples"],
    ["an unknown sign before it", "No. 5"],
    ["a unit before it", "m² 5"],
    ["a currency before it and a unit after it", "€5 m²"],
    ["two numbers", "5 m² 6"],
    ["no number", "EUR"],
    ["more than sixty characters", `€${"1".repeat(60)}`],
  ])("is not in a text with %s", (_what, text) => {
    expect(splitAmount(text)).toBeUndefined();
  });

  it("keeps each number that stands before a unit", () => {
    const number = fc.double({ min: 0, max: 1e9, noNaN: true }).map((value) => value.toFixed(2));
    const unit = fc.constantFrom("m²", "EUR", "%", "sq ft", "km");
    fc.assert(
      fc.property(number, fc.constantFrom("", " "), unit, (value, blank, affix) => {
        expect(splitAmount(value + blank + affix)).toEqual({ number: value, affix });
      }),
    );
  });
});

describe("the currency of an affix", () => {
  it.each([
    ["USD", ["US$", "us $", "usd"]],
    ["AUD", ["A$", "AU$", "AUD"]],
    ["CAD", ["C$", "CA$", "cad"]],
    ["NZD", ["NZ$", "NZD"]],
    ["EUR", ["€", "EUR", "euro"]],
    ["GBP", ["£", "gbp"]],
    ["CHF", ["CHF", "sFr.", "sfr"]],
    ["INR", ["₹", "Rs.", "rs", "INR"]],
    ["PLN", ["zł", "PLN"]],
    ["BRL", ["R$", "BRL"]],
    ["RUB", ["₽", "RUB"]],
    ["KRW", ["₩", "KRW"]],
    ["TRY", ["₺", "TRY"]],
    ["SEK", ["sek"]],
    ["AED", ["Aed"]],
    ["JPY", ["jpy"]],
  ])("is %s for %j", (code, affixes) => {
    expect(affixes.map(currencyOf)).toEqual(affixes.map(() => code));
    expect(affixes.map(isCurrency)).toEqual(affixes.map(() => true));
  });

  it("is unknown for a sign of several currencies", () => {
    expect(["$", "¥"].map(currencyOf)).toEqual([undefined, undefined]);
    expect(["$", "¥", " $ "].map(isCurrency)).toEqual([true, true, true]);
  });

  it("is unknown for anything else", () => {
    expect(["abc", "m²", "", "$$", "xUSD", "USDx"].map(currencyOf)).toEqual(Array(6).fill(undefined));
    expect(["abc", "m²", "", "$$", "xUSD", "USDx"].map(isCurrency)).toEqual(Array(6).fill(false));
  });
});
