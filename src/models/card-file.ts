import { join } from "node:path";
import type { FastifyReply } from "fastify";
import { type BrokenRule, FileRefused } from "../../model/file/file-refused";
import type { FileRules } from "../../model/file/read-file";
import type { Model } from "../../model/model";
import { errorBody } from "../http/error-body";

/** Several times the size of our cards. Hostile Markdown of this size renders in less than a second. */
export const MAX_CARD_BYTES = 64 * 1024;

export const MAX_PICTURE_BYTES = 1024 * 1024;

/** Reasons for the client, which reveal no paths of the server. */
const REASONS: { readonly [rule in BrokenRule]: string } = {
  kind: "it is not a regular file",
  place: "it is outside the model directory",
  size: "it is too large",
  encoding: "it is not UTF-8 text",
  time: "its file system does not respond",
  system: "the system cannot read it",
};

type Reader<Content> = (path: string, rules: FileRules) => Promise<Content | undefined>;

/**
 * Reads a file beside a model's; undefined if it does not exist.
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

/** Sends 404 if the file breaks a rule, or 503 if it may become readable. */
export function answerRefusal(reply: FastifyReply, name: string, error: unknown): FastifyReply {
  if (!(error instanceof FileRefused)) throw error;
  const mayPass = error.rule === "system" || error.rule === "time";
  const message = `${name} cannot be shown: ${REASONS[error.rule]}.`;
  return reply.code(mayPass ? 503 : 404).send(errorBody("CARD_UNREADABLE", message));
}
