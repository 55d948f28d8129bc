import { Command } from "commander";
import {
  addTableOptions,
  parseList,
  type TableArguments,
  toDescribeOptions,
} from "../../../cli/table-options";

function optionsOf(...args: string[]) {
  const command = addTableOptions(new Command())
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  command.parse(args, { from: "user" });
  return toDescribeOptions(command.opts<TableArguments>());
}

describe("the options that describe a table", () => {
  it("are nothing if they are left out", () => {
    expect(optionsOf()).toEqual({});
  });

  it.each([
    [["--delimiter", "tab"], { delimiter: "\t" }],
    [["--delimiter", ";"], { delimiter: ";" }],
    [["--decimal", "point"], { decimalChar: "." }],
    [["--decimal", "comma"], { decimalChar: "," }],
    [["--dates", "dmy"], { dayFirst: true }],
    [["--dates", "mdy"], { dayFirst: false }],
    [["--missing", "NA,?"], { missing: ["NA", "?"] }],
    [["--ignore", "id", "--ignore", "note"], { ignored: ["id", "note"] }],
    [["--categories", "zone"], { categories: ["zone"] }],
    [["--currency", "usd"], { currency: "USD" }],
  ])("%j are %j", (args, options) => {
    expect(optionsOf(...args)).toEqual(options);
  });

  it.each([
    ["--delimiter", "x", 'Expected ",", ";", "|" or "tab".'],
    ["--delimiter", "", 'Expected ",", ";", "|" or "tab".'],
    ["--currency", "dollars", "Expected an ISO 4217 code, such as USD or EUR."],
  ])("%s %j is refused", (option, value, message) => {
    expect(() => optionsOf(option, value)).toThrow(message);
  });
});

it.each([
  ["a", ["a"]],
  [" a , b ", ["a", "b"]],
  ["a\\, b,c", ["a, b", "c"]],
  ["", [""]],
])("the list %j is %j", (text, list) => {
  expect(parseList(text)).toEqual(list);
  expect(parseList(text, ["before"])).toEqual(["before", ...list]);
});
