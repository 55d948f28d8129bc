import type { DocumentNode } from "graphql";

/** Maximum total length of stored documents. A parsed document takes about 130 times the memory of its text, so this is about 17 MB. */
const MAX_CHARACTERS = 128 * 1024;

/** Larger documents usually contain literal values and are not repeated. */
const MAX_OF_ONE = MAX_CHARACTERS / 8;

/**
 * An LRU cache of parsed and validated documents.
 *
 * Apollo's own store estimates size by JSON, without tokens: at 30 MiB by its count the process has grown by 500 MB, which any client can
 * cause with documents that differ in a name.
 */
export class DocumentStore {
  /** Ordered by last use, most recent last. */
  private readonly documents = new Map<string, DocumentNode>();
  private characters = 0;

  async get(key: string): Promise<DocumentNode | undefined> {
    const document = this.documents.get(key);
    if (document) {
      this.documents.delete(key);
      this.documents.set(key, document);
    }
    return document;
  }

  async set(key: string, document: DocumentNode): Promise<void> {
    const size = sizeOf(document);
    if (size > MAX_OF_ONE) return;
    await this.delete(key);
    this.documents.set(key, document);
    this.characters += size;
    for (const [oldest] of this.documents) {
      if (this.characters <= MAX_CHARACTERS) break;
      await this.delete(oldest);
    }
  }

  async delete(key: string): Promise<boolean> {
    const document = this.documents.get(key);
    if (!document) return false;
    this.characters -= sizeOf(document);
    return this.documents.delete(key);
  }
}

/** In characters; infinite for a document without its source. */
function sizeOf({ loc }: DocumentNode): number {
  return loc?.source.body.length ?? Number.POSITIVE_INFINITY;
}
