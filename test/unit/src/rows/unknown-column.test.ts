import { describeUnknownColumn, shownName } from "../../../../src/rows/unknown-column";
import { tableOf } from "../../../support/every-type";

const tableWith = (columns: number) =>
  tableOf(Array.from({ length: columns }, (_, i) => ({ name: `c${i}`, type: "number" })));

it("a name is shown up to a hundred characters", () => {
  const [fits, long] = ["x".repeat(100), "x".repeat(101)];
  expect([shownName(""), shownName(fits), shownName(long)]).toEqual(["", fits, `${fits}…`]);
});

describe("of an unknown column", () => {
  it("a message says its name and those that there are", () => {
    expect(describeUnknownColumn(tableWith(2), "c2")).toBe("There is no column c2. There are c0, c1.");
    expect(describeUnknownColumn(tableWith(1), "y".repeat(200))).toBe(
      `There is no column ${"y".repeat(100)}…. There are c0.`,
    );
  });

  it("a message lists fifty names, and counts the others", () => {
    expect(describeUnknownColumn(tableWith(50), "x")).toMatch(/, c48, c49\.$/);
    expect(describeUnknownColumn(tableWith(53), "x")).toMatch(/, c48, c49 and 3 more\.$/);
  });
});
