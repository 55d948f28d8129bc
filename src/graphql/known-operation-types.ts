import { type ASTVisitor, GraphQLError, type ValidationContext } from "graphql";

/**
 * Refuses an operation of a kind that the schema does not have, such as a mutation. graphql-js 16 finds this out when
 * it executes the document, as an error without a code, which would look like a failure of the server.
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
