import { getMetadataStorage } from "type-graphql";

/**
 * Runs `define` with a copy of what type-graphql knows, so that the classes that it decorates are forgotten afterwards. The
 * types of one table can then never get into the schema of another, and no memory is kept for them.
 */
export function withOwnMetadata<Result>(define: () => Result): Result {
  const shared = getMetadataStorage();
  globalThis.TypeGraphQLMetadataStorage = shared.clone();
  try {
    return define();
  } finally {
    globalThis.TypeGraphQLMetadataStorage = shared;
  }
}
