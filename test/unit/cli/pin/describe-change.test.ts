import { describeChange } from "../../../../cli/pin/describe-change";

it.each([
  [{ before: 1, after: 1 }, "linear is still served by linear@1."],
  [{ before: 1, after: 2 }, "linear is now served by linear@2, before by linear@1."],
  [{ before: undefined, after: 2 }, "linear is now served by linear@2."],
])("the change %j is told", (change, text) => {
  expect(describeChange("linear", change)).toBe(text);
});
