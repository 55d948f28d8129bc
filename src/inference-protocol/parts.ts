import { InputProblem } from "../../schema/invalid-input.error";
import { shownName } from "../rows/unknown-column";

/** Whether a value of JSON is an object. */
export function isRecord(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** One problem of a request, at a path of its body. */
export function problem(path: string, message: string): InputProblem {
  return new InputProblem(message, [{ path, message }]);
}

/** A name that a client chose, as a message shows it. */
export function quoted(name: unknown): string {
  return typeof name === "string" ? JSON.stringify(shownName(name)) : "without a name";
}
