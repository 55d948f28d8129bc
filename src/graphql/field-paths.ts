import type { ApolloServerPlugin, GraphQLRequestContext } from "@apollo/server";
import { type GraphQLError, Kind, type VariableDefinitionNode } from "graphql";
import { literalPaths } from "./literal-paths";
import { variablePaths } from "./variable-paths";

/**
 * Adds `extensions.fields: [{ path, message }]` to GraphQL's own input errors (wrong type, missing or unknown field), so that clients
 * find all invalid fields in the same place.
 */
export const fieldPathsPlugin: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async didEncounterErrors(context) {
        for (const [error, path] of inputPaths(context)) {
          error.extensions.fields = [{ path, message: error.message }];
        }
      },
    };
  },
};

/** The path of the refused value in the input, such as `input.rooms`, of each error that has one and does not tell it yet. */
function inputPaths({
  schema,
  document,
  operation,
  request,
  errors = [],
}: GraphQLRequestContext<object>): Map<GraphQLError, string> {
  const located = errors.filter(({ nodes, extensions }) => nodes?.length && !extensions.fields);
  if (!document || located.length === 0) return new Map();
  // The operation is known after validation. Before, errors at the definition of a variable are about the text of the document.
  const ofVariables = operation ? groupByVariable(located) : [];
  if (ofVariables.length === 0) return literalPaths(schema, document, located);
  return new Map(
    ofVariables.flatMap(([definition, refused]) => {
      const paths = variablePaths(schema, definition, request.variables, refused.length);
      return refused.map((error, index): [GraphQLError, string] => [error, paths[index]]);
    }),
  );
}

function groupByVariable(errors: readonly GraphQLError[]): [VariableDefinitionNode, GraphQLError[]][] {
  const groups = new Map<VariableDefinitionNode, GraphQLError[]>();
  for (const error of errors) {
    const node = error.nodes?.[0];
    if (node?.kind !== Kind.VARIABLE_DEFINITION) continue;
    groups.set(node, [...(groups.get(node) ?? []), error]);
  }
  return [...groups];
}
