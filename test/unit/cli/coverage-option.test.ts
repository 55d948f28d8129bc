import { InvalidArgumentError } from "commander";
import { parseCoverage } from "../../../cli/coverage-option";

describe("a coverage on the command line", () => {
  it.each([
    ["0.5", 0.5],
    [" 0.9 ", 0.9],
    ["0.99", 0.99],
  ])("may be %j", (text, coverage) => {
    expect(parseCoverage(text)).toBe(coverage);
  });

  it.each(["", " ", "0.49", "0.991", "90 %", "NaN"])("is refused as %j", (text) => {
    expect(() => parseCoverage(text)).toThrow(
      new InvalidArgumentError("Expected a number from 0.5 to 0.99, such as 0.9."),
    );
  });
});
