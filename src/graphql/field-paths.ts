import type { ApolloServerPlugin } from "@apollo/server";
import { type ASTNode, BREAK, type DocumentNode, type GraphQLError, Kind, visit } from "graphql";

/**
 * Adds `extensions.fields: [{ path, message }]` to GraphQL's own input errors (wrong type, missing or unknown field), so that clients
 * find all invalid fields in the same place.
 */
export const fieldPathsPlugin: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async didEncounterErrors({ document, errors }) {
        for (const error of errors) {
          const path = inputPath(error, document);
          if (path) error.extensions.fields ??= [{ path, message: error.message }];
        }
      },
    };
  },
};

/** Other messages about a variable, such as that it is not used, are about the text of the query. */
const REFUSED_VARIABLE = /^Variable "\$(\w+)" (?:got invalid value|of (?:required|non-null) type) /;

/** Path of the refused value in the input, such as `input.rooms`. */
function inputPath(error: GraphQLError, document: DocumentNode | undefined): string | undefined {
  const { message, nodes } = error;
  // graphql-js gives the path of an invalid variable value only in the message (execution/values.ts).
  const variable = REFUSED_VARIABLE.exec(message)?.[1];
  if (variable) {
    const path = / at "([^"]+)"; /.exec(message)?.[1] ?? variable;
    const field = /Field "(\w+)" (?:of required type|is not defined)/.exec(message)?.[1];
    return field ? `${path}.${field}` : path;
  }
  const argument = /argument "(\w+)" of type "[^"]+" is required/.exec(message)?.[1];
  if (argument) return argument;
  const path = document && nodes?.[0] && literalPath(document, nodes[0]);
  // A missing field has no node: the error is located at the object that lacks it.
  const missing = /Field "(?:\w+\.)?(\w+)" of required type/.exec(message)?.[1];
  return path && missing ? `${path}.${missing}` : path;
}

/** Path of a literal from its argument; empty if `node` is not inside an argument. */
function literalPath(document: DocumentNode, node: ASTNode): string | undefined {
  let path: string | undefined;
  visit(document, {
    enter(current, _key, parent, keys, ancestors) {
      if (current !== node || !parent) return undefined;
      const lineage = [...ancestors, parent, current];
      path = lineage.map((place, depth) => pathStep(place, lineage[depth - 2], keys[depth - 1])).join("");
      return BREAK;
    },
  });
  return path || undefined;
}

type Place = ASTNode | readonly ASTNode[];

function pathStep(place: Place, grandparent: Place | undefined, key: string | number | undefined): string {
  if (grandparent && "kind" in grandparent && grandparent.kind === Kind.LIST) return `[${key}]`;
  if (!("kind" in place)) return "";
  if (place.kind === Kind.ARGUMENT) return place.name.value;
  return place.kind === Kind.OBJECT_FIELD ? `.${place.name.value}` : "";
}
