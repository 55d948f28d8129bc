import { Kind, type OperationDefinitionNode } from "graphql";

const known = new WeakMap<OperationDefinitionNode, string>();

/**
 * What an operation asks for, as a name of which there are few: its root field, or "several". Names of operations are the
 * client's to choose, and could be any number.
 *
 * @param operation - one that was validated, so that its root fields are the schema's
 */
export function rootFieldOf(operation: OperationDefinitionNode): string {
  let name = known.get(operation);
  if (name === undefined) {
    const fields = operation.selectionSet.selections.map((selection) =>
      selection.kind === Kind.FIELD ? selection.name.value : "several",
    );
    name = new Set(fields).size === 1 ? fields[0] : "several";
    known.set(operation, name);
  }
  return name;
}
