import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import type { GraphQLFormattedError, GraphQLSchema } from "graphql";

/** A server whose only plugin is the given one, with root values of the test's own. */
export interface PluginServer {
  readonly plugin: ApolloServerPlugin;
  readonly schema: GraphQLSchema;
  readonly rootValue?: object;
}

/** The errors with which Apollo Server answers an operation; none if it succeeds. */
export async function errorsWithPlugin(
  { plugin, schema, rootValue }: PluginServer,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<readonly GraphQLFormattedError[]> {
  const server = new ApolloServer({
    schema,
    rootValue,
    plugins: [plugin],
    includeStacktraceInErrorResponses: false,
  });
  const { body } = await server.executeOperation({ query, variables });
  if (body.kind !== "single") throw new Error("The answer comes in parts.");
  return body.singleResult.errors ?? [];
}
