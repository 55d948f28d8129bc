import { currencyName, findCurrency, isCurrencyCode } from "../../../../training/describe/currency";
import { profileOf } from "../../../support/profiles";

describe("the currency of a column", () => {
  it.each([
    ["price_eur", "EUR"],
    ["Price (USD)", "USD"],
    ["Preis in €", "EUR"],
    ["Price £", "GBP"],
    ["₹ price", "INR"],
    ["price", undefined],
    ["$ price", undefined],
    ["all prices", undefined],
    ["top try", undefined],
    ["gel or lak", undefined],
    ["top price in chf", "CHF"],
  ])("named %j is %s", (name, code) => {
    expect(findCurrency(name, profileOf(["1", "2"]))).toBe(code);
  });

  it("is the one beside most numbers, whatever the name says", () => {
    const profile = profileOf(["€5", "£1", "£2"]);

    expect(findCurrency("price_usd", profile)).toBe("GBP");
  });

  it("is unknown where the cells have a sign of several currencies", () => {
    expect(findCurrency("price_usd", profileOf(["$5", "$6"]))).toBeUndefined();
  });
});

describe("a code of a currency", () => {
  it.each([
    ["EUR", true],
    ["eur", false],
    ["XYZ", false],
  ])("%s is one: %s", (code, is) => {
    expect(isCurrencyCode(code)).toBe(is);
  });

  it.each([
    ["AUD", "Australian dollars"],
    ["EUR", "euros"],
    ["GBP", "British pounds"],
  ])("%s has the name %s", (code, name) => {
    expect(currencyName(code)).toBe(name);
  });
});
