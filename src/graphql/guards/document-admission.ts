import { type DocumentNode, parse } from "graphql";
import { refuseLongText } from "./document-text";
import { refuseRepeatedFields } from "./repeated-fields";

/** Texts that are remembered as admitted; those not asked for longest are forgotten. */
const MAX_REMEMBERED = 200;

/** Longest text that is remembered, in characters. */
const MAX_REMEMBERED_LENGTH = 10_000;

/** Looks at each new document before Apollo Server parses and validates it. */
export class DocumentAdmission {
  /** Ordered by last use, most recent last. */
  private readonly admitted = new Set<string>();

  /** @param maxTokens - most tokens that a document may have */
  constructor(private readonly maxTokens: number) {}

  /** @throws GraphQLError where the document is too long, or too costly to validate */
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

  /** The document; undefined where Apollo is to tell what is wrong with its syntax. */
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
