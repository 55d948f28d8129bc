import type { ApolloServerPlugin } from "@apollo/server";
import { type GraphQLError, isValueNode } from "graphql";
import type { ErrorCode } from "../../model/errors";

/**
 * Gives argument errors found during execution the code `BAD_USER_INPUT`: a nullable variable is null where a non-null argument is
 * required, as in `interval(coverage: $coverage)` or `@skip(if: $skip)`. graphql-js sets no code, and Apollo reports errors without a code
 * as internal server errors.
 */
export const argumentErrorsPlugin: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async didEncounterErrors({ errors }) {
        for (const error of errors) {
          if (isAboutArgument(error)) error.extensions.code ??= "BAD_USER_INPUT" satisfies ErrorCode;
        }
      },
    };
  },
};

/** graphql-js locates these errors at the value of the argument, and errors of resolvers at the field. */
function isAboutArgument({ nodes }: GraphQLError): boolean {
  const node = nodes?.[0];
  return node !== undefined && isValueNode(node);
}
