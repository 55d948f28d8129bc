import { type ASTVisitor, GraphQLError, type ValidationContext } from "graphql";

/**
 * Refuses operations of a kind that the schema does not have, such as mutations. graphql-js 16 only finds out during execution, with an
 * error without a code, which would look like a server error.
 *
 * Source: https://spec.graphql.org/draft/#sec-Operation-Type-Existence
 */
export function KnownOperationTypesRule(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(node) {
      if (!context.getSchema().getRootType(node.operation)) {
        context.reportError(
          new GraphQLError(`The schema has no ${node.operation} operations.`, { nodes: node }),
        );
      }
    },
  };
}
