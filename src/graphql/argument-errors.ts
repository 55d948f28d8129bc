import type { ApolloServerPlugin } from "@apollo/server";
import type { ErrorCode } from "../../model/errors";

/**
 * What graphql-js says while it executes, where a variable that may be null stands for an argument that may not, as in
 * `interval(coverage: $coverage)` or `@skip(if: $skip)` (`getArgumentValues` in execution/values.ts).
 */
const REFUSED_ARGUMENT = /^Argument "\w+" (?:of (?:required|non-null) type "|has invalid value )/;

/**
 * Gives the code `BAD_USER_INPUT` to errors of arguments that graphql-js finds while it executes. It gives them none, and
 * Apollo takes an error without a code for a failure of the server.
 */
export const argumentErrorsPlugin: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async didEncounterErrors({ errors }) {
        for (const error of errors) {
          if (error.extensions.code !== undefined || !REFUSED_ARGUMENT.test(error.message)) continue;
          error.extensions.code = "BAD_USER_INPUT" satisfies ErrorCode;
        }
      },
    };
  },
};
