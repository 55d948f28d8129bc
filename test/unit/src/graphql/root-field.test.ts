import { Kind, type OperationDefinitionNode, parse } from "graphql";
import { rootFieldOf } from "../../../../src/graphql/root-field";

function operation(text: string): OperationDefinitionNode {
  const [definition] = parse(text).definitions;
  if (definition.kind !== Kind.OPERATION_DEFINITION) throw new Error(definition.kind);
  return definition;
}

it.each([
  ["query Mine { predictHousePrice { a } }", "predictHousePrice"],
  ["{ mine: models { name } }", "models"],
  ["{ a: models { name } b: models { name } }", "models"],
  ["{ models { name } modelInfo { name } }", "several"],
  ["{ ...F } fragment F on Query { models { name } }", "several"],
  ["{ ... { models { name } } }", "several"],
])("when the operation is %s, then it is counted as %s", (text, name) => {
  const parsed = operation(text);
  expect(rootFieldOf(parsed)).toBe(name);
  expect(rootFieldOf(parsed)).toBe(name);
});
