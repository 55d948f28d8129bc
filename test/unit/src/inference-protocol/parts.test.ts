import { problem, quoted } from "../../../../src/inference-protocol/parts";

it("a problem has one field, with the same message", () => {
  const found = problem("inputs[0].name", "It must be a string.");
  expect({ ...found }).toEqual({
    message: "It must be a string.",
    fields: [{ path: "inputs[0].name", message: "It must be a string." }],
  });
});

it.each([
  ["price", '"price"'],
  ['a "b"\n', '"a \\"b\\"\\n"'],
  ["", '""'],
  ["x".repeat(101), `"${"x".repeat(100)}…"`],
  [7, "without a name"],
  [undefined, "without a name"],
])("the name %j is shown as %s", (name, shown) => {
  expect(quoted(name)).toBe(shown);
});
