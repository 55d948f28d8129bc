import { InputProblem } from "../../schema/invalid-input.error";
import { shownName } from "../rows/unknown-column";

/** One problem of a request, at a path of its body. */
export function problem(path: string, message: string): InputProblem {
  return new InputProblem(message, [{ path, message }]);
}

/** A name that a client chose, as a message shows it. */
export function quoted(name: unknown): string {
  return typeof name === "string" ? JSON.stringify(shownName(name)) : "without a name";
}
