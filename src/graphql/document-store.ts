import type { DocumentNode } from "graphql";
import { LRUCache } from "lru-cache";

/** Maximum total length of stored documents. A parsed document takes about 130 times the memory of its text, so this is about 17 MB. */
const MAX_CHARACTERS = 128 * 1024;

/** Larger documents usually contain literal values and are not repeated. */
const MAX_OF_ONE = MAX_CHARACTERS / 8;

/**
 * The parsed and validated documents that were last used.
 *
 * Apollo's own store estimates size by JSON, without tokens: at 30 MiB by its count the process has grown by 500 MB, which any client can
 * cause with documents that differ in a name.
 */
export class DocumentStore {
  private readonly documents = new LRUCache<string, DocumentNode>({
    maxSize: MAX_CHARACTERS,
    maxEntrySize: MAX_OF_ONE,
    sizeCalculation: sizeOf,
  });

  async get(key: string): Promise<DocumentNode | undefined> {
    return this.documents.get(key);
  }

  async set(key: string, document: DocumentNode): Promise<void> {
    this.documents.set(key, document);
  }

  async delete(key: string): Promise<boolean> {
    return this.documents.delete(key);
  }
}

/** In characters; a document without its source is too large. */
function sizeOf({ loc }: DocumentNode): number {
  return loc?.source.body.length ?? MAX_OF_ONE + 1;
}
