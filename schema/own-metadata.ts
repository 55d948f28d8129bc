import { getMetadataStorage } from "type-graphql";

/**
 * Runs `define` with a copy of type-graphql's global metadata, which is restored afterwards, so that types of one table never get into
 * the schema of another, and are not kept in memory.
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
