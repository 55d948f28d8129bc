/** Maximum length of a string or a key in a message. */
const MAX_LENGTH = 100;

/** Depth at which graphql-js stops printing values (`MAX_RECURSIVE_DEPTH` in jsutils/inspect.js), counted from a variable. */
const MAX_DEPTH = 5;

/**
 * Copies an invalid value with all strings and keys shortened and all objects small, because graphql-js prints values into messages: an
 * object once for each of its unknown fields. What was invalid remains invalid: a shortened string ends with an ellipsis.
 *
 * @param maxFields - number of fields kept of an object
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

function shortenText(text: string): string {
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;
}
