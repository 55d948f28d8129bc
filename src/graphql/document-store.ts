import type { DocumentNode } from "graphql";

/**
 * Most characters of all stored documents together. A parsed document takes some 130 times the memory of its text, for each token
 * and node is an object: this is about 17 MB.
 */
const MAX_CHARACTERS = 128 * 1024;

/** A larger document is as a rule one with its values written into it, and not asked again. */
const MAX_OF_ONE = MAX_CHARACTERS / 8;

/**
 * Documents that were parsed and found valid, so that it is done once; those that were not asked for the longest time go first.
 *
 * Apollo's own store measures documents by their JSON, which leaves out the tokens: it takes 30 MiB for full when the process
 * has grown by half a gigabyte. Any client can bring that about by documents that differ in a name.
 */
export class DocumentStore {
  /** The one that was asked for last is last. */
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

/** In characters; a document without its source cannot be measured, and counts as too large. */
function sizeOf({ loc }: DocumentNode): number {
  return loc?.source.body.length ?? Number.POSITIVE_INFINITY;
}
