import type { GraphQLFormattedError } from "graphql";
/** Maximum number of errors of one phase: validation, or coercion of variables. */
export const MAX_ERRORS = 50;

/** In characters. */
const MAX_MESSAGE_LENGTH = 600;

/** Characters kept at the end of a message, which says what is wrong with the value before it. */
const KEPT_END = 200;

/** Maximum number of locations, and of invalid values, in an error. */
const MAX_ENTRIES = 20;

/** Bounds the size of an error, whatever produced it. */
export function boundError(error: GraphQLFormattedError): GraphQLFormattedError {
  const { message, locations, extensions } = error;
  return {
    ...error,
    message: shortenMessage(message),
    ...(locations && { locations: locations.slice(0, MAX_ENTRIES) }),
    ...(extensions && { extensions: boundExtensions(extensions) }),
  };
}

function boundExtensions({ fields, ...others }: { readonly [key: string]: unknown }) {
  return Array.isArray(fields) ? { ...others, fields: fields.slice(0, MAX_ENTRIES).map(boundField) } : others;
}

function boundField(field: Record<string, unknown>) {
  return Object.fromEntries(
    Object.entries(field).map(([key, value]) => [
      key,
      typeof value === "string" ? shortenMessage(value) : value,
    ]),
  );
}

/** Cuts out the middle of a long message. */
function shortenMessage(message: string): string {
  if (message.length <= MAX_MESSAGE_LENGTH) return message;
  return `${message.slice(0, MAX_MESSAGE_LENGTH - KEPT_END - 1)}…${message.slice(-KEPT_END)}`;
}
