/** An object of JSON. */
export interface JsonRecord {
  readonly [name: string]: unknown;
}

/** Whether a value of JSON is an object, and not an array or null. */
export function isJsonRecord(value: unknown): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
