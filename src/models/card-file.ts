import { join } from "node:path";
import type { FastifyReply } from "fastify";
import { type BrokenRule, FileRefused } from "../../model/file/file-refused";
import type { FileRules } from "../../model/file/read-file";
import type { Model } from "../../model/model";
import { errorBody } from "../http/http-errors";

/** Size of a card's text, several times that of ours: hostile Markdown of this size takes less than a second to render. */
export const MAX_CARD_BYTES = 64 * 1024;

/** Size of a picture. */
export const MAX_PICTURE_BYTES = 1024 * 1024;

/** Why a file of a card is not served, without a word of the server's own paths. */
const REASONS: { readonly [rule in BrokenRule]: string } = {
  kind: "it is not a regular file",
  place: "it is outside the model directory",
  size: "it is too large",
  encoding: "it is not UTF-8 text",
  time: "its file system does not respond",
  system: "the system cannot read it",
};

/** Reads a file beside a model's: `readText` or `readBytes`. */
type Reader<Content> = (path: string, rules: FileRules) => Promise<Content | undefined>;

/**
 * A file that came with a model; undefined where there is none.
 *
 * @throws FileRefused
 */
export function readCardFile<Content>(
  read: Reader<Content>,
  directory: string,
  { file }: Model,
  name: string,
  maxBytes: number,
): Promise<Content | undefined> {
  const path = join(directory, file.name, String(file.version), name);
  return read(path, { maxBytes, within: directory });
}

/** Answers for a file that is refused: 404 where it breaks a rule, 503 where it may be readable later. */
export function answerRefusal(reply: FastifyReply, name: string, error: unknown): FastifyReply {
  if (!(error instanceof FileRefused)) throw error;
  const mayPass = error.rule === "system" || error.rule === "time";
  const message = `${name} cannot be shown: ${REASONS[error.rule]}.`;
  return reply.code(mayPass ? 503 : 404).send(errorBody("CARD_UNREADABLE", message));
}
