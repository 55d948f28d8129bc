import type { ServerError } from "./execute";

/** The errors of a form, by the name of its field: what the server says of the values of `input`. */
export function fieldErrors(errors: readonly ServerError[]): Map<string, string> {
  const messages = new Map<string, string>();
  for (const { path, message } of errors.flatMap(({ extensions }) => extensions?.fields ?? [])) {
    messages.set(path.replace(/^input\./, ""), message);
  }
  return messages;
}
