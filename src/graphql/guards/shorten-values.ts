/** Greatest length of a string or a key in a message. */
const MAX_LENGTH = 100;

/** Levels below which graphql-js prints no values (`MAX_RECURSIVE_DEPTH` in its jsutils/inspect.js), counted from a variable. */
const MAX_DEPTH = 5;

/**
 * A copy of an invalid value in which all strings and keys are short, and all objects small. graphql-js prints values into the
 * messages about them, an object once for each of its unknown fields.
 *
 * What was invalid remains so, at the same place: a string that is not accepted ends in an ellipsis and is not accepted either.
 *
 * @param maxFields - number of fields that are kept of an object
 */
export function shortenValue(value: unknown, maxFields: number, depth = 0): unknown {
  if (typeof value === "string") return shortenText(value);
  if (typeof value !== "object" || value === null || depth === MAX_DEPTH) return value;
  if (Array.isArray(value)) return value.map((item) => shortenValue(item, maxFields, depth + 1));
  const entries = Object.entries(value).slice(0, maxFields);
  return Object.fromEntries(
    entries.map(([key, item]) => [shortenText(key), shortenValue(item, maxFields, depth + 1)]),
  );
}

/** The beginning of a long text, with an ellipsis in place of the rest. */
function shortenText(text: string): string {
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;
}
