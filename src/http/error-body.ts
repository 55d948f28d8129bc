import { ERROR_CODES, type ErrorCode } from "../../model/errors";

/** The body of an error response: GraphQL's form on every path, so that clients need only one. */
export function errorBody(code: ErrorCode, message: string = ERROR_CODES[code]) {
  return { errors: [{ message, extensions: { code } }] };
}
