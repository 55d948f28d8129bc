import type { ApolloServerPlugin } from "@apollo/server";
import { type ASTNode, BREAK, type DocumentNode, type GraphQLError, Kind, visit } from "graphql";

/**
 * Adds `extensions.fields: [{ path, message }]` where GraphQL itself refuses a value of the input (a wrong type, a
 * missing or an unknown field), so that clients find every bad field in the same place.
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

/** Where in the operation's input the refused value stands, such as `input.rooms`. */
function inputPath(error: GraphQLError, document: DocumentNode | undefined): string | undefined {
  const { message, nodes } = error;
  // graphql-js tells the path of a bad variable value in its message alone (execution/values.ts).
  const variable = /^Variable "\$(\w+)"/.exec(message)?.[1];
  if (variable) {
    const path = / at "([^"]+)"; /.exec(message)?.[1] ?? variable;
    const field = /Field "(\w+)" (?:of required type|is not defined)/.exec(message)?.[1];
    return field ? `${path}.${field}` : path;
  }
  const argument = /argument "(\w+)" of type "[^"]+" is required/.exec(message)?.[1];
  if (argument) return argument;
  const path = document && nodes?.[0] && literalPath(document, nodes[0]);
  // A missing field has no node of its own: the error stands at the object that lacks it.
  const missing = /Field "(?:\w+\.)?(\w+)" of required type/.exec(message)?.[1];
  return path && missing ? `${path}.${missing}` : path;
}

/** Path of a literal, from its argument on; nothing where `node` is not part of an argument. */
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
