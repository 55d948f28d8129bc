import type { ApolloServerPlugin } from "@apollo/server";
import type { ErrorCode } from "../../model/errors";

/**
 * The message of graphql-js (`getArgumentValues` in execution/values.ts) if a nullable variable is null where a non-null argument is
 * required, as in `interval(coverage: $coverage)` or `@skip(if: $skip)`.
 */
const REFUSED_ARGUMENT = /^Argument "\w+" (?:of (?:required|non-null) type "|has invalid value )/;

/**
 * Gives argument errors found during execution the code `BAD_USER_INPUT`. graphql-js sets none, and Apollo reports errors without a code
 * as internal server errors.
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
