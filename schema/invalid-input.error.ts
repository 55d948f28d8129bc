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

/** All that is wrong with a row, of which the first problems are told. */
export function problemOf(problems: readonly FieldProblem[]): InputProblem {
  const told = problems.slice(0, MAX_PROBLEMS);
  const others = problems.length - told.length;
  const messages = told.map(({ message }) => message);
  if (others > 0) messages.push(`${others} more values cannot be accepted.`);
  return new InputProblem(messages.join(" "), told);
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
