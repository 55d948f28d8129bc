import { Kind, type OperationDefinitionNode, parse } from "graphql";
import { noteOperation } from "../../../../src/graphql/note-operation";

function operation(text: string): OperationDefinitionNode {
  const [definition] = parse(text).definitions;
  if (definition.kind !== Kind.OPERATION_DEFINITION) throw new Error(definition.kind);
  return definition;
}

function noted(parsed: OperationDefinitionNode) {
  const request: Parameters<typeof noteOperation>[0] = { operationName: undefined, rootField: undefined };
  noteOperation(request, parsed);
  return request;
}

it("when an operation has a name, then it is noted", () => {
  expect(noted(operation("query Mine { models { name } }")).operationName).toBe("Mine");
  expect(noted(operation("{ models { name } }")).operationName).toBeUndefined();
});

it.each([
  ["query Mine { predictHousePrice { a } }", "predictHousePrice"],
  ["{ mine: models { name } }", "models"],
  ["{ a: models { name } b: models { name } }", "models"],
  ["{ models { name } modelInfo { name } }", "several"],
  ["{ ...F } fragment F on Query { models { name } }", "several"],
  ["{ ... { models { name } } }", "several"],
])("when the operation is %s, then it is counted as %s", (text, name) => {
  const parsed = operation(text);
  for (const request of [noted(parsed), noted(parsed)]) expect(request.rootField).toBe(name);
});
