import { GraphQLError } from "graphql";

export interface FieldProblem {
  /** Path from the argument, such as `inputs[3].rooms`. */
  readonly path: string;
  readonly message: string;
}

/** Maximum number of problems reported per row. */
export const MAX_PROBLEMS = 20;

/** An invalid input. Not an error object: batches may have thousands, and creating an error takes longer than a prediction. */
export class InputProblem {
  constructor(
    readonly message: string,
    readonly fields: readonly FieldProblem[],
  ) {}
}

/** Keeps the first problems of a row, and the total number. */
export function problemOf(problems: readonly FieldProblem[]): InputProblem {
  const told = problems.slice(0, MAX_PROBLEMS);
  const others = problems.length - told.length;
  const messages = told.map(({ message }) => message);
  if (others > 0) messages.push(`${others} more values cannot be accepted.`);
  return new InputProblem(messages.join(" "), told);
}

/** Code `BAD_USER_INPUT`; `extensions.fields` lists invalid values by path. */
export class InvalidInputError extends GraphQLError {
  constructor(
    message: string,
    readonly fields: readonly FieldProblem[],
  ) {
    super(message, { extensions: { code: "BAD_USER_INPUT", fields } });
  }
}
