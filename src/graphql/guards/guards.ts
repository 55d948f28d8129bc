import type { LargeOperations } from "./large-operations";
import type { OperationGuard } from "./operation-guard";
import type { VariableGuard } from "./variable-guard";

/** What both execution paths ask, in this order, of each request whose document has passed all limits of documents. */
export interface Guards {
  /** Rows and cost, before the values of variables are looked at. */
  readonly operations: OperationGuard;
  /** The values of variables, before they are coerced. */
  readonly variables: VariableGuard;
  /** A turn for each large operation, before it is executed. */
  readonly large: LargeOperations;
  /** Greatest size of the answer to a large operation, before it becomes text. That of another is bounded by its cost. */
  readonly maxAnswerBytes: number;
}
