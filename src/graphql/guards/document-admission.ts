import { type DocumentNode, parse } from "graphql";
import { refuseLongText } from "./document-text";
import { refuseRepeatedFields } from "./repeated-fields";

/** Least recently used texts are evicted. */
const MAX_REMEMBERED = 200;

/** In characters. */
const MAX_REMEMBERED_LENGTH = 10_000;

/** Checks each new document before Apollo Server parses and validates it. */
export class DocumentAdmission {
  /** Ordered by last use, most recent last. */
  private readonly admitted = new Set<string>();

  constructor(private readonly maxTokens: number) {}

  /** @throws GraphQLError if the document is too long or too expensive to validate */
  check(text: string): void {
    if (this.admitted.delete(text)) {
      this.admitted.add(text);
      return;
    }
    refuseLongText(text, this.maxTokens);
    const document = this.parse(text);
    if (!document) return;
    refuseRepeatedFields(document);
    this.remember(text);
  }

  /** Returns undefined for syntax errors, which Apollo reports. */
  private parse(text: string): DocumentNode | undefined {
    try {
      return parse(text, { maxTokens: this.maxTokens, noLocation: true });
    } catch {
      return undefined;
    }
  }

  private remember(text: string): void {
    if (text.length > MAX_REMEMBERED_LENGTH) return;
    this.admitted.add(text);
    if (this.admitted.size <= MAX_REMEMBERED) return;
    for (const oldest of this.admitted) {
      this.admitted.delete(oldest);
      return;
    }
  }
}
