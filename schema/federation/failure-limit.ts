import type { GraphQLError } from "graphql";

/** Number of errors of a batch of representations. Other requests have at most as many: `MAX_ERRORS` of the server. */
export const MAX_FAILURES = 50;

/** Counts the houses of a batch that fail: each is null, but only the first have an error that says why. */
export class FailureLimit {
  private failures = 0;

  /** The error of a house that fails; null where there are enough of them. */
  next(makeError: () => GraphQLError): GraphQLError | null {
    this.failures++;
    if (this.failures > MAX_FAILURES) return null;
    const error = makeError();
    if (this.failures === MAX_FAILURES)
      error.message += " Further houses that fail are null without an error.";
    return error;
  }
}
