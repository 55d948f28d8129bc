import { sha256 } from "../../model/file/checksum";

export function entityTagOf(body: string | Buffer): string {
  return `"${sha256(body)}"`;
}

/**
 * Whether a client that sends this `If-None-Match` already has the tagged response.
 *
 * RFC 9110, section 13.1.2: a list of entity tags, compared weakly, or `*`.
 */
export function isKnownTag(ifNoneMatch: string | undefined, etag: string): boolean {
  const tags = ifNoneMatch?.split(",").map((tag) => tag.trim().replace(/^W\//, "")) ?? [];
  return tags.includes(etag) || tags.includes("*");
}
