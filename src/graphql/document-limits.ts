import type { ApolloServerPlugin } from "@apollo/server";
import { maxAliasesRule } from "@escape.tech/graphql-armor-max-aliases";
import { maxDepthRule } from "@escape.tech/graphql-armor-max-depth";
import { maxDirectivesRule } from "@escape.tech/graphql-armor-max-directives";
import { GraphQLError, type ValidationContext, type ValidationRule } from "graphql";
import { ERROR_CODES, type ErrorCode } from "../../model/errors";
import type { Config } from "../config";

/**
 * A short document can ask for a lot of work. These limits are validation rules, so they are checked once per distinct document and
 * before execution. The number of tokens, which graphql-js limits while parsing (`parseOptions.maxTokens`), bounds the cost of validation
 * itself.
 */

/** Per operation. The schema only has `@include` and `@skip`. */
const MAX_DIRECTIVES = 50;

type Limits = Pick<Config, "MAX_QUERY_DEPTH" | "MAX_QUERY_ALIASES">;

/** Validation rules for depth, aliases and directives, in addition to those of the GraphQL specification. */
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

/** By default the rules throw, which ends validation with an internal error; here they report the error. */
function refusal(code: ErrorCode, message: string) {
  const report = (context: ValidationContext | null) =>
    context?.reportError(new GraphQLError(message, { extensions: { code } }));
  return { propagateOnRejection: false, onReject: [report] };
}

/**
 * Sets the error codes of these limits, which Apollo would replace by those of the phase, and a code for refusals without one, which
 * would look like server errors.
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

/** The message of graphql-js (`Parser.advanceLexer`), which has no code. */
const TOO_MANY_TOKENS = /^Syntax Error: Document contains more that \d+ tokens\./;

/** The message of graphql-js after 50 invalid values (`getVariableValues`), which has no code. */
const TOO_MANY_BAD_VALUES = /^Too many errors processing variables/;

function codeOfRefusal({ message, extensions: { http } }: GraphQLError): ErrorCode | undefined {
  if (TOO_MANY_BAD_VALUES.test(message)) return "BAD_USER_INPUT";
  // For example, a persisted query whose hash does not match its text.
  return typeof http === "object" && http && "status" in http && http.status === 400
    ? "BAD_REQUEST"
    : undefined;
}

function codeOfRule({ originalError }: GraphQLError): string | undefined {
  const code = originalError instanceof GraphQLError ? originalError.extensions.code : undefined;
  return typeof code === "string" && code in ERROR_CODES ? code : undefined;
}
