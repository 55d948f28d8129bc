import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import { unwrapResolverError } from "@apollo/server/errors";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import type { FastifyBaseLogger } from "fastify";
import type { GraphQLFormattedError, GraphQLSchema } from "graphql";
import type { Config } from "../config";
import { argumentErrorsPlugin } from "./argument-errors";
import type { FastPath } from "./compiled/fast-path";
import { documentLimitCodes, documentLimitRules } from "./document-limits";
import { DocumentStore } from "./document-store";
import { fieldPathsPlugin } from "./field-paths";
import { boundError, MAX_ERRORS } from "./guards/bounded-error";
import type { Guards } from "./guards/guards";
import { guardsPlugin } from "./guards/guards-plugin";
import { KnownOperationTypesRule } from "./known-operation-types";
import { noteOperation } from "./note-operation";
import type { RequestContext } from "./request-context";
import { persistedQueries, type Safelist } from "./safelist";

export interface ApolloParts {
  readonly guards: Guards;
  /** Called with the code of each error in a response. */
  readonly countError: (code: string) => void;
  readonly safelist: Safelist | undefined;
  readonly fastPath: FastPath | undefined;
}

/** Creates Apollo Server; options not set here keep their defaults, such as CSRF prevention. */
export function createApollo(
  schema: GraphQLSchema,
  config: Config,
  logger: FastifyBaseLogger,
  { guards, countError, safelist, fastPath }: ApolloParts,
): ApolloServer<RequestContext> {
  return new ApolloServer<RequestContext>({
    schema,
    logger,
    ...persistedQueries(safelist),
    parseOptions: { maxTokens: config.MAX_QUERY_TOKENS },
    validationRules: [KnownOperationTypesRule, ...documentLimitRules(config)],
    validationOptions: { maxErrors: MAX_ERRORS },
    executionOptions: { maxCoercionErrors: MAX_ERRORS },
    documentStore: new DocumentStore(),
    introspection: config.INTROSPECTION,
    // Without introspection, errors must not reveal names by "Did you mean …" either.
    hideSchemaDetailsFromClientErrors: !config.INTROSPECTION,
    includeStacktraceInErrorResponses: false,
    // src/serve.ts handles shutdown, and drains first.
    stopOnTerminationSignals: false,
    formatError: (formatted, error) => {
      const { code } = formatted.extensions ?? {};
      if (typeof code === "string") countError(code);
      return boundError(maskInternalError(formatted, error, logger));
    },
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      // It would wrap every field; the route decides what may be cached.
      ApolloServerPluginCacheControlDisabled(),
      // It serves federated tracing and would be loaded at startup to find out that it is not needed.
      ApolloServerPluginInlineTraceDisabled(),
      documentLimitCodes(config),
      guardsPlugin(guards),
      argumentErrorsPlugin,
      fieldPathsPlugin,
      operationNamePlugin,
      ...(fastPath ? [fastPath.plugin] : []),
    ],
  });
}

const operationNamePlugin: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ contextValue, operation }) {
        if (operation) noteOperation(contextValue.request, operation);
      },
    };
  },
};

/** Unexpected errors may reveal internals: they are logged, and the caller gets only a code. */
function maskInternalError(
  formatted: GraphQLFormattedError,
  error: unknown,
  logger: FastifyBaseLogger,
): GraphQLFormattedError {
  if (formatted.extensions?.code !== "INTERNAL_SERVER_ERROR") return formatted;
  logger.error({ err: unwrapResolverError(error) }, "resolver failed");
  return {
    ...formatted,
    message: "The server failed.",
    extensions: { code: "INTERNAL_SERVER_ERROR" },
  };
}
