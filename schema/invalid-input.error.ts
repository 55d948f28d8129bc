import { GraphQLError } from "graphql";

/** A problem with one value of the input. */
export interface FieldProblem {
  /** Where the value is, from the argument on, such as `inputs[3].rooms`. */
  readonly path: string;
  /** The problem, and how to fix it. */
  readonly message: string;
}

/** Most problems that are told of one row. */
export const MAX_PROBLEMS = 20;

/** What is wrong with an input. It is no error: a batch may have thousands, and an error takes longer to make than a prediction. */
export class InputProblem {
  constructor(
    readonly message: string,
    readonly fields: readonly FieldProblem[],
  ) {}
}

/** Code `BAD_USER_INPUT`; `extensions.fields` tells each bad value by its path. */
export class InvalidInputError extends GraphQLError {
  constructor(
    message: string,
    readonly fields: readonly FieldProblem[],
  ) {
    super(message, { extensions: { code: "BAD_USER_INPUT", fields } });
  }
}
