import { GraphQLError } from "graphql";
import type { ErrorCode } from "../../../model/errors";

export function refusal(code: ErrorCode, message: string, extensions: object = {}): GraphQLError {
  return new GraphQLError(message, { extensions: { code, ...extensions, http: { status: 400 } } });
}
