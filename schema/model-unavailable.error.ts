import { GraphQLError } from "graphql";
import { ERROR_CODES, type ErrorCode } from "../model/errors";

const CODE: ErrorCode = "MODEL_UNAVAILABLE";

/** Code `MODEL_UNAVAILABLE`, status 503: the request is valid, but there is no model. */
export class ModelUnavailableError extends GraphQLError {
  constructor() {
    super(ERROR_CODES[CODE], { extensions: { code: CODE, http: { status: 503 } } });
  }
}
