import { type DocumentNode, parse } from "graphql";
import { LRUCache } from "lru-cache";
import { refuseLongText } from "./document-text";
import { refuseRepeatedFields } from "./repeated-fields";

const MAX_REMEMBERED = 200;

/** In characters. */
const MAX_REMEMBERED_LENGTH = 10_000;

/** Checks each new document before Apollo Server parses and validates it. */
export class DocumentAdmission {
  private readonly admitted = new LRUCache<string, true>({ max: MAX_REMEMBERED });

  constructor(private readonly maxTokens: number) {}

  /** @throws GraphQLError if the document is too long or too expensive to validate */
  check(text: string): void {
    if (this.admitted.get(text)) return;
    refuseLongText(text, this.maxTokens);
    const document = this.parse(text);
    if (!document) return;
    refuseRepeatedFields(document);
    if (text.length <= MAX_REMEMBERED_LENGTH) this.admitted.set(text, true);
  }

  /** Returns undefined for syntax errors, which Apollo reports. */
  private parse(text: string): DocumentNode | undefined {
    try {
      return parse(text, { maxTokens: this.maxTokens, noLocation: true });
    } catch {
      return undefined;
    }
  }
}
