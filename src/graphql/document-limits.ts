import type { ApolloServerPlugin } from "@apollo/server";
import { maxAliasesRule } from "@escape.tech/graphql-armor-max-aliases";
import { maxDepthRule } from "@escape.tech/graphql-armor-max-depth";
import { maxDirectivesRule } from "@escape.tech/graphql-armor-max-directives";
import { GraphQLError, type ValidationContext, type ValidationRule } from "graphql";
import { ERROR_CODES, type ErrorCode } from "../../model/errors";
import type { Config } from "../config";

/**
 * A document can ask for far more work than its length suggests. These limits are rules of validation, so they are
 * checked once for each distinct document, before anything of it is executed; the number of tokens, which graphql-js
 * counts while it parses (`parseOptions.maxTokens`), bounds the cost of validation itself.
 */

/** Most directives of an operation. The schema has only `@include` and `@skip`; nobody needs many. */
const MAX_DIRECTIVES = 50;

type Limits = Pick<Config, "MAX_QUERY_DEPTH" | "MAX_QUERY_ALIASES">;

/** The rules for depth, aliases and directives, to be added to those of the GraphQL specification. */
export function documentLimitRules({ MAX_QUERY_DEPTH, MAX_QUERY_ALIASES }: Limits): ValidationRule[] {
  return [
    maxDepthRule({
      n: MAX_QUERY_DEPTH,
      flattenFragments: true,
      ...refusal("QUERY_TOO_DEEP", `The query nests more than ${MAX_QUERY_DEPTH} levels of fields.`),
    }),
    maxAliasesRule({
      n: MAX_QUERY_ALIASES,
      allowList: [],
      ...refusal(
        "QUERY_TOO_MANY_ALIASES",
        `The query has more than ${MAX_QUERY_ALIASES} aliases; send many rows with predictHousePrices.`,
      ),
    }),
    maxDirectivesRule({
      n: MAX_DIRECTIVES,
      ...refusal("QUERY_TOO_MANY_DIRECTIVES", `The query has more than ${MAX_DIRECTIVES} directives.`),
    }),
  ];
}

/** As shipped the rules throw, which ends validation in an internal error; so the error is reported instead. */
function refusal(code: ErrorCode, message: string) {
  const report = (context: ValidationContext | null) =>
    context?.reportError(new GraphQLError(message, { extensions: { code } }));
  return { propagateOnRejection: false, onReject: [report] };
}

/**
 * Gives the errors of these limits their own codes, in place of those that Apollo gives to all errors of a phase; and a
 * code to refusals that have none, which would pass for failures of the server.
 */
export function documentLimitCodes({
  MAX_QUERY_TOKENS,
}: Pick<Config, "MAX_QUERY_TOKENS">): ApolloServerPlugin {
  return {
    async requestDidStart() {
      return {
        async didEncounterErrors({ errors }) {
          for (const error of errors) {
            if (TOO_MANY_TOKENS.test(error.message)) {
              error.message = `The query has more than ${MAX_QUERY_TOKENS} tokens; send its values as variables.`;
              error.extensions.code = "QUERY_TOO_LONG" satisfies ErrorCode;
            } else if (error.extensions.validationErrorCode === "INTROSPECTION_DISABLED") {
              error.message =
                "Introspection is off. Read schema/schema.graphql, or start the server with INTROSPECTION=true.";
            } else if (error.extensions.code === "GRAPHQL_VALIDATION_FAILED") {
              error.extensions.code = codeOfRule(error) ?? error.extensions.code;
            } else {
              error.extensions.code ??= codeOfRefusal(error);
            }
          }
        },
      };
    },
  };
}

/** What graphql-js says (`Parser.advanceLexer`); it has no code. */
const TOO_MANY_TOKENS = /^Syntax Error: Document contains more that \d+ tokens\./;

/** What graphql-js says after 50 bad values (`getVariableValues`); it has no code either. */
const TOO_MANY_BAD_VALUES = /^Too many errors processing variables/;

function codeOfRefusal({ message, extensions: { http } }: GraphQLError): ErrorCode | undefined {
  if (TOO_MANY_BAD_VALUES.test(message)) return "BAD_USER_INPUT";
  // Such as a persisted query whose hash is not that of its text.
  return typeof http === "object" && http && "status" in http && http.status === 400
    ? "BAD_REQUEST"
    : undefined;
}

function codeOfRule({ originalError }: GraphQLError): string | undefined {
  const code = originalError instanceof GraphQLError ? originalError.extensions.code : undefined;
  return typeof code === "string" && code in ERROR_CODES ? code : undefined;
}
