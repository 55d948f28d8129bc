import type { TypedDocumentString } from "./gql/graphql";

/** One error of a GraphQL answer, as this server gives it. */
export interface ServerError {
  readonly message: string;
  readonly extensions?: {
    readonly code?: string;
    /** The bad values of the input, each with its path. */
    readonly fields?: readonly { readonly path: string; readonly message: string }[];
  };
}

/** The server answered, but not with data. */
export class OperationError extends Error {
  constructor(readonly errors: readonly ServerError[]) {
    super(errors.map((error) => error.message).join("\n"));
  }
}

/**
 * Runs a generated operation against a server. The types of the variables and of the result are the operation's own.
 *
 * @throws OperationError where the server reports errors
 */
export async function execute<Result, Variables>(
  url: string,
  operation: TypedDocumentString<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: operation.toString(), variables }),
  });
  const { data, errors } = (await response.json()) as { data?: Result; errors?: ServerError[] };
  if (errors || !data) throw new OperationError(errors ?? [{ message: `HTTP status ${response.status}` }]);
  return data;
}
