import type { LargeOperations } from "./large-operations";
import type { OperationGuard } from "./operation-guard";
import type { VariableGuard } from "./variable-guard";

/** The guards of both execution paths, in order, for requests whose document is within all document limits. */
export interface Guards {
  /** Checks rows and cost, before variables. */
  readonly operations: OperationGuard;
  /** Checks variables before they are coerced. */
  readonly variables: VariableGuard;
  /** Lets large operations run one at a time. */
  readonly large: LargeOperations;
  /** Maximum size of the answer to a large operation, checked before serialization. Other answers are bounded by their cost. */
  readonly maxAnswerBytes: number;
}
