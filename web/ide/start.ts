/** What the IDE starts with. */
export interface Start {
  readonly query: string;
  /** JSON. */
  readonly variables: string | undefined;
  /** Whether a link gave the query; otherwise it is the example. */
  readonly isLinked: boolean;
}

/**
 * The query of the link that led here, or else the example. The link has it in the fragment, which browsers send to no server:
 * `graphql#query=…&variables=…`.
 */
export function startOf(hash: string, example: string): Start {
  const link = new URLSearchParams(hash.slice(1));
  const query = link.get("query");
  return { query: query ?? example, variables: link.get("variables") ?? undefined, isLinked: query !== null };
}
