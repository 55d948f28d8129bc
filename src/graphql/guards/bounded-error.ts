import type { GraphQLFormattedError } from "graphql";
/** Most errors of one phase of a request: validation, or the coercion of variables. */
export const MAX_ERRORS = 50;

/** Greatest length of a message, in characters. */
const MAX_MESSAGE_LENGTH = 600;

/** Characters of the end of a message that are kept: after a value it says what is wrong with it. */
const KEPT_END = 200;

/** Most places in the document, and most bad values, that an error names. */
const MAX_ENTRIES = 20;

/** An error as it is sent: whatever made it, it is short. */
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

/** A long message without its middle. */
function shortenMessage(message: string): string {
  if (message.length <= MAX_MESSAGE_LENGTH) return message;
  return `${message.slice(0, MAX_MESSAGE_LENGTH - KEPT_END - 1)}…${message.slice(-KEPT_END)}`;
}
