/**
 * Where an answer differs from one that a document shows, as a path and both values; undefined where it does not. A text with "…" stands
 * for any text, a list that ends with "…" for one that goes on, and numbers may differ by a billionth.
 */
export function differenceFromShown(shown: unknown, actual: unknown, path = "answer"): string | undefined {
  if (typeof shown === "string" && shown.includes("…")) {
    return typeof actual === "string" ? undefined : tell(path, shown, actual);
  }
  if (typeof shown === "number" && typeof actual === "number") {
    return Math.abs(shown - actual) <= 1e-9 * Math.abs(shown) ? undefined : tell(path, shown, actual);
  }
  if (Array.isArray(shown) && Array.isArray(actual)) {
    const goesOn = shown.at(-1) === "…";
    const items = goesOn ? shown.slice(0, -1) : shown;
    if (goesOn ? actual.length < items.length : actual.length !== items.length)
      return tell(path, shown, actual);
    return first(items.map((item, i) => differenceFromShown(item, actual[i], `${path}[${i}]`)));
  }
  if (isObject(shown) && isObject(actual)) {
    const keys = Object.keys(shown);
    if (keys.join() !== Object.keys(actual).join()) return tell(path, keys, Object.keys(actual));
    return first(keys.map((key) => differenceFromShown(shown[key], actual[key], `${path}.${key}`)));
  }
  return Object.is(shown, actual) ? undefined : tell(path, shown, actual);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function first(differences: readonly (string | undefined)[]): string | undefined {
  return differences.find((difference) => difference !== undefined);
}

function tell(path: string, shown: unknown, actual: unknown): string {
  return `${path}: shown ${JSON.stringify(shown)}, but it is ${JSON.stringify(actual)}`;
}
