import type { FastifyRequest } from "fastify";
import { Kind, type OperationDefinitionNode } from "graphql";

/** Records the operation for the log, the metrics and the trace. */
export function noteOperation(
  request: Pick<FastifyRequest, "operationName" | "rootField">,
  operation: OperationDefinitionNode,
): void {
  request.operationName = operation.name?.value;
  request.rootField = rootFieldOf(operation);
}

const known = new WeakMap<OperationDefinitionNode, string>();

/**
 * Name of the operation's root field, or "several". Unlike operation names, which clients choose, there are few of them, so it can label
 * metrics.
 *
 * @param operation - a validated operation
 */
function rootFieldOf(operation: OperationDefinitionNode): string {
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
