import { UNKNOWN_CATEGORY } from "../../../model/table/raw-value";
import { describeType, readJsonValue } from "../../../schema/json-value";
import { EVERY_TYPE, tableOf } from "../../support/every-type";

const { features } = tableOf(EVERY_TYPE);
const column = (apiName: string) => features.filter((each) => each.apiName === apiName)[0];

/** Stands for a missing value. */
const ABSENT = -99;

describe("a value of JSON", () => {
  it.each([
    ["area", 7.5, 7.5],
    ["area", "7.5", undefined],
    ["area", true, undefined],
    ["rooms", 3, 3],
    ["rooms", 3.5, undefined],
    ["rooms", "3", undefined],
    ["built", 1999, 1999],
    ["built", 1999.5, undefined],
    ["garden", true, 1],
    ["garden", false, 0],
    ["garden", 1, undefined],
    ["sold", "1970-01-03", 2],
    ["sold", "1970-02-30", undefined],
    ["sold", "03/01/1970", undefined],
    ["sold", "1970-01-03T00:00:00Z", undefined],
    ["sold", 2, undefined],
    ["style", "semi-detached", 1],
    ["style", "castle", undefined],
    ["style", 1, undefined],
    ["place", "Place 7", 7],
    ["place", "Atlantis", UNKNOWN_CATEGORY],
    ["place", "NA", ABSENT],
    ["place", " ", ABSENT],
    ["area", null, ABSENT],
    ["place", undefined, ABSENT],
    ["area", Number.NaN, ABSENT],
  ])("for %s: %j is the number %d", (apiName, value, number) => {
    expect(readJsonValue(value, column(apiName), ABSENT)).toBe(number);
  });

  it.each([
    ["area", "a number"],
    ["rooms", "a whole number"],
    ["built", "a whole number"],
    ["garden", "true or false"],
    ["sold", "a day such as 2024-05-31"],
    ["garage", 'one of the texts "none", "one car", "two cars"'],
  ])("for %s must be %s", (apiName, type) => {
    expect(describeType(column(apiName))).toBe(type);
  });

  it("is one of ten texts, and of more that are counted", () => {
    expect(describeType(column("place"))).toMatch(/"Place 9" and 100 more$/);
    const long = { ...column("garage"), categories: ["x".repeat(200)] };
    expect(describeType(long)).toBe(`one of the texts "${"x".repeat(100)}"`);
  });
});
