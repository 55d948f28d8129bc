import { acceptableValue } from "../../../../model/table/acceptable-value";
import { isAcceptable } from "../../../../model/table/domain";
import { tableOf } from "../../../support/every-type";

const acceptedBy = (field: object) => {
  const [column] = tableOf([{ name: "x", type: "number", ...field }]).features;
  const value = acceptableValue(column);
  expect(column.kind === "category" || isAcceptable(value, column.domain)).toBe(true);
  return value;
};

describe("a value that a column accepts", () => {
  it.each([
    ["its example", { example: 7 }, 7],
    ["1 where that will do", {}, 1],
    ["its least", { constraints: { minimum: 5 } }, 5],
    ["its greatest", { constraints: { maximum: -5 } }, -5],
    [
      "0 between two bounds that are outside",
      { constraints: { exclusiveMinimum: -1, exclusiveMaximum: 1 } },
      0,
    ],
    ["the first category", { type: "string", constraints: { enum: ["a", "b"] }, example: "b" }, 0],
  ])("is %s", (_what, field, value) => {
    expect(acceptedBy(field)).toBe(value);
  });
});
